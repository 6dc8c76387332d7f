using System.Globalization;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Words, tones and small signs that the parts of the page share.</summary>
internal static class HtmlWords
{
    /// <summary>The statuses, worst first, with what a reader calls them.</summary>
    public static readonly IReadOnlyList<(CaseStatus Status, string Word, string Tone, string Icon)> Statuses =
    [
        (CaseStatus.Fail, "Failed", "fail", "fail"),
        (CaseStatus.Warn, "Warned", "warn", "warn"),
        (CaseStatus.NoVerdict, "Without a verdict", "unsaid", "question"),
        (CaseStatus.Error, "Not tested", "untested", "stop"),
        (CaseStatus.Pass, "Passed", "ok", "ok"),
        (CaseStatus.Skip, "Skipped", "skip", "skip"),
        (CaseStatus.NotApplicable, "Not applicable", "none", "none"),
    ];

    public static int CountOf(RunTotals totals, CaseStatus status) => status switch
    {
        CaseStatus.Pass => totals.Pass,
        CaseStatus.Fail => totals.Fail,
        CaseStatus.Warn => totals.Warn,
        CaseStatus.NoVerdict => totals.NoVerdict,
        CaseStatus.Error => totals.Error,
        CaseStatus.Skip => totals.Skip,
        _ => totals.NotApplicable,
    };

    /// <summary>A status as a pill: icon and word, never colour alone.</summary>
    public static Markup Pill(CaseStatus status)
    {
        var (_, word, tone, icon) = Statuses.First(known => known.Status == status);
        return Markup.Of($"""<span class="pill {tone}">{HtmlFrame.Icon(icon)}{word}</span>""");
    }

    /// <summary>Method and path, the method as a badge.</summary>
    public static Markup Operation(string operation)
    {
        var space = operation.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0) return Markup.Of($"<code>{operation}</code>");
        var method = operation[..space];
        var known = method is "GET" or "POST" or "PUT" or "PATCH" or "DELETE" ? method.ToLowerInvariant() : "other";
        return Markup.Of($"""<span class="operation"><span class="method {known}">{method}</span> <code>{operation[(space + 1)..]}</code></span>""");
    }

    public static string Category(string id) => TestCategory.Find(id)?.Name ?? id;

    public static string Time(TimeSpan duration) => duration.TotalSeconds switch
    {
        0 => "",
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, duration.TotalMilliseconds):0} ms"),
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMinutes:0} min"),
    };
}
