using IntegrationCopilot.MockGen;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Commands;

/// <summary>What <c>tests</c> tells of the variables: what to give, and which tests use it where.</summary>
internal static class VariableLines
{
    private const int ShownPlaces = 3;
    private const int ShownDefault = 40;

    public static void Write(TextLines lines, IReadOnlyList<SuiteVariable> variables)
    {
        if (variables.Count == 0) return;
        lines.Empty();
        lines.Markup("[bold]variables[/] [grey](--var NAME=VALUE)[/]");
        foreach (var variable in variables) Write(lines, variable);
    }

    /// <summary>Type, whether it must be given, and its default where that may be shown.</summary>
    public static string Kind(TestVariableType type, bool required, bool secret, string? text)
    {
        var kind = type.ToString().ToLowerInvariant();
        if (secret) kind += ", secret";
        if (required) return $"{kind}, required";
        return text is null ? kind : $"{kind}, default {(text.Length > ShownDefault ? $"{text[..ShownDefault]}…" : text)}";
    }

    private static void Write(TextLines lines, SuiteVariable variable)
    {
        var kind = Kind(variable.Type, variable.Required, variable.Secret, variable.Default);
        var about = variable.Description is { } text ? $"  {PlainMarkup.Of(text)}" : "";
        lines.Markup($"  {PlainMarkup.Of(variable.Name)}  [grey]{PlainMarkup.Of(kind)}[/]{about}");
        lines.Markup($"      [grey]{PlainMarkup.Of(Uses(variable.Uses))}[/]");
    }

    private static string Uses(IReadOnlyList<SuitePlace> uses)
    {
        if (uses.Count == 0) return "used nowhere";
        var cases = uses.Select(use => use.Case).Distinct(StringComparer.Ordinal).ToList();
        var places = uses.Select(use => use.Place).Distinct(StringComparer.Ordinal).ToList();
        return $"{(cases.Count == 1 ? cases[0] : $"{cases.Count} tests")}: {Some(places)}";
    }

    private static string Some(List<string> places) =>
        $"{string.Join(", ", places.Take(ShownPlaces))}{(places.Count > ShownPlaces ? $" and {places.Count - ShownPlaces} more places" : "")}";
}
