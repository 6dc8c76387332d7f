using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>A fault that a mock was given, as a behaviour among the others.</summary>
internal sealed class FaultBehaviour(FaultInjection injection, ApiSpec spec, AuthenticationKinds kinds) : IMockBehaviour
{
    private readonly FaultMemory memory = new();

    public string Name => injection.Fault.Id;

    public MockStage Stage => injection.Fault.Act.Stage;

    /// <summary>Name of the built-in behaviour it undoes; null when it stands by itself.</summary>
    public string? Around => injection.Fault.Act.Around;

    public MockStep Build(MockOperation? operation, MockStep next) => Around is null ? Build(operation, next, next) : next;

    /// <summary>What is done in place of a behaviour.</summary>
    /// <param name="operation">The operation; null for requests that belong to none.</param>
    /// <param name="with">What is done with the behaviour.</param>
    /// <param name="without">What is done without it.</param>
    public MockStep Build(MockOperation? operation, MockStep with, MockStep without)
    {
        if (operation is null) return with;
        memory.Steps[operation.Description] = with;
        var subject = new FaultSubject(spec, operation.Description, kinds);
        return injection.IsMeant(operation.Description) && injection.Fault.Applies(subject)
            ? injection.Fault.Act.Build(new FaultSite(injection.Fault, subject, operation, memory), with, without) : with;
    }
}
