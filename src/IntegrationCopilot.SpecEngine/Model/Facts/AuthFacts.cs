namespace IntegrationCopilot.SpecEngine;

/// <summary>How a security scheme is used.</summary>
public enum SchemeUse
{
    /// <summary>Without it there is no getting in, unless by another alternative.</summary>
    Required,

    /// <summary>Anonymous callers get in too.</summary>
    Optional,

    /// <summary>It is declared, and nothing asks for it: vendors forget the requirement more often than they declare in vain.</summary>
    Unused,
}

/// <summary>A security scheme lets callers in.</summary>
/// <param name="Scheme">Its name in the document.</param>
/// <param name="SchemeKind">Its kind; null when the document does not declare the scheme.</param>
/// <param name="Use">Whether operations ask for it.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SecuritySchemeFact(string Scheme, SecuritySchemeKind? SchemeKind, SchemeUse Use) : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.Auth;

    /// <inheritdoc />
    public override string? Kind => FactKinds.Of(SchemeKind);
}

/// <summary>A parameter carries credentials, although no security scheme says so.</summary>
/// <param name="Field">The header or query parameter.</param>
/// <param name="SchemeKind">The kind of scheme it amounts to.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record CredentialParameterFact(MessageField Field, SecuritySchemeKind SchemeKind) : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.Auth;

    /// <inheritdoc />
    public override string? Kind => FactKinds.Of(SchemeKind);
}

/// <summary>An operation describes 401, and nothing says by what a caller gets in.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record UnauthorizedAnswerFact : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.Auth;
}
