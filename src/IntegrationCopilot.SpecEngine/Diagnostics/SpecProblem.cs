namespace IntegrationCopilot.SpecEngine;

/// <summary>How much a problem of a document matters.</summary>
public enum ProblemSeverity
{
    /// <summary>Worth knowing; nothing is lost.</summary>
    Information,

    /// <summary>Against the standard, but the document can be used.</summary>
    Warning,

    /// <summary>The document, or the part the problem points at, cannot be used.</summary>
    Error,
}

/// <summary>Something wrong with a document: what, where, and what to do about it.</summary>
/// <param name="Id">Stable identifier in kebab case, never reused for another meaning; scripts may rely on it.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One or two sentences a person can act on.</param>
/// <param name="Location">Where it is.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SpecProblem(string Id, ProblemSeverity Severity, string Message, SourceLocation Location);
