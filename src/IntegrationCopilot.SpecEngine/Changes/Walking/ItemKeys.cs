namespace IntegrationCopilot.SpecEngine;

/// <summary>What names the items of lists.</summary>
internal sealed class ItemKeys(Comparison comparison)
{
    /// <summary>Whether the items of a list are compared one by one; the others are values as a whole.</summary>
    public static bool AreCompared(Place place) => place.Parent?.Shape is { } owner && !(owner.IsSchema && place.Name is "type" or "examples");

    public (Func<RawNode, string?> Old, Func<RawNode, string?> New) Of(Place place) => (place.Parent!.Shape!.Name, place.Name) switch
    {
        (_, "parameters") => (ParameterKeys(place), item => ParameterKey(comparison.New, item, null)),
        (_, "servers") => (item => item["url"].GetString(), item => item["url"].GetString()),
        (ShapeNames.Root or ShapeNames.Root2, "tags") => (item => item["name"].GetString(), item => item["name"].GetString()),
        (_, "security") => (item => Schemes(item, isOld: true), item => Schemes(item, isOld: false)),
        (ShapeNames.Schema, "allOf" or "anyOf" or "oneOf" or "prefixItems") => (item => Target(comparison.Old, item), item => Target(comparison.New, item)),
        _ => (Scalar, Scalar),
    };

    private Func<RawNode, string?> ParameterKeys(Place place)
    {
        var path = place.Around(ShapeNames.PathItem);
        if (path is null || path.Name == path.NewName) return item => ParameterKey(comparison.Old, item, null);
        var names = PathMatches.NamesIn(path.Name).Zip(PathMatches.NamesIn(path.NewName)).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second);
        return item => ParameterKey(comparison.Old, item, PathMatches.Shape(path.Name) == PathMatches.Shape(path.NewName) ? names : null);
    }

    /// <summary>Place and name; parameters of the path by the place of their name in it.</summary>
    public static string? ParameterKey(ComparedSpec spec, RawNode item, IReadOnlyDictionary<string, string>? names)
    {
        var parameter = spec.Resolve(item);
        if (parameter["name"].GetString() is not { } name || parameter["in"].GetString() is not { } place) return null;
        if (place == "header") name = name.ToLowerInvariant();
        if (place == "path" && names is not null) name = names.GetValueOrDefault(name, name);
        return place == "body" ? place : $"{place} {name}";
    }

    private string? Schemes(RawNode requirement, bool isOld) =>
        requirement.Count == 0 || requirement.Children.Any(m => !m.IsArray) ? null : string.Join('\n', requirement.Children
        .Select(m => isOld ? comparison.Components.NewName("securitySchemes", m.Name) : m.Name).Order(StringComparer.Ordinal));

    /// <summary>Components that are one in both versions are named alike.</summary>
    private string? Target(ComparedSpec spec, RawNode item)
    {
        if (item["$ref"] is not { Kind: RawKind.String } reference || spec.Target(item, reference) is not { IsDefined: true } target) return item["title"]
            .GetString();
        return Shelves.Around(target).IsDefined && spec == comparison.Old
            ? comparison.Components.NewName(Shelves.Around(target).Name, target.Name) : target.Name;
    }

    /// <summary>Values are the same or others; objects and lists have no name, but those in a list of values have their content.</summary>
    private string? Scalar(RawNode item) =>
        item.Kind is RawKind.Object or RawKind.Array ? null : item.Kind == RawKind.Number ? $"n{item.GetDouble()}" : $"{item.Kind}{item.GetScalarText()}";
}
