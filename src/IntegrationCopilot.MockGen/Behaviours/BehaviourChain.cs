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
    public MockStep Build(MockOperation? operation)
    {
        MockStep step = operation is null ? RouteRefusals.AnswerAsync : DescribedAnswers.AnswerAsync;
        for (var i = behaviours.Length - 1; i >= 0; i--) step = behaviours[i].Build(operation, step);
        return step;
    }
}
