namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds the fields of a thing that name other things: <c>customer_id</c>, <c>customer.id</c>, <c>site_ids</c>.</summary>
internal sealed class ReferenceFinder(AnswerReader answers, IReadOnlyList<ApiResource> resources)
{
    private readonly ForeignNames names = new(resources);

    public IReadOnlyList<ResourceReference> Of(ApiResource resource)
    {
        if (!resource.Schema.IsDefined) return [];
        List<ResourceReference> references = [];
        foreach (var field in answers.FieldsOf(resource.Schema).Values)
        {
            var pointer = "/" + field.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            if (pointer == LastStep(resource.Identifier?.Field)) continue;
            if (answers.IsArray(field)) { if (Mentioned(field.Name) is { } several) references.Add(new ResourceReference(pointer + "/*", several.Name, 0.75,
                field)); }
            else if (answers.IsObject(field)) AddNested(field, pointer, references);
            else if (Mentioned(field.Name) is { } one) references.Add(new ResourceReference(pointer, one.Name, 0.8, field));
            else if (IsParent(field.Name)) references.Add(new ResourceReference(pointer, resource.Name, 0.7, field));
        }
        return references;
    }

    private void AddNested(RawNode field, string pointer, List<ResourceReference> references)
    {
        if (names.Find(field.Name + "Id") is { } resource && answers.FieldsOf(field).TryGetValue("id", out var inner))
            references.Add(new ResourceReference(pointer + "/" + inner.Name, resource.Name, 0.8, inner));
    }

    private ApiResource? Mentioned(string name) => names.Find(name);

    private static bool IsParent(string name) => FoldedName.Of(name) is "parentid" or "parentuuid" or "parentsid";

    private static string? LastStep(string? pointer) => pointer is null ? null : pointer[pointer.LastIndexOf('/')..];
}
