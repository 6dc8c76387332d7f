using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>The problems of a compiled schema and of everything it refers to.</summary>
internal static class SchemaProblems
{
    public static IReadOnlyList<SpecProblem> Of(SchemaNode root)
    {
        var problems = new List<SpecProblem>();
        var seen = new HashSet<SchemaNode> { root };
        var open = new Stack<SchemaNode>([root]);
        while (open.TryPop(out var node))
        {
            if (node.Problems is { } own) problems.AddRange(own);
            foreach (var child in node.Children)
                if (seen.Add(child)) open.Push(child);
        }
        return [.. problems.Distinct().OrderBy(p => p.Location.Document, StringComparer.Ordinal).ThenBy(p => p.Location.Line).ThenBy(p => p.Location.Column)];
    }
}
