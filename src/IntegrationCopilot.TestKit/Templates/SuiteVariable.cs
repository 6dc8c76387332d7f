using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>A variable of a suite of golden tests: what it is, and every place that uses it.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SuiteVariable
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The type of its value, as the first test declares it; a string where none does.</summary>
    public TestVariableType Type { get; init; }

    /// <summary>The default of the first declaration or placeholder that has one, as text; null when there is none, and for secrets.</summary>
    public string? Default { get; init; }

    /// <summary>What to give, for people, by the first that says so; null when none does.</summary>
    public string? Description { get; init; }

    /// <summary>Whether a value has to be given when a real API is tested: <see cref="TestVariable.IsRequired"/> where it is declared.</summary>
    public bool Required { get; init; }

    /// <summary>Whether its value must not be shown.</summary>
    public bool Secret { get; init; }

    /// <summary>Whether a test or call declares it; else its placeholders alone do.</summary>
    public bool Declared { get; init; }

    /// <summary>Where it is used, in the order of the suite; empty for one that is declared and used nowhere.</summary>
    public IReadOnlyList<SuitePlace> Uses { get; init; } = [];
}
