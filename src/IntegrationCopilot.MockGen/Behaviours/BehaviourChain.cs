using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>The behaviours of a mock in their order, and the way of a request through them.</summary>
internal sealed class BehaviourChain
{
    private readonly IMockBehaviour[] behaviours;
    private readonly FaultBehaviour[] undoing;
    private readonly MockStep unrouted;

    public BehaviourChain(IEnumerable<IMockBehaviour> builtIn, MockStep unrouted, MockOptions options, ApiSpec spec)
    {
        this.unrouted = unrouted;
        FaultBehaviour[] faults = [.. options.Faults.Select(injection => new FaultBehaviour(injection, spec, options.Authentication))];
        undoing = Array.FindAll(faults, fault => fault.Around is not null);
        var without = new HashSet<string>(options.Without, StringComparer.Ordinal);
        behaviours = [.. builtIn.Where(b => !without.Contains(b.Name)).Concat(options.Behaviours).Concat(faults.Where(fault => fault.Around is null))
            .OrderBy(b => b.Stage)];
    }

    /// <summary>What is done with the requests of an operation, or with those that belong to none.</summary>
    /// <param name="operation">The operation; null for requests that belong to none.</param>
    /// <param name="from">The outermost stage that counts.</param>
    public MockStep Build(MockOperation? operation, MockStage from = MockStage.Exchange)
    {
        var step = operation is null ? Reached("routing", unrouted) : Reached("document", DescribedAnswers.AnswerAsync);
        for (var i = behaviours.Length - 1; i >= 0 && behaviours[i].Stage >= from; i--) step = Build(behaviours[i], operation, step);
        return step;
    }

    /// <summary>What a behaviour does, as far as no fault undoes it.</summary>
    private MockStep Build(IMockBehaviour behaviour, MockOperation? operation, MockStep next)
    {
        var step = behaviour.Build(operation, next);
        foreach (var fault in undoing)
            if (fault.Around == behaviour.Name) step = fault.Build(operation, step, next);
        return ReferenceEquals(step, next) ? next : Reached(behaviour.Name, step);
    }

    /// <summary>Notes how far a request came.</summary>
    private static MockStep Reached(string name, MockStep step) => request =>
    {
        request.Reached = name;
        return step(request);
    };
}
