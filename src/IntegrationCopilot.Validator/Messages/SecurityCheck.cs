using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Checks that a request carries what one of an operation's security alternatives asks for.</summary>
internal static class SecurityCheck
{
    public static Finding? Check(ApiOperation operation, RecordedRequest request, AuthenticationKinds kinds)
    {
        CredentialReading? closest = null;
        foreach (var alternative in operation.Security)
        {
            var worst = Worst(alternative, request, kinds);
            if (worst is null) return null;
            if (closest is null || worst.State > closest.State) closest = worst;
        }
        if (closest is null) return null;
        return new Finding
        {
            Code = closest.State == CredentialState.Missing ? FindingCodes.MissingCredentials : FindingCodes.MalformedCredentials,
            Message = closest.Problem!,
            Where = "security",
            Expected = string.Join(" or ", operation.Security.Select(a => string.Join(" and ", a.Requirements.Select(r => r.SchemeName)))),
            Source = SourceOf(operation),
        };
    }

    /// <summary>The least of what an alternative finds; null when nothing is amiss.</summary>
    private static CredentialReading? Worst(SecurityAlternative alternative, RecordedRequest request, AuthenticationKinds kinds) =>
        alternative.Requirements
            .Where(r => r.Scheme is not null)
            .Select(r => kinds.Of(r.Scheme!).Read(r.Scheme!, request))
            .Where(r => r.State != CredentialState.Present)
            .MinBy(r => r.State);

    private static SourceLocation SourceOf(ApiOperation operation)
    {
        var own = operation.Node["security"];
        return own.IsDefined ? own.Location : operation.Location;
    }
}
