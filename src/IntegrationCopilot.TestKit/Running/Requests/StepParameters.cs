using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Spells the parameters of a step as the document says, and those it does not know in the default style of their place.</summary>
internal static class StepParameters
{
    public static string Spell(ApiOperation? operation, string name, ParameterPlace place, JsonElement value) =>
        ParameterSerializer.Serialize(Find(operation, name, place) ?? Unknown(name, place), value);

    private static ApiParameter? Find(ApiOperation? operation, string name, ParameterPlace place)
    {
        var comparison = place == ParameterPlace.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return operation?.Parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, name, comparison)
            && (parameter.Place == place || (place == ParameterPlace.Query && parameter.Place == ParameterPlace.QueryString)));
    }

    private static ApiParameter Unknown(string name, ParameterPlace place)
    {
        var isPair = place is ParameterPlace.Query or ParameterPlace.Cookie;
        return new ApiParameter { Name = name, Place = place, Node = default, Style = isPair ? SerializationStyle.Form : SerializationStyle.Simple,
            Explode = isPair };
    }
}
