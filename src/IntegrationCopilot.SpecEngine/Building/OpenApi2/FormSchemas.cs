namespace IntegrationCopilot.SpecEngine;

/// <summary>Makes the schema of a form from its fields, and how the fields are encoded, as OpenAPI 3.x would describe them.</summary>
internal sealed class FormSchemas(RawDocument document)
{
    private readonly MadeNodes made = new(document);

    /// <summary>Makes both for the fields of one operation.</summary>
    /// <returns>An object schema whose properties are the fields themselves, and an encoding map.</returns>
    public (RawNode Schema, RawNode Encoding) Make(RawNode operation, IReadOnlyList<BodyParameter> fields)
    {
        // A field of another document could not stand in this one.
        List<BodyParameter> local = [.. fields.Where(f => f.Item.Document == document && f.Name.Length > 0)];
        return (Schema(operation, local), Encoding(operation, local));
    }

    public void Complete() => made.Complete();

    private RawNode Schema(RawNode operation, List<BodyParameter> fields)
    {
        var schema = made.Begin(RawKind.Object, operation);
        made.AddText("object", operation, "type");
        made.Begin(RawKind.Object, operation, "properties");
        foreach (var field in fields) made.AddAlias(field.Item, field.Name);
        made.End();
        if (fields.Exists(IsRequired))
        {
            made.Begin(RawKind.Array, operation, "required");
            foreach (var field in fields.Where(IsRequired)) made.AddText(field.Name, field.Item);
            made.End();
        }
        made.End();
        return schema;
    }

    private RawNode Encoding(RawNode operation, List<BodyParameter> fields)
    {
        var encoding = made.Begin(RawKind.Object, operation);
        foreach (var field in fields.Where(f => f.Node.FindMember("type"u8).IsString("array")))
        {
            var (style, explode) = CollectionFormats.Of(SpecContext.Text(field.Node, "collectionFormat"u8), ParameterPlace.Query);
            made.Begin(RawKind.Object, field.Item, field.Name);
            made.AddText(CollectionFormats.NameOf(style), field.Item, "style");
            made.AddBoolean(explode, field.Item, "explode");
            made.End();
        }
        made.End();
        return encoding;
    }

    private static bool IsRequired(BodyParameter field) => SpecContext.Flag(field.Node, "required"u8);
}
