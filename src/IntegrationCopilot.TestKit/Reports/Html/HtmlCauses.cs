namespace IntegrationCopilot.TestKit;

/// <summary>What did not pass, folded by its cause; the first is open.</summary>
internal static class HtmlCauses
{
    private const int MostNamed = 30;

    public static IEnumerable<Markup> Of(RunResult result, HtmlExchanges exchanges)
    {
        var defects = result.Defects;
        var count = defects.Count == 0 ? "nothing to mend" : $"behind {RunSentence.Counted(defects.Sum(defect => defect.Cases.Count), "case")}";
        yield return Markup.Of($"""<section id="causes" class="panel flush" tabindex="-1"><h2>{RunSentence.Counted(defects.Count, "cause")} <small>{count}</small></h2>""");
        if (defects.Count == 0)
            yield return Markup.Of($"""<p class="empty">{HtmlFrame.Icon("ok")}Every case that was judged passed.</p>""");
        foreach (var (index, defect) in defects.Index()) yield return Cause(defect, index == 0, result.Comparison, exchanges);
        yield return new Markup("</section>\n");
    }

    private static Markup Cause(Defect defect, bool isOpen, RunComparison? comparison, HtmlExchanges exchanges)
    {
        var (cause, tone) = (defect.Cause, HtmlWords.Statuses.First(known => known.Status == defect.Status).Tone);
        return Markup.Of($"""
            <details class="cause {tone}" id="cause-{defect.Id}"{new Markup(isOpen ? " open" : "")}><summary>
            <span class="many"><b>{defect.Cases.Count}</b>{(defect.Cases.Count == 1 ? "case" : "cases")}</span>
            <span class="what"><span class="text">{cause.Text}</span><span class="under">{HtmlWords.Pill(defect.Status)}{Some(defect.Operations)}{Word(defect, comparison)}</span></span>
            </summary><div class="body">
            {exchanges.OfCause(defect)}
            <dl class="facts">
            {Fact("Next", "step", Markup.Of($"{defect.NextStep}"))}
            {(cause.Place is { Line: > 0 } place ? Fact("Where", "line", Markup.Of($"<code>{place.Document}</code>, line {place.Line}{(place.Pointer.Length == 0 ? Markup.Empty : Markup.Of($"<br><code>{place.Pointer}</code>"))}")) : Markup.Empty)}
            {(cause.Ground is { } ground ? Fact("Ground", "rule", Markup.Of($"{ground}")) : Markup.Empty)}
            {(cause.Curl is { } curl ? Fact("Again", "send", HtmlExchanges.Curl(curl, cause.LeftOut)) : Markup.Empty)}
            {(defect.Operations.Count > 1 ? Fact("Operations", "list", Markup.Of($"""<ul class="names">{defect.Operations.Take(MostNamed).Select(operation => Markup.Of($"<li>{HtmlWords.Operation(operation)}</li>"))}{More(defect.Operations.Count)}</ul>""")) : Markup.Empty)}
            {Fact("Cases", "list", Markup.Of($"""<ul class="names">{defect.Cases.Take(MostNamed).Select(item => Markup.Of($"""<li><a href="#{HtmlCases.AnchorOf(item)}">{item.Name}</a></li>"""))}{More(defect.Cases.Count)}</ul>"""))}
            </dl></div></details>

            """);
    }

    private static Markup Fact(string term, string kind, Markup text) => Markup.Of($"""<div class="{kind}"><dt>{term}</dt><dd>{text}</dd></div>""");

    private static Markup Some(IReadOnlyList<string> operations) => operations.Count == 0 ? Markup.Empty
        : Markup.Of($"{HtmlWords.Operation(operations[0])}{(operations.Count > 1 ? $" and {operations.Count - 1} more" : "")}");

    private static Markup More(int count) => count <= MostNamed ? Markup.Empty : Markup.Of($"<li>and {count - MostNamed} more</li>");

    private static Markup Word(Defect defect, RunComparison? comparison) => comparison is null ? Markup.Empty
        : comparison.New.Any(other => other.Id == defect.Id)
        ? new Markup("""<span class="tag new">New</span>""") : new Markup("""<span class="tag">Known</span>""");
}
