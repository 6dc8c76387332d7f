namespace IntegrationCopilot.SpecEngine;

/// <summary>Builds one security scheme, of OpenAPI 2.0 or 3.x.</summary>
internal static class SecuritySchemeBuilder
{
    public static SecurityScheme Build(SpecContext context, string name, RawNode node)
    {
        var type = SpecContext.Text(node, "type"u8);
        var http = type == "http" ? SpecContext.Text(node, "scheme"u8)?.ToLowerInvariant() : null;
        return new SecurityScheme
        {
            Name = name,
            Kind = KindOf(type, http),
            Node = node,
            KeyPlace = PlaceOf(SpecContext.Text(node, "in"u8)),
            KeyName = type == "apiKey" ? SpecContext.Text(node, "name"u8) : null,
            HttpScheme = type == "basic" ? "basic" : http,
            Flows = context.Edition == OpenApiEdition.V20 ? SingleFlow(node) : Flows(context, node),
            Description = SpecContext.Text(node, "description"u8),
        };
    }

    private static SecuritySchemeKind KindOf(string? type, string? http) => type switch
    {
        "apiKey" => SecuritySchemeKind.ApiKey,
        "basic" => SecuritySchemeKind.Basic,
        "oauth2" => SecuritySchemeKind.OAuth2,
        "openIdConnect" => SecuritySchemeKind.OpenIdConnect,
        "mutualTLS" => SecuritySchemeKind.MutualTls,
        "http" => http switch { "basic" => SecuritySchemeKind.Basic, "bearer" => SecuritySchemeKind.Bearer, _ => SecuritySchemeKind.Http },
        _ => SecuritySchemeKind.Unknown,
    };

    private static ParameterPlace PlaceOf(string? text) => text switch
    {
        "query" => ParameterPlace.Query,
        "cookie" => ParameterPlace.Cookie,
        _ => ParameterPlace.Header,
    };

    private static IReadOnlyList<OAuthFlow> Flows(SpecContext context, RawNode scheme)
    {
        List<OAuthFlow> flows = [];
        foreach (var flow in context.Object(scheme, "flows"u8).Children)
            if (flow.IsObject && !flow.Name.StartsWith("x-", StringComparison.OrdinalIgnoreCase)) flows.Add(Flow(flow.Name, flow));
        return flows;
    }

    /// <summary>OpenAPI 2.0 describes one flow in the scheme itself, under older names (section 5.2.30).</summary>
    private static IReadOnlyList<OAuthFlow> SingleFlow(RawNode scheme) => SpecContext.Text(scheme, "flow"u8) switch
    {
        "application" => [Flow("clientCredentials", scheme)],
        "accessCode" => [Flow("authorizationCode", scheme)],
        { } name => [Flow(name, scheme)],
        null => [],
    };

    private static OAuthFlow Flow(string name, RawNode node)
    {
        Dictionary<string, string> scopes = new(StringComparer.Ordinal);
        foreach (var scope in node.FindMember("scopes"u8).Children) scopes[scope.Name] = scope.GetScalarText() ?? "";
        return new OAuthFlow(name, SpecContext.Text(node, "authorizationUrl"u8), SpecContext.Text(node, "tokenUrl"u8), scopes);
    }
}
