using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A way in which an API can be wrong, which a mock can be given on purpose: to see whether tests, clients and monitors notice.</summary>
/// <remarks><see cref="MockFaults.All"/> has them all. Give them to a mock with <see cref="MockOptions.Faults"/>.</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class MockFault
{
    internal MockFault(string id, FaultArea area, string title, string rule, string source, Func<FaultSubject, bool> applies, FaultAct act)
    {
        (Id, Area, Title, Rule, Source) = (id, area, title, rule, source);
        (Applies, Act) = (applies, act);
    }

    /// <summary>Stable name in lower case with hyphens, for example <c>delete-without-effect</c>.</summary>
    public string Id { get; }

    /// <summary>What it is about.</summary>
    public FaultArea Area { get; }

    /// <summary>What the mock does with it, in one sentence.</summary>
    public string Title { get; }

    /// <summary>The rule it breaks, in one sentence.</summary>
    public string Rule { get; }

    /// <summary>Where that rule stands, for example <c>RFC 9110, section 15.3.2</c>.</summary>
    public string Source { get; }

    internal Func<FaultSubject, bool> Applies { get; }

    internal FaultAct Act { get; }

    /// <summary>The operations of an API that it can show in, in document order.</summary>
    /// <param name="spec">The API.</param>
    public IEnumerable<ApiOperation> OperationsIn(ApiSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return spec.Operations.Where(operation => Applies(new FaultSubject(spec, operation)));
    }

    /// <summary><see cref="Id"/>.</summary>
    public override string ToString() => Id;
}
