using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.JsonSchemaNet;

/// <summary>Writes one schema of an API as JSON Schema 2020-12, and what it refers to under <c>$defs</c>.</summary>
internal sealed class SchemaBundle(ApiSpec spec)
{
    private const string Definitions = "$defs";
    private readonly Dictionary<RawNode, string> names = [];
    private readonly Queue<RawNode> waiting = [];

    /// <summary>OpenAPI 2.0 and 3.0: booleans where numbers are since, and nothing counts beside a reference.</summary>
    private bool IsOldDialect => spec.Edition is OpenApiEdition.V20 or OpenApiEdition.V30;

    public JsonNode Write(RawNode schema)
    {
        var root = WriteSchema(schema);
        var definitions = new JsonObject();
        while (waiting.TryDequeue(out var target)) definitions[names[target]] = WriteSchema(target);
        if (definitions.Count > 0 && root is JsonObject bundle) bundle[Definitions] = definitions;
        return root;
    }

    private JsonNode WriteSchema(RawNode schema)
    {
        if (!schema.IsObject) return JsonValue.Create(schema.Kind != RawKind.False);
        var written = new JsonObject();
        if (schema["$ref"].GetString() is { } reference)
        {
            if (spec.Documents.ResolveReference(schema, reference) is { IsDefined: true } target) written["$ref"] = $"#/{Definitions}/{NameOf(target)}";
            if (IsOldDialect) return written;
        }
        foreach (var member in schema.Children) WriteMember(member, written);
        return IsOldDialect ? OldKeywords.Renew(schema, written) : written;
    }

    private void WriteMember(RawNode member, JsonObject written)
    {
        if (member.Name is "$dynamicRef" or "$recursiveRef")
            throw new NotSupportedException(
                $"{member.Location}: where '{member.Name}' leads depends on what lies around it. Validate with {nameof(SchemaSet)} instead.");
        switch (SchemaKeywords.ShapeOf(member.Name))
        {
            case KeywordShape.Value when member.Name != "type" || !member.IsString("file"):
                written[member.Name] = JsonNode.Parse(member.ToUtf8Json());
                break;
            case KeywordShape.Schema when member.Kind is RawKind.Object or RawKind.True or RawKind.False:
                written[member.Name] = WriteSchema(member);
                break;
            case KeywordShape.Schemas when member.IsArray && member.Count > 0:
                written[member.Name] = new JsonArray([.. member.Children.Select(WriteSchema)]);
                break;
            case KeywordShape.Map when member.IsObject:
                var map = new JsonObject();
                foreach (var part in member.Children) map[part.Name] = WriteSchema(part);
                written[member.Name] = map;
                break;
        }
    }

    /// <summary>The name of a schema under <c>$defs</c>: the last part of its pointer, with a number where another has it. Its characters need no
    /// escape.</summary>
    private string NameOf(RawNode target)
    {
        if (names.TryGetValue(target, out var known)) return known;
        var plain = new string([.. target.Name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' ? c : '_')]);
        if (plain.Length == 0) plain = "schema";
        var name = plain;
        for (var number = 2; names.ContainsValue(name); number++) name = $"{plain}-{number}";
        names.Add(target, name);
        waiting.Enqueue(target);
        return name;
    }
}
