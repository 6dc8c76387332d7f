namespace IntegrationCopilot.MockGen;

/// <summary>Something a mock keeps.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record MockThing
{
    /// <summary>Where it lies.</summary>
    public required string Collection { get; init; }

    /// <summary>What it is found by, within its collection.</summary>
    public required string Id { get; init; }

    /// <summary>UTF-8 JSON text.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>What it belongs to besides its collection; empty when to nothing.</summary>
    public string Owner { get; init; } = "";

    /// <summary>What is special about it.</summary>
    public MockThingMarks Marks { get; init; }

    /// <summary>Its place among all things, ascending as they were added; given by the store, 0 before.</summary>
    public long Order { get; init; }

    /// <summary>How often it was written; given by the store, 0 before.</summary>
    public long Version { get; init; }
}

/// <summary>What is special about a thing.</summary>
[Flags]
public enum MockThingMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It was there from the start: made from the document, not by a request.</summary>
    Seed = 1,

    /// <summary>It was deleted and only its trace is kept.</summary>
    Deleted = 2,

    /// <summary>Work on it has not yet ended.</summary>
    Pending = 4,
}
