namespace IntegrationCopilot.SpecEngine;

/// <summary>What a place is called in messages.</summary>
internal static class PlaceWords
{
    private const int SmallTree = 24;

    /// <summary>The place in words, for example <c>'lines[].price' of the schema 'Order'</c> or <c>the query parameter 'limit'</c>.</summary>
    public static string Of(Place place)
    {
        var way = "";
        var at = place;
        for (; at.Parent is not null; at = at.Parent)
        {
            if (NameOf(at) is { } name) return way.Length == 0 ? name : $"'{Excerpt.Of(way)}' of {name}";
            if (Step(at) is { } step) way = way.Length == 0 || way.StartsWith('[') ? step + way : $"{step}.{way}";
        }
        return way.Length == 0 ? "the description" : $"'{Excerpt.Of(way)}'";
    }

    /// <summary>What became of a value: <c>is 'x' now</c>, <c>is gone</c>, <c>changed from 'x' to 'y'</c>.</summary>
    public static string Became(Place place)
    {
        if (place.IsAdded) return IsShown(place.New) ? $"is {Value(place.New)} now" : "was added";
        if (place.IsRemoved) return IsShown(place.Old) ? $"is gone (it was {Value(place.Old)})" : "is gone";
        return IsShown(place.Old) && IsShown(place.New) ? $"changed from {Value(place.Old)} to {Value(place.New)}" : "changed";
    }

    /// <summary>A value of a document as messages quote it.</summary>
    public static string Value(RawNode node) => node.Kind switch
    {
        RawKind.String => $"'{Excerpt.Of(node.GetString()!)}'",
        RawKind.Object or RawKind.Array => Excerpt.Of(node.ToString()),
        _ => node.GetScalarText() ?? "nothing",
    };

    public static string Quoted(string text) => $"'{Excerpt.Of(text)}'";

    /// <summary>Up to three names, and how many more.</summary>
    public static string List(IReadOnlyCollection<string> names)
    {
        const int shown = 3;
        var listed = string.Join(", ", names.Take(shown).Select(Quoted));
        return names.Count > shown ? $"{listed} and {names.Count - shown} more" : listed;
    }

    private static bool IsShown(RawNode node) =>
        node.Kind is not (RawKind.Object or RawKind.Array) || node.Count <= SmallTree && node.Children.All(c => c.Count == 0);

    private static string? NameOf(Place at)
    {
        var parent = at.Parent!;
        if (at.IsFollowed && !at.Is(ShapeNames.Parameter)) return null;
        return at.Shape?.Name switch
        {
            ShapeNames.Parameter => Parameter(at.Either),
            ShapeNames.Header when parent.Shape is not null => $"the header {Quoted(at.Name)}",
            ShapeNames.RequestBody => "the request body",
            ShapeNames.Response => parent.Is(ShapeNames.Responses) ? $"the answer {Excerpt.Of(at.Name)}" : $"the answer {Quoted(at.Name)}",
            ShapeNames.SecurityScheme => $"the security scheme {Quoted(at.Name)}",
            ShapeNames.Operation => "the operation",
            ShapeNames.PathItem => $"the path {Quoted(at.Name)}",
            ShapeNames.Server => "the server",
            "Info Object" => "the description of the API",
            "Tag Object" => $"the tag {Quoted(at.Either["name"].GetString() ?? "")}",
            ShapeNames.Schema when IsComponent(at) => $"the schema {Quoted(at.Name)}",
            _ => null,
        };
    }

    private static bool IsComponent(Place at) =>
        at.Parent is { Shape.Name: ShapeNames.Schemas, Parent: { } above } && (above.Is("Components Object") || above.Is(ShapeNames.Root2));

    private static string Parameter(RawNode node)
    {
        var name = node["name"].GetString();
        var place = node["in"].GetString();
        return name is null ? "the parameter" : place == "body" ? "the request body" : $"the {Excerpt.Of(place ?? "")} parameter {Quoted(name)}";
    }

    /// <summary>The step of a way through a value.</summary>
    private static string? Step(Place at)
    {
        if (at.Parent!.Is(ShapeNames.Schemas)) return at.Name;
        if (!at.Is(ShapeNames.Schema) && !at.Is(ShapeNames.Items2)) return null;
        return at.Name == "items" ? "[]" : null;
    }
}
