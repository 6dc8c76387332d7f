namespace IntegrationCopilot.SpecEngine;

/// <summary>Builds the parameters of OpenAPI 3.x.</summary>
internal sealed class ParameterBuilder(SpecContext context, ContentBuilder contents)
{
    private readonly Dictionary<RawNode, ApiParameter?> known = [];

    /// <summary>The parameters of a path item or an operation.</summary>
    public IReadOnlyList<ApiParameter> Parameters(RawNode owner)
    {
        var list = context.List(owner, "parameters"u8);
        if (list.Count == 0) return [];
        var parameters = new List<ApiParameter>(list.Count);
        foreach (var item in list.Children)
            if (Parameter(item) is { } parameter) parameters.Add(parameter);
        return parameters;
    }

    private ApiParameter? Parameter(RawNode item)
    {
        var node = context.OfKind(item, RawKind.Object);
        if (!node.IsDefined) return null;
        if (!known.TryGetValue(node, out var parameter)) known[node] = parameter = Build(node);
        return parameter is not null && context.OverridingDescription(item) is { } description ? parameter with { Description = description } : parameter;
    }

    private ApiParameter? Build(RawNode node)
    {
        var name = SpecContext.Text(node, "name"u8);
        var place = PlaceOf(SpecContext.Text(node, "in"u8));
        if (string.IsNullOrEmpty(name) || place is null) return null;
        var content = contents.Content(node);
        var style = StyleOf(SpecContext.Text(node, "style"u8), place.Value);
        return new ApiParameter
        {
            Name = name,
            Place = place.Value,
            Node = node,
            Required = place == ParameterPlace.Path || SpecContext.Flag(node, "required"u8),
            Deprecated = SpecContext.Flag(node, "deprecated"u8),
            Style = style,
            Explode = node.FindMember("explode"u8).GetBoolean() ?? style == SerializationStyle.Form,
            AllowReserved = SpecContext.Flag(node, "allowReserved"u8),
            AllowEmptyValue = SpecContext.Flag(node, "allowEmptyValue"u8),
            Description = SpecContext.Text(node, "description"u8),
            Schema = content.Count > 0 ? default : node.FindMember("schema"u8),
            Content = content.Count > 0 ? content[0] : null,
            Examples = contents.Examples(node),
        };
    }

    private ParameterPlace? PlaceOf(string? text) => text switch
    {
        "path" => ParameterPlace.Path,
        "query" => ParameterPlace.Query,
        "header" => ParameterPlace.Header,
        "cookie" => ParameterPlace.Cookie,
        "querystring" when context.Edition == OpenApiEdition.V32 => ParameterPlace.QueryString,
        _ => null,
    };

    private static SerializationStyle StyleOf(string? text, ParameterPlace place) => text switch
    {
        "matrix" => SerializationStyle.Matrix,
        "label" => SerializationStyle.Label,
        "simple" => SerializationStyle.Simple,
        "form" or "cookie" => SerializationStyle.Form,
        "spaceDelimited" => SerializationStyle.SpaceDelimited,
        "pipeDelimited" => SerializationStyle.PipeDelimited,
        "deepObject" => SerializationStyle.DeepObject,
        _ => place is ParameterPlace.Path or ParameterPlace.Header ? SerializationStyle.Simple : SerializationStyle.Form,
    };
}
