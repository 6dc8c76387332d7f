namespace IntegrationCopilot.Server.Platform.Outcomes;

/// <summary>The ways a request can end without its value.</summary>
public enum OutcomeKind
{
    /// <summary>Nobody is signed in.</summary>
    Unauthenticated,

    /// <summary>The actor's role does not grant the permission the request needs.</summary>
    Forbidden,

    /// <summary>It does not exist, or belongs to somebody else: both answer the same.</summary>
    NotFound,

    /// <summary>The request itself is wrong; the fields say where.</summary>
    Invalid,

    /// <summary>It contradicts what is stored.</summary>
    Conflict,

    /// <summary>A quota or rate limit is used up.</summary>
    LimitExceeded,
}
