using System.Globalization;

namespace IntegrationCopilot.TestKit;

/// <summary>The verdict in one sentence.</summary>
internal static class HtmlVerdict
{
    public static Markup Of(RunResult result)
    {
        var (tone, icon) = result switch
        {
            { Succeeded: true, Totals.Warn: 0 } => ("ok", "ok"),
            { Succeeded: true } => ("warn", "warn"),
            { Totals.Fail: 0 } => ("untested", "stop"),
            _ => ("fail", "fail"),
        };
        return Markup.Of($"""
            <section class="verdict {tone}" aria-label="Verdict">
            <span class="sign">{HtmlFrame.Icon(icon)}</span>
            <div><p class="sentence">{RunSentence.Of(result)}.</p>
            <p class="numbers">{First(result)}{Since(result.Comparison)}</p></div>
            </section>

            """);
    }

    private static Markup First(RunResult result) => result.Defects is not [var first, ..] ? Markup.Empty
        : Markup.Of($"<span>First cause: {(first.Operations is [var operation, ..] ? HtmlWords.Operation(operation) : Markup.Empty)} {first.Cause.Text} ({RunSentence.Counted(first.Cases.Count, "case")}).</span>");

    private static Markup Since(RunComparison? comparison) => comparison is null ? Markup.Empty : Markup.Of($"""
        <span>Since the run of {comparison.Baseline.StartedAt.UtcDateTime.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} UTC: <b>{comparison.New.Count} new</b>, {comparison.Still.Count} still there, {comparison.Mended.Count} mended, {comparison.Unjudged.Count} not judged this time.</span>
        """);
}
