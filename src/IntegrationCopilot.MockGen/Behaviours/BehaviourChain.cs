namespace IntegrationCopilot.MockGen;

/// <summary>The behaviours of a mock in their order, and the way of a request through them.</summary>
internal sealed class BehaviourChain
{
    private readonly IMockBehaviour[] behaviours;

    public BehaviourChain(IEnumerable<IMockBehaviour> builtIn, MockOptions options)
    {
        var without = new HashSet<string>(options.Without, StringComparer.Ordinal);
        behaviours = [.. builtIn.Where(b => !without.Contains(b.Name)).Concat(options.Behaviours).OrderBy(b => b.Stage)];
    }

    /// <summary>What is done with the requests of an operation, or with those that belong to none.</summary>
    /// <param name="operation">The operation; null for requests that belong to none.</param>
    /// <param name="from">The outermost stage that counts.</param>
    public MockStep Build(MockOperation? operation, MockStage from = MockStage.Exchange)
    {
        MockStep step = operation is null ? RouteRefusals.AnswerAsync : DescribedAnswers.AnswerAsync;
        for (var i = behaviours.Length - 1; i >= 0 && behaviours[i].Stage >= from; i--) step = behaviours[i].Build(operation, step);
        return step;
    }
}
