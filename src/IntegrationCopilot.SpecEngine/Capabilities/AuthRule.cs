namespace IntegrationCopilot.SpecEngine;

/// <summary>Callers authenticate: security requirements first, then parameters that carry credentials, schemes nobody asks for, and 401.</summary>
internal sealed class AuthRule : CapabilityRule
{
    private static readonly HashSet<string> Keys = LooseNames.Set(
        "api-key", "x-api-key", "apikey", "x-apikey", "app-key", "x-app-key", "access-key", "x-access-key", "auth-token", "x-auth-token", "x-access-token",
        "x-auth-key", "api-token", "x-api-token", "subscription-key", "ocp-apim-subscription-key");

    public override string Id => CapabilityIds.Auth;

    public override double AbsentConfidence => 0.7;

    public override void Look(ApiOperation operation, CapabilityFindings findings)
    {
        var found = Required(operation, findings);
        if (!found) found = Carried(operation, findings);
        if (!found && operation.Responses.FirstOrDefault(r => r.Status == "401") is { } refused)
            findings.Add(operation, refused.Node, 0.7, new UnauthorizedAnswerFact());
    }

    /// <summary>Schemes declared and never asked for: vendors forget the requirement more often than they declare in vain.</summary>
    public override void Look(ApiSpec spec, CapabilityFindings findings)
    {
        var used = spec.Operations.SelectMany(o => o.Security).SelectMany(a => a.Requirements).Select(r => r.SchemeName).ToHashSet(StringComparer.Ordinal);
        if (used.Count > 0) return;
        foreach (var scheme in spec.SecuritySchemes) findings.Add(null, scheme.Node, 0.8, new SecuritySchemeFact(scheme.Name, scheme.Kind, SchemeUse.Unused));
    }

    private static bool Required(ApiOperation operation, CapabilityFindings findings)
    {
        if (operation.Security.Count == 0) return false;
        HashSet<string> seen = new(StringComparer.Ordinal);
        var anonymous = operation.Security.Any(a => a.Requirements.Count == 0);
        foreach (var requirement in operation.Security.SelectMany(a => a.Requirements))
        {
            if (!seen.Add(requirement.SchemeName)) continue;
            var node = requirement.Scheme?.Node ?? operation.Node;
            var fact = new SecuritySchemeFact(requirement.SchemeName, requirement.Scheme?.Kind, anonymous ? SchemeUse.Optional : SchemeUse.Required);
            findings.Add(operation, node, requirement.Scheme is null || anonymous ? 0.8 : 1, fact);
        }
        return seen.Count > 0;
    }

    private static bool Carried(ApiOperation operation, CapabilityFindings findings)
    {
        foreach (var parameter in operation.Parameters)
        {
            if (KindOf(parameter) is not { } kind) continue;
            findings.Add(operation, parameter.Node, 0.9, new CredentialParameterFact(MessageField.Of(parameter), kind));
            return true;
        }
        return false;
    }

    private static SecuritySchemeKind? KindOf(ApiParameter parameter)
    {
        if (parameter.Place is not (ParameterPlace.Header or ParameterPlace.Query)) return null;
        if (parameter.Place == ParameterPlace.Header && parameter.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase))
            return HttpKindOf(parameter);
        if (parameter.Place == ParameterPlace.Query && parameter.Name.Equals("access_token", StringComparison.OrdinalIgnoreCase))
            return SecuritySchemeKind.Bearer;
        return Keys.Contains(parameter.Name) ? SecuritySchemeKind.ApiKey : null;
    }

    private static SecuritySchemeKind HttpKindOf(ApiParameter parameter)
    {
        var text = parameter.Node.ToString();
        if (text.Contains("Bearer", StringComparison.OrdinalIgnoreCase)) return SecuritySchemeKind.Bearer;
        return text.Contains("Basic", StringComparison.OrdinalIgnoreCase) ? SecuritySchemeKind.Basic : SecuritySchemeKind.Http;
    }
}
