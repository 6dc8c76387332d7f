using System.Text.Json.Serialization;

namespace IntegrationCopilot.MockGen;

/// <summary>The type of a variable's value.</summary>
public enum TestVariableType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>A JSON number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>Any JSON value.</summary>
    Json,
}

/// <summary>A value a person can give to a golden test. Steps use it as <c>{{ name }}</c>.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TestVariable
{
    /// <summary>Its name: letters, digits and underscores, for example <c>test_amount</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The type of its value.</summary>
    public TestVariableType Type { get; init; }

    /// <summary>The value used when none is given, spelled as text (JSON for everything but strings); null when there is none.</summary>
    public string? Default { get; init; }

    /// <summary>What to give, for people.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Whether <see cref="Default"/> was made up from the schema: good for our mock, unknown to a real API. There, a test with such a variable and no given
    /// value is skipped.
    /// </summary>
    public bool Invented { get; init; }

    /// <summary>Whether the runner makes a new value for every case of every run when none is given: a UUID, or what <see cref="Form"/> says.</summary>
    public bool Fresh { get; init; }

    /// <summary>The form of new values, each of which its schema accepts; null for UUIDs, and for variables that are not <see cref="Fresh"/>.</summary>
    public FreshForm? Form { get; init; }

    /// <summary>Whether the runner itself has a value where none is given: the address that it listens at.</summary>
    public bool FromRunner { get; init; }

    /// <summary>Whether its value must not be shown.</summary>
    public bool Secret { get; init; }

    /// <summary>Operations that tell the value, the surest first; empty when none is known.</summary>
    public IReadOnlyList<ValueSupplier> Suppliers { get; init => field = value ?? []; } = [];

    /// <summary>
    /// Whether the test changes or deletes what the value names, so that it wants a thing that was made for it: a supplier that creates is asked anew.
    /// </summary>
    public bool Own { get; init; }

    /// <summary>
    /// Whether a test of a real API is skipped when nobody gives a value: neither the document nor an operation tells one, and none is made anew.
    /// </summary>
    [JsonIgnore]
    public bool IsRequired => !Fresh && !FromRunner && Suppliers.Count == 0 && (Invented || Default is null);
}
