using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Cli.Sheets;

/// <summary>What a command found, for the reports that <c>check</c> and <c>diff</c> share.</summary>
/// <param name="Title">Whose findings they are.</param>
/// <param name="Summary">One sentence for all.</param>
/// <param name="Findings">The findings, the worst first.</param>
internal sealed record Sheet(string Title, string Summary, IReadOnlyList<SheetFinding> Findings)
{
    /// <summary>What was looked at: the name and whether it was seen at all; only for commands that look at single things.</summary>
    public IReadOnlyList<SheetSubject> Subjects { get; init; } = [];

    /// <summary>What the answer for scripts is, of whatever shape the command has.</summary>
    public required Action<TextWriter> WriteJson { get; init; }
}

/// <summary>One finding.</summary>
/// <param name="Rule">Its rule, in kebab case.</param>
/// <param name="Level">How bad it is.</param>
/// <param name="Message">What it is, in a sentence or two.</param>
internal sealed record SheetFinding(string Rule, SheetLevel Level, string Message)
{
    /// <summary>Where in the document that is looked at; null when nothing stands there.</summary>
    public SourceLocation? Place { get; init; }

    /// <summary>What it belongs to, one of the names of <see cref="Sheet.Subjects"/> where the sheet has such.</summary>
    public string? Subject { get; init; }

    /// <summary>The operations that it concerns.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>How often it was found.</summary>
    public int Count { get; init; } = 1;
}

/// <summary>Something that was looked at.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Seen">Whether there was anything of it.</param>
internal sealed record SheetSubject(string Name, bool Seen);

/// <summary>How bad a finding is, by its word in SARIF.</summary>
internal enum SheetLevel
{
    Error,
    Warning,
    Note,
}
