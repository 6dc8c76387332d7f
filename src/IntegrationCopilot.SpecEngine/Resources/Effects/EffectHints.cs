namespace IntegrationCopilot.SpecEngine;

/// <summary>Extensions by which a document says outright what an operation does.</summary>
internal static class EffectHints
{
    /// <summary><c>x-effect: deletes</c>, <c>x-destructive: true</c>, <c>x-readonly: true</c>.</summary>
    public static EffectVerdict? Of(ApiOperation operation)
    {
        foreach (var member in operation.Node.Children)
        {
            if (!PathItemBuilder.IsExtension(member)) continue;
            if (EffectOf(member) is { } effect) return new EffectVerdict(effect, 1, [new ResourceEvidence(InferenceRule.Hint, member)], OperationTraits.None);
        }
        return null;
    }

    private static OperationEffect? EffectOf(RawNode member) => member.Name.ToLowerInvariant() switch
    {
        "x-effect" => Enum.TryParse<OperationEffect>(member.GetString(), ignoreCase: true, out var effect) && Enum.IsDefined(effect) ? effect : null,
        "x-destructive" or "x-dangerous" or "x-destructive-hint" when member.GetBoolean() == true => OperationEffect.Dangerous,
        "x-read-only" or "x-readonly" or "x-readonly-hint" or "x-read-only-hint" or "x-safe" when member.GetBoolean() == true => OperationEffect.Safe,
        _ => null,
    };
}
