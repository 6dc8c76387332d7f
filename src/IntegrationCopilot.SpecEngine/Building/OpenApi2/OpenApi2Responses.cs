namespace IntegrationCopilot.SpecEngine;

/// <summary>Reads the responses of OpenAPI 2.0.</summary>
internal sealed class OpenApi2Responses(SpecContext context, MediaTypeNames produces)
{
    private readonly Dictionary<RawNode, IReadOnlyList<ApiHeader>> headers = [];

    /// <summary>The responses of an operation in document order.</summary>
    public IReadOnlyList<ApiResponse> Responses(RawNode operation)
    {
        var map = context.Object(operation, "responses"u8);
        if (map.Count == 0) return [];
        var types = produces.Of(operation);
        var responses = new List<ApiResponse>(map.Count);
        foreach (var member in map.Children)
        {
            if (PathItemBuilder.IsExtension(member)) continue;
            if (context.OfKind(member, RawKind.Object) is { IsDefined: true } node) responses.Add(Build(member.Name, node, types));
        }
        return responses;
    }

    private ApiResponse Build(string status, RawNode node, IReadOnlyList<string> types) => new()
    {
        Status = status,
        Node = node,
        Description = SpecContext.Text(node, "description"u8),
        Headers = Headers(node),
        Content = Content(node, types),
    };

    /// <summary>A response without a schema has no body (section 5.2.14), unless an example shows one.</summary>
    private List<ApiMediaType> Content(RawNode response, IReadOnlyList<string> produced)
    {
        var schema = response.FindMember("schema"u8);
        var examples = context.Object(response, "examples"u8);
        var shown = examples.Children.Where(e => e.Name.Contains('/')).Select(e => e.Name);
        var names = schema.IsDefined ? (produced.Count > 0 ? produced : [.. shown]) : [.. shown];
        if (names.Count == 0 && schema.IsDefined) names = [IsFile(schema) ? "application/octet-stream" : "application/json"];
        var isStream = IsStream(schema);
        return [.. names.Select(name => new ApiMediaType
        {
            Name = name,
            Node = response,
            Schema = schema,
            IsStream = isStream,
            Examples = ExamplesOf(examples[name]),
        })];
    }

    /// <summary>How gateways from gRPC describe streams: earlier ones under a member of its own, later ones by the title.</summary>
    private static bool IsStream(RawNode schema) =>
        SpecContext.Text(schema, "$ref"u8)?.StartsWith("#/x-stream-definitions/", StringComparison.Ordinal) == true
            || SpecContext.Text(schema, "title"u8)?.StartsWith("Stream result of ", StringComparison.Ordinal) == true;

    private static IReadOnlyList<ApiExample> ExamplesOf(RawNode example) => example.IsDefined ? [new ApiExample("", example)] : [];

    private bool IsFile(RawNode schema) => context.Follow(schema).FindMember("type"u8).IsString("file");

    private IReadOnlyList<ApiHeader> Headers(RawNode response)
    {
        var map = context.Object(response, "headers"u8);
        if (map.Count == 0) return [];
        if (headers.TryGetValue(map, out var known)) return known;
        var list = new List<ApiHeader>(map.Count);
        foreach (var member in map.Children)
            if (context.OfKind(member, RawKind.Object) is { IsDefined: true } node && !member.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                list.Add(new ApiHeader { Name = member.Name, Node = node, Schema = node, Examples = VendorExamples.Of(node) });
        return headers[map] = list;
    }
}
