using System.Text;

namespace IntegrationCopilot.TestKit;

/// <summary>A run as plain text for a terminal or a log: what it comes to, each cause, and the rest folded.</summary>
/// <remarks>What the document and the API say is made harmless by <see cref="HarmlessText"/>, and begins no line of its own.</remarks>
public sealed class TextReport : IRunReport
{
    /// <inheritdoc/>
    public string Id => "text";

    /// <inheritdoc/>
    public string Extension => "txt";

    /// <inheritdoc/>
    public string MediaType => "text/plain; charset=utf-8";

    /// <inheritdoc/>
    public void Write(RunResult result, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        Write(result, writer);
    }

    /// <summary>Writes the report.</summary>
    /// <param name="result">The run.</param>
    /// <param name="output">Where to.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(RunResult result, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var line in Lines(result)) output.WriteLine(line.Text);
    }

    /// <summary>The lines of the report.</summary>
    /// <param name="result">The run.</param>
    /// <param name="brief">Only what it comes to and the causes; by default also what was compared, skipped, covered, left behind and is missing.</param>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    public static IEnumerable<TextReportLine> Lines(RunResult result, bool brief = false)
    {
        ArgumentNullException.ThrowIfNull(result);
        var causes = Plain($"{result.Title} against {result.Environment} {result.BaseUrl}", "")
            .Concat(SummaryLines.Of(result))
            .Concat(result.Defects.Index().SelectMany(defect => DefectLines.Of(defect.Item, defect.Index + 1, result.Comparison)));
        var rest = brief ? [] : Plain([.. ComparisonLines.Of(result.Comparison), .. FoldedLines.Of(result.Cases), .. CoverageLines.Of(result.Coverage),
            .. LeftLines.Of(result.Left), .. MissingLines.Of(result.Missing)]);
        return causes.Concat(rest).Select(line => line with { Text = HarmlessText.OneLine(line.Text) });
    }

    private static IEnumerable<TextReportLine> Plain(params IEnumerable<string> lines) => lines.Select(line => new TextReportLine(line));
}
