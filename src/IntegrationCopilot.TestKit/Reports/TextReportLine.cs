namespace IntegrationCopilot.TestKit;

/// <summary>A line of <see cref="TextReport"/>.</summary>
/// <param name="Text">The line, harmless to a terminal, see <see cref="HarmlessText.OneLine"/>.</param>
/// <param name="Status">What it tells of, where a reader may want a colour; null for the lines that explain.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public readonly record struct TextReportLine(string Text, CaseStatus? Status = null)
{
    /// <summary>Whether it holds a command to be copied, so that it is not to be broken into several lines.</summary>
    public bool HoldsCommand { get; init; }
}
