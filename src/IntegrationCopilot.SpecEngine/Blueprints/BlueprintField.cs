namespace IntegrationCopilot.SpecEngine;

/// <summary>A parameter, or a field of a body.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BlueprintField
{
    /// <summary>A parameter's name; a field's way from the top, for example <c>items[].price.amount</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>path</c>, <c>query</c>, <c>header</c>, <c>cookie</c>, <c>querystring</c>, or <c>body</c>.</summary>
    public required string Place { get; init; }

    /// <summary>Its type in words, for example <c>string (date-time)</c>, <c>array of integer</c>, <c>one of Card, Account</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Whether it must be sent; within an optional object, whether it must be there when the object is.</summary>
    public bool Required { get; init; }

    /// <summary>What it means.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// What values are allowed, each in a few words: <c>at least 1</c>, <c>at most 3 characters</c>, <c>one of EUR, GBP</c>, <c>read only</c>.
    /// </summary>
    public IReadOnlyList<string> Constraints { get; init => field = value ?? []; } = [];

    /// <summary>Annotations about the field.</summary>
    public IReadOnlyList<BlueprintNote> Notes { get; init => field = value ?? []; } = [];
}
