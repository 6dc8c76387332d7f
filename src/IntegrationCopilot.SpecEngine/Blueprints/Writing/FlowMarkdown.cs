using static IntegrationCopilot.SpecEngine.MarkdownText;

namespace IntegrationCopilot.SpecEngine;

/// <summary>The order of calls as rows of a table.</summary>
internal static class FlowMarkdown
{
    public static readonly string[] Head = ["Call", "Does", "Takes"];

    /// <summary>A row for each call; its endpoint is linked where the blueprint has it.</summary>
    public static IEnumerable<string[]> Rows(BlueprintFlow flow, IReadOnlyDictionary<string, string> anchors) => flow.Steps.Select(step => new[]
    {
        anchors.TryGetValue(step.Operation, out var anchor) ? $"[{Code(step.Operation)}](#{anchor})" : Code(step.Operation),
        step.Dangerous ? $"**{step.Does}, dangerous**" : step.Does,
        string.Join("; ", step.Takes.Select(Words)),
    });

    private static string Words(BlueprintSupply supply)
    {
        var field = supply.Field == "header:Location" ? "the end of its Location header" : Code(supply.Field.Length == 0 ? "/" : supply.Field);
        return $"{Code(supply.Parameter)} from {Code(supply.From)}: {field}{(supply.Assumed ? " (assumed)" : "")}";
    }
}
