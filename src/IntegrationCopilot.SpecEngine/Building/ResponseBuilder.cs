namespace IntegrationCopilot.SpecEngine;

/// <summary>Builds the responses of OpenAPI 3.x.</summary>
internal sealed class ResponseBuilder(SpecContext context, ContentBuilder contents)
{
    private readonly Dictionary<RawNode, ApiResponse> known = [];

    /// <summary>The responses of an operation in document order.</summary>
    public IReadOnlyList<ApiResponse> Responses(RawNode operation)
    {
        var map = context.Object(operation, "responses"u8);
        if (map.Count == 0) return [];
        var responses = new List<ApiResponse>(map.Count);
        foreach (var member in map.Children)
        {
            var status = member.Name;
            if (status.StartsWith("x-", StringComparison.OrdinalIgnoreCase)) continue;
            if (Response(status, member) is { } response) responses.Add(response);
        }
        return responses;
    }

    private ApiResponse? Response(string status, RawNode member)
    {
        var node = context.OfKind(member, RawKind.Object);
        if (!node.IsDefined) return null;
        if (!known.TryGetValue(node, out var response)) known[node] = response = Build(status, node);
        if (context.OverridingDescription(member) is { } description) return response with { Status = status, Description = description };
        return response.Status == status ? response : response with { Status = status };
    }

    private ApiResponse Build(string status, RawNode node) => new()
    {
        Status = status,
        Node = node,
        Description = SpecContext.Text(node, "description"u8),
        Headers = Headers(node),
        Content = contents.Content(node),
    };

    private IReadOnlyList<ApiHeader> Headers(RawNode response)
    {
        var map = context.Object(response, "headers"u8);
        if (map.Count == 0) return [];
        var headers = new List<ApiHeader>(map.Count);
        foreach (var member in map.Children)
            if (Header(member) is { } header) headers.Add(header);
        return headers;
    }

    private ApiHeader? Header(RawNode member)
    {
        var name = member.Name;
        var node = context.OfKind(member, RawKind.Object);
        if (!node.IsDefined || name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) return null;
        var content = contents.Content(node);
        return new ApiHeader
        {
            Name = name,
            Node = node,
            Required = SpecContext.Flag(node, "required"u8),
            Explode = SpecContext.Flag(node, "explode"u8),
            Schema = content.Count > 0 ? default : node.FindMember("schema"u8),
            Content = content.Count > 0 ? content[0] : null,
            Examples = contents.Examples(node),
        };
    }
}
