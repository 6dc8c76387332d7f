namespace IntegrationCopilot.SpecEngine;

/// <summary>One operation: to call, or to receive when it is a webhook or callback.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BlueprintEndpoint
{
    /// <summary><see cref="ApiOperation.Id"/>, for example <c>POST /payments</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>Anchor of its section in the markdown, for example <c>post-payments</c>; unique within the blueprint.</summary>
    public required string Anchor { get; init; }

    /// <summary>HTTP method in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>Path template; a webhook's name; a callback's runtime expression.</summary>
    public required string Path { get; init; }

    /// <summary>What it is for, in one line; made from method and path when the document does not say.</summary>
    public required string Purpose { get; init; }

    /// <summary>More about it, as plain text.</summary>
    public string? Description { get; init; }

    /// <summary>Whether it is marked deprecated: do not build on it.</summary>
    public bool Deprecated { get; init; }

    /// <summary>Alternatives to get in, each in words such as <c>oauth2 (payments:write)</c>; empty when no security is described.</summary>
    public IReadOnlyList<string> Authentication { get; init => field = value ?? []; } = [];

    /// <summary>Parameters in path, query, headers and cookies.</summary>
    public IReadOnlyList<BlueprintField> Parameters { get; init => field = value ?? []; } = [];

    /// <summary>What to send, by its first JSON representation, else by its first; null when there is no body.</summary>
    public BlueprintBody? Request { get; init; }

    /// <summary>Answers of success and redirection.</summary>
    public IReadOnlyList<BlueprintAnswer> Answers { get; init => field = value ?? []; } = [];

    /// <summary>Errors and what to do on each.</summary>
    public IReadOnlyList<BlueprintError> Errors { get; init => field = value ?? []; } = [];

    /// <summary>What to mind: keys for repeating, pages, conditions, work that ends later.</summary>
    public IReadOnlyList<string> Hints { get; init => field = value ?? []; } = [];

    /// <summary>Annotations about the endpoint.</summary>
    public IReadOnlyList<BlueprintNote> Notes { get; init => field = value ?? []; } = [];

    /// <summary>Where the document describes it.</summary>
    public required string Source { get; init; }
}

/// <summary>A body to send or receive.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="OtherMediaTypes">Further representations.</param>
/// <param name="Fields">Its fields, flat; empty when it is no object.</param>
/// <param name="Cut">Whether there are more fields than are listed.</param>
/// <param name="Example">An example; null when the document gives none and none was made.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BlueprintBody(string MediaType, bool Required, IReadOnlyList<string> OtherMediaTypes, IReadOnlyList<BlueprintField> Fields, bool Cut,
    BlueprintExample? Example)
{
    /// <summary>Why no example could be made, in one sentence; null when there is one, or none was asked for.</summary>
    public string? WhyNoExample { get; init; }
}

/// <summary>One answer that is no error.</summary>
/// <param name="Status">Status code, range such as <c>2XX</c>, or <c>default</c>.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Headers">Headers to read.</param>
/// <param name="Body">Its body; null when there is none.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BlueprintAnswer(string Status, string? Meaning, IReadOnlyList<string> Headers, BlueprintBody? Body);

/// <summary>One error.</summary>
/// <param name="Status">Status code, range such as <c>4XX</c>, or <c>default</c>.</param>
/// <param name="Meaning">What the document says of it.</param>
/// <param name="Action">What the partner's program should do.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BlueprintError(string Status, string? Meaning, string Action);

/// <summary>An example body.</summary>
/// <param name="Text">Indented JSON, or text as it stands; cut after <see cref="BlueprintLimits.MaxExample"/> characters, with an ellipsis.</param>
/// <param name="Invented">Whether it, or a part of it, was made from the schema because the document gives none.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BlueprintExample(string Text, bool Invented);
