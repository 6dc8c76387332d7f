using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes, from a value that conforms, values that break exactly one keyword of the schema.</summary>
internal sealed class SchemaBreaks(TestMaterial material)
{
    /// <summary>Schemas that a value is judged by as a whole, whose findings repeat those of their parts.</summary>
    private static readonly HashSet<string> Wholes = new(StringComparer.Ordinal) { "allOf", "anyOf", "oneOf", "$ref" };

    /// <summary>The breaks, those of one keyword together; of several that break the same in the same way, the first.</summary>
    /// <param name="schema">The schema of the place.</param>
    /// <param name="value">A value that conforms.</param>
    public IEnumerable<SchemaBreak> Of(RawNode schema, JsonElement value)
    {
        var schemas = KeywordView.Of(material.Structure, schema);
        if (schemas.Count == 0) return [];
        var types = TypeBreaks.Of(material.Structure, schema, schemas, value);
        return types.Concat(Rest(schemas, value)).Where(candidate => IsOnly(schema, schemas, candidate))
            .DistinctBy(candidate => (candidate.Keyword, candidate.Kind, candidate.Variant));
    }

    private static IEnumerable<SchemaBreak> Rest(IReadOnlyList<RawNode> schemas, JsonElement value)
    {
        var breaks = ListBreaks.OfValues(schemas, value);
        return value.ValueKind switch
        {
            JsonValueKind.Number => breaks.Concat(NumberBreaks.Of(schemas)),
            JsonValueKind.String => breaks.Concat(TextBreaks.Of(schemas, value.GetString()!)),
            JsonValueKind.Array => breaks.Concat(ListBreaks.OfItems(schemas, value)),
            JsonValueKind.Object => breaks.Concat(ListBreaks.OfMembers(schemas, value)),
            _ => breaks,
        };
    }

    /// <summary>Whether nothing but the keyword is broken.</summary>
    private bool IsOnly(RawNode schema, IReadOnlyList<RawNode> schemas, SchemaBreak candidate)
    {
        var json = Encoding.UTF8.GetBytes(candidate.Value?.ToJsonString() ?? "null");
        if (material.Schemas.For(schema, MessageDirection.Request).IsValid(json)) return false;
        var codes = schemas.SelectMany(part => material.Schemas.For(part, MessageDirection.Request).Validate(json))
            .Where(finding => finding.Severity == FindingSeverity.Error && !Wholes.Contains(finding.Code)).Select(finding => finding.Code).Distinct().ToList();
        return codes.Count <= 1 || codes.TrueForAll(code => code == candidate.Keyword || code == "type");
    }
}
