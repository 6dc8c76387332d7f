namespace IntegrationCopilot.SpecEngine;

/// <summary>Reads the parameters of OpenAPI 2.0. Those of a body are told apart here and read by <see cref="OpenApi2Bodies"/>.</summary>
internal sealed class OpenApi2Parameters(SpecContext context)
{
    private readonly Dictionary<RawNode, ApiParameter?> known = [];

    /// <summary>The parameters of a path item or an operation that travel outside the body.</summary>
    public IReadOnlyList<ApiParameter> Parameters(RawNode owner)
    {
        var list = context.List(owner, "parameters"u8);
        if (list.Count == 0) return [];
        var parameters = new List<ApiParameter>(list.Count);
        foreach (var item in list.Children)
            if (Parameter(item) is { } parameter) parameters.Add(parameter);
        return parameters;
    }

    /// <summary>The items of a path item's or an operation's list that describe its body: <c>in: body</c> and <c>in: formData</c>.</summary>
    public IEnumerable<BodyParameter> OfBody(RawNode owner)
    {
        foreach (var item in owner.FindMember("parameters"u8).Children)
        {
            var node = context.Follow(item);
            if (SpecContext.Text(node, "in"u8) is ("body" or "formData") and var place)
                yield return new BodyParameter(item, node, SpecContext.Text(node, "name"u8) ?? "", place == "formData");
        }
    }

    private ApiParameter? Parameter(RawNode item)
    {
        var node = context.OfKind(item, RawKind.Object);
        if (!node.IsDefined) return null;
        if (!known.TryGetValue(node, out var parameter)) known[node] = parameter = Build(node);
        return parameter;
    }

    private ApiParameter? Build(RawNode node)
    {
        var name = SpecContext.Text(node, "name"u8);
        var place = SpecContext.Text(node, "in"u8);
        if (place is "body" or "formData") return null;
        if (string.IsNullOrEmpty(name) || PlaceOf(place) is not { } known) return null;
        var (style, explode) = CollectionFormats.Of(SpecContext.Text(node, "collectionFormat"u8), known);
        return new ApiParameter
        {
            Name = name,
            Place = known,
            Node = node,
            Required = known == ParameterPlace.Path || SpecContext.Flag(node, "required"u8),
            Deprecated = SpecContext.Flag(node, "x-deprecated"u8),
            Style = style,
            Explode = explode,
            AllowEmptyValue = SpecContext.Flag(node, "allowEmptyValue"u8),
            Description = SpecContext.Text(node, "description"u8),
            Schema = node,
            Examples = VendorExamples.Of(node),
        };
    }

    private static ParameterPlace? PlaceOf(string? text) => text switch
    {
        "path" => ParameterPlace.Path,
        "query" => ParameterPlace.Query,
        "header" => ParameterPlace.Header,
        _ => null,
    };
}

/// <summary>A parameter that is the body, or a field of it.</summary>
/// <param name="Item">As it stands in the list, perhaps a reference.</param>
/// <param name="Node">The Parameter Object.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsField">Whether it is a field of a form.</param>
internal readonly record struct BodyParameter(RawNode Item, RawNode Node, string Name, bool IsField);
