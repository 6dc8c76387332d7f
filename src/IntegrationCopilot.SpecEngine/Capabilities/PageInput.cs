namespace IntegrationCopilot.SpecEngine;

/// <summary>A query parameter or field of a request's body that by its name has to do with pages.</summary>
internal readonly record struct PageInput(MessageField Field, PagePart Part, RawNode Node, RawNode Schema, string? Description)
{
    public static IEnumerable<PageInput> Of(ApiOperation operation, SchemaStructure fields)
    {
        foreach (var parameter in operation.Parameters)
            if (parameter.Place == ParameterPlace.Query && PageNames.OfInput(parameter.Name) is not PagePart.None and var part)
                yield return new PageInput(MessageField.Of(parameter), part, parameter.Node, parameter.Schema, parameter.Description);
        if (operation.Method == "GET" || operation.RequestBody is not { } body) yield break;
        var sent = fields.FieldsOf(body.Content);
        foreach (var (name, schema) in sent)
            if (Of(MessageField.InBody(name), schema) is { } input) yield return input;
        foreach (var (envelope, within) in sent.Where(f => PageNames.OfOutput(f.Key) == PagePart.Envelope))
            foreach (var (name, schema) in fields.FieldsOf(within))
                if (Of(MessageField.InBody(envelope, name), schema) is { } input) yield return input;
    }

    private static PageInput? Of(MessageField field, RawNode schema) =>
        PageNames.OfInput(field.Name) is not PagePart.None and var part
            ? new PageInput(field, part, schema, schema, SpecContext.Text(schema, "description"u8))
            : null;
}
