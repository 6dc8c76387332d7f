using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Looks at one schema: its patterns, whether anything meets it, and whether its alternatives exclude each other.</summary>
internal static class SchemaCheck
{
    /// <summary>More branches are not compared with each other.</summary>
    private const int MostCompared = 60;

    public static void Check(DocumentSchemas schemas, Satisfaction satisfaction, DocumentFindings findings, RawNode schema)
    {
        Patterns(findings, schema);
        var node = schemas.NodeOf(schema);
        foreach (var problem in node.Problems ?? [])
            if (problem.Id == EvaluatedRules.BadPattern.Id) findings.Add(problem);
        if (satisfaction.FaultOf(node) is { IsTold: false } fault) findings.Add(EvaluatedRules.Unmeetable, schema, fault.Reason);
        else if (node.InPlace is { OneOf: { Length: > 1 and <= MostCompared } branches } && !schema["discriminator"].IsDefined)
            Overlap(satisfaction, findings, branches);
    }

    private static void Patterns(DocumentFindings findings, RawNode schema)
    {
        if (schema["pattern"] is { Kind: RawKind.String } pattern) Doubt(findings, pattern, pattern.GetString()!);
        foreach (var member in schema["patternProperties"].Children) Doubt(findings, member, member.Name);
    }

    private static void Doubt(DocumentFindings findings, RawNode node, string pattern)
    {
        if (PatternDoubts.Of(pattern) is { } doubt) findings.Add(EvaluatedRules.DubiousPattern, node, Short(pattern), doubt);
    }

    private static void Overlap(Satisfaction satisfaction, DocumentFindings findings, SchemaNode[] branches)
    {
        for (var i = 0; i < branches.Length; i++)
        {
            if (satisfaction.FaultOf(branches[i]) is not null) continue;
            for (var j = 0; j < branches.Length; j++)
            {
                if (i == j || !satisfaction.Inclusion.Of(branches[i], branches[j])) continue;
                findings.Add(EvaluatedRules.Overlap, branches[i].Source, Name(branches, i), Name(branches, j));
                return;
            }
        }
    }

    private static string Name(SchemaNode[] branches, int place)
    {
        var reference = branches[place].Source["$ref"].GetString();
        return $"item {place + 1}{(reference is null ? "" : $" ('{Short(reference)}')")}";
    }

    private static string Short(string text) => ValueText.Shorten(text);
}
