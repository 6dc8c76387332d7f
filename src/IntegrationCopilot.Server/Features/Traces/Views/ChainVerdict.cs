using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Server.Features.Traces;

/// <summary>Whether the whole chain of a project holds.</summary>
/// <param name="IsValid">Whether every trace is what was signed, in its place, and none is missing.</param>
/// <param name="Traces">How many traces hold, counted from the beginning to the first fault.</param>
/// <param name="ChainId">Identifier of the chain.</param>
/// <param name="KeyId">The key it is signed with.</param>
/// <param name="FaultTraceId">The trace where the chain breaks; null when it holds, or when that cannot be made out.</param>
/// <param name="Fault">What was found there; null when the chain holds.</param>
public sealed record ChainVerdict(bool IsValid, long Traces, string ChainId, string KeyId, string? FaultTraceId, string? Fault)
{
    internal static ChainVerdict Of(ProjectTraceChain chain, TraceVerification verification) => new(
        verification.IsValid, verification.EntryCount, chain.ChainId, chain.KeyId, verification.FirstFault?.EntryId, verification.FirstFault?.Message);
}
