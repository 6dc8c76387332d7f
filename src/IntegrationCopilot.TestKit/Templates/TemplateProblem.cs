namespace IntegrationCopilot.TestKit;

/// <summary>What is wrong with a template or with the values for it.</summary>
public enum TemplateProblemKind
{
    /// <summary>A placeholder is not written as it must be.</summary>
    Syntax,

    /// <summary>A required value was not given.</summary>
    Missing,

    /// <summary>A value is not of its variable's type.</summary>
    WrongType,

    /// <summary>A value that the schema of its place does not accept, or for a place that is not there.</summary>
    Unfit,

    /// <summary>A placeholder names what is neither declared nor kept by an earlier step, and has no default of its own.</summary>
    Unknown,

    /// <summary>A variable is declared twice, or has two different defaults.</summary>
    Conflict,

    /// <summary>A variable that is declared secret has a default, which anybody could read.</summary>
    SecretDefault,
}

/// <summary>A place in the text of a template.</summary>
/// <param name="Offset">UTF-16 code units before it.</param>
/// <param name="Line">Its line, counted from 1; lines end at a line feed.</param>
/// <param name="Column">Its UTF-16 code unit of the line, counted from 1.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public readonly record struct TemplatePosition(int Offset, int Line, int Column);

/// <summary>One thing that is wrong with a template or with the values for it.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Variable">The variable it is about; null when a placeholder has no readable name.</param>
/// <param name="Message">One sentence a person can act on; it never quotes a value.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TemplateProblem(TemplateProblemKind Kind, string? Variable, string Message)
{
    /// <summary>Where in the text of the template; null for what is about no place of it, such as a missing value.</summary>
    public TemplatePosition? At { get; init; }

    /// <summary>Where in the suite; null for a template that is looked at by itself.</summary>
    public SuitePlace? Place { get; init; }
}

/// <summary>What came of filling in a template.</summary>
/// <typeparam name="T">What a filled-in template is: text or a JSON value.</typeparam>
/// <param name="Value">The filled-in template; not to be used when there are problems.</param>
/// <param name="Problems">Everything that is wrong, each thing once; empty when all is well.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TemplateResult<T>(T Value, IReadOnlyList<TemplateProblem> Problems)
{
    /// <summary>Whether the template is filled in.</summary>
    public bool IsComplete => Problems.Count == 0;
}
