using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>Something the API can do, and where its document says so.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Detected">Whether the document says so.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Kinds">Finer kinds, for example <c>cursor</c>.</param>
/// <param name="EvidenceCount">How many places say so.</param>
/// <param name="Evidence">The first of them.</param>
public sealed record CapabilityView(string Id, bool Detected, double Confidence, IReadOnlyList<string> Kinds, int EvidenceCount,
    IReadOnlyList<EvidenceView> Evidence)
{
    private const int MostEvidence = 20;

    internal static CapabilityView Of(Capability capability) => new(
        capability.Id, capability.Detected, capability.Confidence, capability.Kinds, capability.Evidence.Count, capability.Evidence.Take(MostEvidence)
            .Select(EvidenceView.Of).ToList());
}

/// <summary>A place that shows a capability.</summary>
/// <param name="Reason">What it shows.</param>
/// <param name="Operation">The operation it belongs to, as method and path; null for the whole document.</param>
/// <param name="Line">1-based; 0 when there is no place.</param>
/// <param name="Column">1-based; 0 when there is no place.</param>
/// <param name="Pointer">JSON Pointer of the node.</param>
public sealed record EvidenceView(string Reason, string? Operation, int Line, int Column, string Pointer)
{
    internal static EvidenceView Of(CapabilityEvidence evidence) =>
        new(evidence.Fact.ToString(), evidence.OperationId, evidence.Location.Line, evidence.Location.Column, evidence.Location.Pointer);
}
