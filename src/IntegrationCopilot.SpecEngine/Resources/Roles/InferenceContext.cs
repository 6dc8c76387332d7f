namespace IntegrationCopilot.SpecEngine;

/// <summary>What the finders of resources share.</summary>
internal sealed class InferenceContext(ApiSpec spec)
{
    private readonly Dictionary<ApiOperation, EffectVerdict> effects = new(ReferenceEqualityComparer.Instance);

    public ApiSpec Spec { get; } = spec;

    public PathTree Tree { get; } = new(spec.Operations);

    public AnswerReader Answers { get; } = new(new SchemaStructure(spec));

    public EffectVerdict EffectOf(ApiOperation operation)
    {
        if (!effects.TryGetValue(operation, out var verdict)) effects[operation] = verdict = EffectJudge.Judge(operation, Tree.Of(operation));
        return verdict;
    }

    public bool Does(ApiOperation? operation, OperationEffect effect) => operation is not null && EffectOf(operation).Effect == effect;
}
