namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the array of items in the answer of a list.</summary>
internal static class ListItems
{
    private static readonly string[] Usual =
        ["data", "items", "results", "values", "records", "entries", "list", "elements", "content", "value", "rows", "objects", "resources", "nodes"];

    /// <summary>Arrays that stand beside the items.</summary>
    private static readonly HashSet<string> Beside =
        LooseNames.Set("errors", "error", "warnings", "messages", "links", "included", "facets", "aggregations", "sort", "filters");

    /// <summary>The pointer of the array; the whole body when it is one; null when there is none at the top or one level down.</summary>
    /// <param name="success">The answer.</param>
    /// <param name="body">Its fields.</param>
    /// <param name="thing">The last segment of the path that is no parameter: what the items are likely called.</param>
    /// <param name="fields">Reads schemas.</param>
    public static NodePointer? In(ApiResponse success, IReadOnlyDictionary<string, RawNode> body, string? thing, SchemaStructure fields)
    {
        var media = success.Content.FirstOrDefault(content => content.IsJson) ?? (success.Content.Count > 0 ? success.Content[0] : null);
        if (media is null) return null;
        if (fields.IsOfType(media.Schema, JsonTypes.Array)) return NodePointer.Root;
        if (Best(body, media.Schema, thing, fields) is { } name) return NodePointer.Of(name);
        foreach (var (envelope, schema) in body)
            if (!Beside.Contains(envelope) && Best(fields.FieldsOf(schema), schema, thing, fields) is { } inner) return NodePointer.Of(envelope, inner);
        return null;
    }

    /// <summary>The array called as the things are, else as lists usually are, else one that is always there, else the first.</summary>
    private static string? Best(IReadOnlyDictionary<string, RawNode> of, RawNode owner, string? thing, SchemaStructure fields)
    {
        var arrays = of.Where(field => fields.IsOfType(field.Value, JsonTypes.Array) && !Beside.Contains(field.Key)).Select(field => field.Key).ToList();
        if (arrays.Count == 0) return null;
        return arrays.Find(name => LooseNames.Comparer.Equals(name, thing))
            ?? Usual.Select(usual => arrays.Find(name => LooseNames.Comparer.Equals(name, usual))).FirstOrDefault(name => name is not null)
            ?? arrays.Find(name => fields.Requires(owner, name))
            ?? arrays[0];
    }
}
