namespace IntegrationCopilot.MockGen;

/// <summary>What made-up values depend on. Equal options, document and call give the same bytes.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SampleOptions
{
    /// <summary>Where made-up values come from. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// The day, in UTC, that made-up dates are counted from: what was created lies some weeks before it, what starts or expires some weeks after. Default
    /// 2026-01-01, so that bytes stay the same; whoever talks to a running API gives the day of its clock.
    /// </summary>
    public DateOnly Today { get; init; } = new(2026, 1, 1);

    /// <summary>
    /// What the values are for, such as a run and a case. When not empty, values that identify (names, e-mail addresses, slugs, numbers of records …) get a
    /// form that no other use has, as far as their schemas allow. Default empty.
    /// </summary>
    public string Use { get; init; } = "";
}
