using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Holds the values that a description writes against the schemas that it writes beside them.</summary>
internal static class ValueChecks
{
    public static void Check(DocumentSchemas schemas, Satisfaction satisfaction, DocumentFindings findings, ApiSpec spec, DescribedObject described)
    {
        var isListTold = false;
        foreach (var given in GivenValues.Of(spec, described))
        {
            var isListed = given.Rule == EvaluatedRules.Listed;
            // What nothing meets is told of the schema, and a list that is wrong throughout by its first value.
            if (findings.IsFull(given.Rule) || (isListed && isListTold) || satisfaction.FaultOf(schemas.NodeOf(given.Schema)) is not null
                || Accepts(schemas, given))
                continue;
            Report(schemas, findings, given);
            isListTold |= isListed;
        }
    }

    private static bool Accepts(DocumentSchemas schemas, GivenValue given)
    {
        var value = given.Value.ToUtf8Json();
        if (given.Value["$ref"].Kind == RawKind.String || schemas.Accepts(given.Schema, value) != false) return true;
        if (given.Reading == GivenReading.AsIs || given.Value.GetString() is not { } text) return false;
        // A text may hold the value as it is written in a message (OpenAPI 3.0.4, sections 4.7.12.2 and 4.7.14.2).
        if (schemas.Accepts(given.Schema, Encoding.UTF8.GetBytes(text)) == true) return true;
        return given.Reading == GivenReading.AsSent && (Conjunction.Of(schemas.NodeOf(given.Schema)).Kinds & (KindMask.Array | KindMask.Object)) != 0;
    }

    private static void Report(DocumentSchemas schemas, DocumentFindings findings, GivenValue given)
    {
        var errors = schemas.Explain(given.Schema, given.Value.ToUtf8Json(), "").Where(f => f.Severity == FindingSeverity.Error).ToList();
        if (errors.Count == 0 || (given.IsToldByEnum && errors[0].Code == "enum")) return;
        var first = errors[0];
        var more = errors.Count switch { 1 => "", 2 => " It has another fault.", var count => $" It has {count - 1} further faults." };
        var where = first.Where.TrimStart('.') is { Length: > 0 } place ? $"{ValueText.Shorten(place)}: " : "";
        findings.Add(given.Rule, At(given.Value, first.Pointer), [.. given.Arguments, $"{where}{first.Message}{more}"]);
    }

    /// <summary>The part of a value that a pointer names; the whole when there is none.</summary>
    private static RawNode At(RawNode value, string pointer)
    {
        var node = value;
        foreach (var token in pointer.Split('/').Skip(1))
        {
            var next = node.IsArray && int.TryParse(token, out var item)
                ? node[item]
                : node[token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
            if (!next.IsDefined) return node;
            node = next;
        }
        return node;
    }
}
