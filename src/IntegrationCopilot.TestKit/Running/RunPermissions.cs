using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>What a run may do to what is behind an API. What is not allowed is skipped, with the reason.</summary>
/// <remarks>
/// <para>Against a mock everything is allowed. Against a sandbox everything is but <see cref="OperationEffect.Dangerous"/> operations; UAT and production are
/// only read. What an operation does is concluded from the document, not from its method.</para>
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RunPermissions
{
    /// <summary>Whether things may be created, changed and deleted in UAT and production too. Default not.</summary>
    public bool AllowWrites { get; init; }

    /// <summary>
    /// Operations that may be called whatever they do, by method and path (<c>POST /auth/disable</c>) or <c>operationId</c>: the only way to call a dangerous
    /// one. Default none.
    /// </summary>
    public IReadOnlyList<string> AllowedOperations { get; init; } = [];

    internal bool Names(ApiOperation operation) =>
        AllowedOperations.Any(name => string.Equals(name, operation.Id, StringComparison.Ordinal)
            || string.Equals(name, operation.OperationId, StringComparison.Ordinal));
}
