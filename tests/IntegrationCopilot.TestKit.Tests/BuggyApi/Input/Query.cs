using System.Text.Json;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Checks of parameters of the query.</summary>
internal static class Query
{
    /// <summary>The number, or what it is when none is given.</summary>
    public static int Within(FreightState state, int? value, int least, int most, int otherwise)
    {
        if (value is null) return otherwise;
        if ((value < least || value > most) && !state.Has(InputBugs.QueryBoundsAccepted)) throw new Refusal(400, $"A parameter is not from {least} to {most}.");
        return Math.Clamp(value.Value, least, most);
    }

    /// <summary>The value of the list that is named, or null when none is given.</summary>
    public static T? OneOf<T>(FreightState state, string? text) where T : struct, Enum
    {
        if (text is null) return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) == text) return value;
        }

        return state.Has(InputBugs.QueryEnumAccepted) ? null : throw new Refusal(400, "A parameter is not one of its list.");
    }
}
