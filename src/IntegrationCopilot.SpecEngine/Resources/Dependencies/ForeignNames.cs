namespace IntegrationCopilot.SpecEngine;

/// <summary>Names under which other operations and fields mention a resource: <c>customer_id</c>, <c>customerRef</c>, <c>site_ids</c>. Names that two resources
/// share mention neither.</summary>
internal sealed class ForeignNames
{
    private static readonly string[] Endings = ["id", "uuid", "guid", "uid", "sid", "ids", "key", "ref", "reference"];
    private readonly Dictionary<string, ApiResource?> known = new(StringComparer.Ordinal);

    public ForeignNames(IEnumerable<ApiResource> resources)
    {
        foreach (var resource in resources.Where(r => r.Identifier is { Parts.Count: 1 }))
        {
            var word = WordOf(resource);
            var own = resource.Kind == ResourceKind.Membership ? [] : Endings.Select(ending => word + ending).ToList();
            var parameter = FoldedName.Of(resource.Identifier!.Parameter);
            if (parameter.Length > 3 && !IsGeneric(parameter)) own.Add(parameter);
            foreach (var name in own.Distinct(StringComparer.Ordinal)) Add(name, resource);
        }
    }

    /// <summary>What the path calls it: names of resources that would be alike were made different.</summary>
    private static string WordOf(ApiResource resource)
    {
        if ((resource.CollectionPath ?? resource.ItemPath) is not { } path) return FoldedName.Of(resource.Name);
        var literal = PathSteps.Of(path).LastOrDefault(step => !step.IsParameter).Text;
        return literal is null or "" ? FoldedName.Of(resource.Name) : FoldedName.Singular(literal);
    }

    /// <summary>The resource a name mentions; null when none does, or more than one.</summary>
    public ApiResource? Find(string name) => known.GetValueOrDefault(FoldedName.Of(name));

    /// <summary>A thing of the same name under another path is another way to the same one when both lists give the same schema; the first stays.</summary>
    private void Add(string name, ApiResource resource)
    {
        if (!known.TryGetValue(name, out var other)) known[name] = resource;
        else if (other is not null && other != resource && !(Same(other, resource))) known[name] = null;
    }

    private static bool Same(ApiResource one, ApiResource other) =>
        ResourceWords.SchemaName(one.Schema) is { Count: > 0 } name && ResourceWords.SchemaName(other.Schema).SequenceEqual(name)
            && (one.Create is not null || one.List is not null);

    private static bool IsGeneric(string name) =>
        name is "name" or "code" or "slug" or "type" or "status" or "uuid" or "guid" or "path" or "token" or "email" or "number" or "version" or "filename" or
        "identifier" or "hash" or "date" or "language" or "locale" or "country";
}
