using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationCopilot.MockGen;

/// <summary>A request as data. Every text in it may hold <c>{{ name }}</c>: a variable of the test or a captured value.</summary>
/// <remarks>
/// <para>Parameter values are JSON values, not yet spelled for the wire: the operation's <see cref="SpecEngine.ApiParameter"/> says how (style, explode); a
/// name the document does not know is spelled in its place's default style.</para>
/// <para>A JSON string that is nothing but one <c>{{ name }}</c> becomes a value of the variable's type; within a longer string the value's text is
/// inserted.</para>
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record StepRequest
{
    /// <summary>HTTP method in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>Path template as the document writes it, for example <c>/payments/{id}</c>, relative to the base URL.</summary>
    public required string Path { get; init; }

    /// <summary>Values of the path template's parameters by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> PathValues { get; init => field = value ?? NoValues; } = NoValues;

    /// <summary>Query parameters by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Query { get; init => field = value ?? NoValues; } = NoValues;

    /// <summary>Header fields by name. Never holds credentials, <c>Content-Type</c> or <c>Prefer</c>.</summary>
    public IReadOnlyDictionary<string, JsonElement> Headers { get; init => field = value ?? NoValues; } = NoValues;

    /// <summary>Cookies by name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Cookies { get; init => field = value ?? NoValues; } = NoValues;

    /// <summary>The body; null to send none.</summary>
    public StepBody? Body { get; init; }

    /// <summary>The request as compact JSON, for comparing and searching.</summary>
    public JsonElement ToElement() => JsonSerializer.SerializeToElement(this, SuiteJson.Default.StepRequest);

    private static IReadOnlyDictionary<string, JsonElement> NoValues { get; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}

/// <summary>A request body: exactly one of <see cref="Json"/>, <see cref="Form"/> and <see cref="Text"/> is set.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record StepBody
{
    /// <summary>The media type, sent as <c>Content-Type</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>A JSON value.</summary>
    [JsonConverter(typeof(NullKeepingConverter))]
    public JsonElement? Json { get; init; }

    /// <summary>Fields of a form, in order, not yet percent-encoded.</summary>
    public IReadOnlyList<FormField>? Form { get; init; }

    /// <summary>Text, sent as it is.</summary>
    public string? Text { get; init; }

    /// <summary>The body as compact JSON, for comparing and searching.</summary>
    public JsonElement ToElement() => JsonSerializer.SerializeToElement(this, SuiteJson.Default.StepBody);
}

/// <summary>One field of a form.</summary>
/// <param name="Name">Its name; may repeat.</param>
/// <param name="Value">Its value.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record FormField(string Name, string Value);
