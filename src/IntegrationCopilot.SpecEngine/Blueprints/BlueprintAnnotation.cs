using System.Text.Json.Serialization;

namespace IntegrationCopilot.SpecEngine;

/// <summary>What somebody knows about an API beyond its document, and where it belongs.</summary>
/// <param name="Type">What it is about.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">The text.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BlueprintAnnotation(AnnotationType Type, AnnotationSeverity Severity, string Message)
{
    /// <summary>Path template as the document writes it, or a webhook's name; null for the whole API.</summary>
    public string? Path { get; init; }

    /// <summary>HTTP method, in any case; null for every operation of the path.</summary>
    public string? Method { get; init; }

    /// <summary>A parameter's name or a field's way (<see cref="BlueprintField.Name"/>), or its last part; null for the whole endpoint.</summary>
    public string? Field { get; init; }

    /// <summary>When it applies, for example <c>amount above 10 000</c>.</summary>
    public string? Condition { get; init; }
}

/// <summary>An annotation in its place.</summary>
/// <param name="Type">What it is about.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">The text, made plain.</param>
/// <param name="Condition">When it applies.</param>
/// <param name="Place">Where it was meant for when that place is not in the document; null otherwise.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BlueprintNote(AnnotationType Type, AnnotationSeverity Severity, string Message, string? Condition, string? Place);

/// <summary>What an annotation is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnnotationType>))]
public enum AnnotationType
{
    /// <summary>Getting in: scopes, keys.</summary>
    [JsonStringEnumMemberName("AUTH_NOTE")]
    Auth,

    /// <summary>A field.</summary>
    [JsonStringEnumMemberName("FIELD_NOTE")]
    Field,

    /// <summary>An error and what it means.</summary>
    [JsonStringEnumMemberName("ERROR_NOTE")]
    Error,

    /// <summary>Something that holds only sometimes.</summary>
    [JsonStringEnumMemberName("CONDITION_NOTE")]
    Condition,

    /// <summary>An example.</summary>
    [JsonStringEnumMemberName("EXAMPLE_NOTE")]
    Example,

    /// <summary>Something to beware of.</summary>
    [JsonStringEnumMemberName("WARNING")]
    Warning,
}

/// <summary>How much an annotation matters.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnnotationSeverity>))]
public enum AnnotationSeverity
{
    /// <summary>Good to know.</summary>
    [JsonStringEnumMemberName("INFO")]
    Info,

    /// <summary>Likely to cost time.</summary>
    [JsonStringEnumMemberName("WARNING")]
    Warning,

    /// <summary>The integration fails without it.</summary>
    [JsonStringEnumMemberName("CRITICAL")]
    Critical,
}
