namespace IntegrationCopilot.SpecEngine;

/// <summary>Checks security schemes and requirements.</summary>
internal static class SecurityChecks
{
    public static void Scheme(CheckContext context, RawNode scheme)
    {
        var isOld = context.Edition == OpenApiEdition.V20;
        switch (scheme.FindMember("type"u8).GetString())
        {
            case "apiKey":
                Needs(context, scheme, "apiKey", "name");
                if (scheme.FindMember("in"u8).GetString() is not ("query" or "header" or "cookie"))
                    context.Report(SecurityRules.Incomplete, scheme, "apiKey", "'in' with one of query, header, cookie");
                break;
            case "http" when !isOld: Needs(context, scheme, "http", "scheme"); break;
            case "oauth2": Needs(context, scheme, "oauth2", isOld ? "flow" : "flows"); break;
            case "openIdConnect" when !isOld: Needs(context, scheme, "openIdConnect", "openIdConnectUrl"); break;
            case "mutualTLS" when context.Edition >= OpenApiEdition.V31: break;
            case "basic" when isOld: break;
            case { } other: context.Report(SecurityRules.UnknownType, scheme.FindMember("type"u8), Excerpt.Of(other), Types(context.Edition)); break;
        }
    }

    public static void Flows(CheckContext context, RawNode flows)
    {
        foreach (var flow in flows.Children)
        {
            if (!flow.IsObject) continue;
            if (flow.Name is "implicit" or "authorizationCode") Needs(context, flow, $"oauth2 with the flow {flow.Name}", "authorizationUrl");
            if (flow.Name is "password" or "clientCredentials" or "authorizationCode" or "deviceAuthorization")
                Needs(context, flow, $"oauth2 with the flow {flow.Name}", "tokenUrl");
        }
    }

    public static void Requirement(CheckContext context, RawNode requirement)
    {
        var (shelf, path) = context.Edition == OpenApiEdition.V20 ? (context.Root.FindMember("securityDefinitions"u8), "securityDefinitions")
            : (context.Documents.Resolve(context.Root.FindMember("components"u8)).FindMember("securitySchemes"u8), "components/securitySchemes");
        shelf = context.Documents.Resolve(shelf);
        SharedCredentials.Check(context, requirement, shelf);
        foreach (var member in requirement.Children)
        {
            var scheme = context.Documents.Resolve(shelf[member.Name]);
            if (scheme.IsDefined) Scopes(context, member, scheme);
            else if (!IsUri(context, member.Name) && !shelf[member.Name].IsDefined)
                context.Report(SecurityRules.UndeclaredScheme, member, Excerpt.Of(member.Name), path);
        }
    }

    /// <summary>Since 3.2 a requirement may name a scheme by its URI.</summary>
    private static bool IsUri(CheckContext context, string name) => context.Edition == OpenApiEdition.V32 && (name.Contains('/') || name.Contains('#'));

    private static void Scopes(CheckContext context, RawNode member, RawNode scheme)
    {
        if (!scheme.FindMember("type"u8).IsString("oauth2")) return;
        IEnumerable<RawNode> declared = context.Edition == OpenApiEdition.V20
            ? [scheme.FindMember("scopes"u8)]
            : scheme.FindMember("flows"u8).Children.Select(f => f.FindMember("scopes"u8));
        foreach (var scope in member.Children)
            if (scope.GetString() is { Length: > 0 } name && !declared.Any(d => d[name].IsDefined))
                context.Report(SecurityRules.UndeclaredScope, scope, Excerpt.Of(member.Name), Excerpt.Of(name));
    }

    private static void Needs(CheckContext context, RawNode node, string type, string field)
    {
        if (!node[field].IsDefined) context.Report(SecurityRules.Incomplete, node, type, $"'{field}'");
    }

    private static string Types(OpenApiEdition edition) => edition switch
    {
        OpenApiEdition.V20 => "basic, apiKey or oauth2",
        OpenApiEdition.V30 => "apiKey, http, oauth2 or openIdConnect",
        _ => "apiKey, http, mutualTLS, oauth2 or openIdConnect",
    };
}
