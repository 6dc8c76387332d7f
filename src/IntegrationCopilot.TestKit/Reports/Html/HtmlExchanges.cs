using System.Text;
using System.Text.Json;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>What was sent and answered, side by side, for what did not pass; no more than a browser likes to open.</summary>
internal sealed class HtmlExchanges(RunResult result)
{
    private const int LongestBody = 4_000;
    private const int LongestHeader = 300;
    private const int MostOfCase = 3;
    private const int MostInAll = 6_000_000;

    private readonly Dictionary<string, ApiTrace> traces = result.Exchanges.DistinctBy(trace => trace.Id)
        .ToDictionary(trace => trace.Id, StringComparer.Ordinal);
    private int written;

    /// <summary>The exchange that told of a defect; nothing when it was not kept.</summary>
    public Markup OfCause(Defect defect)
    {
        var known = Of(defect.Cases[0]).ToList();
        return (known.FindLast(trace => trace.Response?.Status == defect.Cause.Status) ?? known.LastOrDefault()) is { } telling ? Pair(telling) : Markup.Empty;
    }

    /// <summary>The last exchanges of a case that did not pass.</summary>
    public Markup OfCase(CaseResult item)
    {
        if (item.Status is CaseStatus.Pass or CaseStatus.Skip or CaseStatus.NotApplicable || written > MostInAll) return Markup.Empty;
        var known = Of(item).ToList();
        var left = known.Count - MostOfCase;
        var pairs = Markup.All(known.TakeLast(MostOfCase).Select(Pair));
        written += pairs.Text.Length;
        return left <= 0 ? pairs : Markup.Of(
            $"""<p class="muted">{RunSentence.Counted(left, "earlier exchange")} of this case not shown here; a report of kind har holds all.</p>{pairs}""");
    }

    /// <summary>A line for a shell, with a button that copies it.</summary>
    public static Markup Curl(string curl, int leftOut) => Markup.Of($"""
        <div class="code"><button type="button" class="button copy" hidden aria-label="Copy the curl line">{HtmlFrame.Icon("copy")}</button><pre tabindex="0" aria-label="curl line">{Cut(curl)}</pre></div>{(leftOut == 0 ? Markup.Empty : Markup.Of($"""<p class="muted">It shows without {RunSentence.Counted(leftOut, "more part")} of what was sent.</p>"""))}
        """);

    private IEnumerable<ApiTrace> Of(CaseResult item) => item.TraceIds.Select(traces.GetValueOrDefault).OfType<ApiTrace>();

    private static Markup Pair(ApiTrace trace) => Markup.Of($"""
        <div class="exchange"><div><h3>{HtmlFrame.Icon("sent")}Sent</h3><div class="code"><pre tabindex="0" aria-label="What was sent">{trace.Request.Method} {trace.Request.Url}
        {Fields(trace.Request.Headers)}{Body(trace.Request.Body)}</pre></div></div>
        <div><h3>{HtmlFrame.Icon("answered")}Answered{(trace.Response is null ? "" : $" after {HtmlWords.Time(trace.Duration)}")}</h3><div class="code"><pre tabindex="0" aria-label="What was answered">{Answer(trace)}</pre></div>{Findings(trace.Findings)}</div></div>
        """);

    private static Markup Answer(ApiTrace trace) => trace.Response is not { } response ? Markup.Of($"No answer: {trace.Error ?? "none was waited for"}")
        : Markup.Of($"<b>{HttpStatusText.Of(response.Status)}</b>\n{Fields(response.Headers)}{Body(response.Body)}");

    private static Markup Findings(IReadOnlyList<Finding> findings) => findings.Count == 0 ? Markup.Empty
        : Markup.Of($"""<ul class="findings">{findings.Select(finding => Markup.Of($"<li>{HtmlFrame.Icon("fail")}<code>{finding.Where}</code> {finding.Message}</li>"))}</ul>""");

    private static Markup Fields(IReadOnlyList<KeyValuePair<string, string>> headers) => Markup.All(headers.Select(header =>
        Markup.Of($"""<span class="field">{header.Key}: {(header.Value.Length > LongestHeader ? header.Value[..LongestHeader] + "…" : header.Value)}</span>{"\n"}""")));

    private static Markup Body(TraceBody body) =>
        body.Length == 0 ? Markup.Empty : Markup.Of($"\n{(body.IsText ? Cut(Readable(body)) : $"{body.Length} bytes that are no text")}");

    private static string Cut(string text) => text.Length > LongestBody ? $"{text[..LongestBody]}\n… {text.Length - LongestBody} more characters" : text;

    private static string Readable(TraceBody body)
    {
        if (body.Length > LongestBody) return body.Text;
        try
        {
            using var json = JsonDocument.Parse(body.Content);
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream, ReportTool.Json)) json.WriteTo(writer);
            return Encoding.UTF8.GetString(stream.ToArray());
        }
        catch (JsonException)
        {
            return body.Text;
        }
    }
}
