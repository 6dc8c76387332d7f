using System.Text;

namespace IntegrationCopilot.TestKit;

/// <summary>A run as one HTML file that opens in a browser: the verdict, charts, the causes, every case and operation, to be searched and filtered.</summary>
/// <remarks>
/// <para>It asks nothing of a network: style and script are in it, and its content security policy names them by their digests and allows nothing else. What
/// documents
/// and APIs say is text. It follows the theme of the system or the reader's choice, and can be used by keyboard and with a screen reader; without scripts it
/// shows
/// everything.</para>
/// <para>What was sent and answered is shown of cases that did not pass, when the run kept it, see <see cref="RunOptions.KeepsExchanges"/>.</para>
/// </remarks>
public sealed class HtmlReport : IRunReport
{
    /// <inheritdoc/>
    public string Id => "html";

    /// <inheritdoc/>
    public string Extension => "html";

    /// <inheritdoc/>
    public string MediaType => "text/html; charset=utf-8";

    /// <inheritdoc/>
    public bool ShowsExchanges => true;

    /// <inheritdoc/>
    public void Write(RunResult result, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        var exchanges = new HtmlExchanges(result);
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.Write(HtmlFrame.Head(result));
        foreach (var part in Parts(result, exchanges)) writer.Write(part.Text);
        writer.Write(HtmlFrame.Foot(result));
    }

    private static IEnumerable<Markup> Parts(RunResult result, HtmlExchanges exchanges)
    {
        yield return HtmlVerdict.Of(result);
        yield return HtmlCharts.Of(result);
        foreach (var part in HtmlCauses.Of(result, exchanges)) yield return part;
        foreach (var part in HtmlCases.Of(result, exchanges)) yield return part;
        yield return HtmlOperations.Of(result.Coverage);
        yield return HtmlLists.Of(result);
    }
}
