namespace IntegrationCopilot.SpecEngine;

/// <summary>Parameters and headers of OpenAPI 2.0 as they are in OpenAPI 3, where what describes the value is a schema of its own.</summary>
internal sealed class ParameterView(MadeNodes made, ApiSpec spec)
{
    private static readonly string[] AsWritten = ["name", "in", "required", "description", "allowEmptyValue"];
    private static readonly string[] OfValue =
        ["type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength",
        "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf", "x-nullable"];

    public void Add(ApiParameter parameter)
    {
        var node = parameter.Node;
        if (node.Document != spec.Document)
        {
            AddReference(node, spec.Document.Root, null);
            return;
        }
        made.Begin(RawKind.Object, node);
        foreach (var member in node.Children)
            if (AsWritten.Contains(member.Name) || (member.Name.StartsWith("x-", StringComparison.Ordinal) && member.Name != "x-nullable")) made.AddAlias(
                member, member.Name);
        if (node["type"].IsString("array") && node["in"].IsString("query")) AddSpelling(node, node["collectionFormat"].GetString());
        AddValue(node);
        made.End();
    }

    public void AddHeader(ApiHeader header, RawNode place)
    {
        var node = header.Node.Document == spec.Document ? header.Node : place;
        made.Begin(RawKind.Object, node, header.Name);
        if (node["description"].IsDefined) made.AddAlias(node["description"], "description");
        AddValue(node);
        made.End();
    }

    public void AddSchema(RawNode schema, RawNode place)
    {
        if (schema.Document != spec.Document) AddReference(schema, place, "schema");
        else if (schema["properties"].Children.Any(IsForm)) AddForm(schema);
        else made.AddAlias(schema, "schema");
    }

    /// <summary>The fields of a form are parameters, of which only what describes the value belongs to a schema.</summary>
    private void AddForm(RawNode schema)
    {
        made.Begin(RawKind.Object, schema, "schema");
        foreach (var member in schema.Children.Where(m => m.Name != "properties")) made.AddAlias(member, member.Name);
        made.Begin(RawKind.Object, schema["properties"], "properties");
        foreach (var field in schema["properties"].Children)
        {
            made.Begin(RawKind.Object, field, field.Name);
            foreach (var member in field.Children)
                if (OfValue.Contains(member.Name) || member.Name == "description") made.AddAlias(member, member.Name);
            made.End();
        }
        made.End();
        made.End();
    }

    private static bool IsForm(RawNode field) => field["in"].IsString("formData");

    /// <summary>Nodes of other documents are referred to.</summary>
    private void AddReference(RawNode target, RawNode place, string? name)
    {
        made.Begin(RawKind.Object, place, name);
        made.AddText($"{target.Document!.Name}#{target.Pointer}", place, "$ref");
        made.End();
    }

    /// <summary>Lists in queries; elsewhere both editions separate by commas.</summary>
    private void AddSpelling(RawNode node, string? format)
    {
        made.AddText(format switch { "ssv" => "spaceDelimited", "pipes" => "pipeDelimited", "tsv" => "tabDelimited", _ => "form" }, node, "style");
        made.AddBoolean(format == "multi", node, "explode");
    }

    private void AddValue(RawNode node)
    {
        if (!node["type"].IsDefined) return;
        made.Begin(RawKind.Object, node, "schema");
        foreach (var member in node.Children)
            if (OfValue.Contains(member.Name)) made.AddAlias(member, member.Name);
        made.End();
    }
}
