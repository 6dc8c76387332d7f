namespace IntegrationCopilot.SpecEngine;

/// <summary>What one operation does, how sure that is and why.</summary>
internal readonly record struct EffectVerdict(OperationEffect Effect, double Confidence, IReadOnlyList<ResourceEvidence> Evidence, OperationTraits Traits);
