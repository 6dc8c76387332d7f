namespace IntegrationCopilot.TestKit;

/// <summary>Every case, in the order of the suite, with what filters them.</summary>
internal static class HtmlCases
{
    public static IEnumerable<Markup> Of(RunResult result, HtmlExchanges exchanges)
    {
        var operations = result.Cases.Select(item => item.Operation).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        yield return Markup.Of($"""
            <section id="cases" class="panel flush" tabindex="-1"><h2>Cases <small id="shown">{result.Cases.Count}</small></h2>
            <form id="filters" class="filters" role="search" aria-label="Filter the cases" hidden>
            <label class="search">{HtmlFrame.Icon("search")}<span class="sr">Search in cases</span><input type="search" name="q" placeholder="Search name, id, operation or reason" autocomplete="off" spellcheck="false"></label>
            <label><span class="sr">Category</span><select name="category"><option value="">Every category</option>{result.Categories.Select(category => Option(category.Category, HtmlWords.Category(category.Category)))}</select></label>
            <label><span class="sr">Operation</span><select name="operation"><option value="">Every operation</option>{operations.Select(operation => Option(operation, operation))}</select></label>
            <fieldset><legend class="sr">Status</legend>{HtmlWords.Statuses.Select(known => Chip(known.Status, known.Word, HtmlWords.CountOf(result.Totals, known.Status)))}</fieldset>
            <button type="reset" class="button">Clear</button>
            </form>
            <ol class="cases" id="list">

            """);
        foreach (var item in result.Cases) yield return Case(item, exchanges);
        yield return new Markup("""</ol><p class="empty" id="nothing" hidden>No case is as you want it. <button type="button" class="button" id="clear">Show all</button></p></section>""" + "\n");
    }

    /// <summary>What the row of a case is linked by.</summary>
    public static string AnchorOf(CaseResult item) => $"case-{string.Concat(item.Id.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_'))}";

    private static Markup Option(string value, string text) => Markup.Of($"""<option value="{value}">{text}</option>""");

    private static Markup Chip(CaseStatus status, string word, int count) => count == 0 ? Markup.Empty
        : Markup.Of($"""<label class="chip"><input type="checkbox" name="status" value="{status.ToWire()}"><span>{word} {count}</span></label>""");

    private static Markup Case(CaseResult item, HtmlExchanges exchanges) => Markup.Of($"""
        <li id="{AnchorOf(item)}" data-status="{item.Status.ToWire()}" data-category="{item.Category}" data-operation="{item.Operation}"><details><summary>{HtmlWords.Pill(item.Status)}<span class="name">{(item.Name.Length == 0 ? item.Id : item.Name)}</span><span class="of">{(item.Operation is { } operation ? HtmlWords.Operation(operation) : Markup.Empty)}</span><span class="kind">{HtmlWords.Category(item.Category)}</span><span class="time">{HtmlWords.Time(item.Duration)}</span></summary>
        <div class="body">{(item.Reason is { } reason ? Markup.Of($"<p>{reason}</p>") : Markup.Empty)}{Assertions(item.Assertions)}{exchanges.OfCase(item)}<p class="muted"><code>{item.Id}</code>{(item.Cause is { } cause ? Markup.Of($""" <a href="#cause-{cause.Id}">its cause</a>""") : Markup.Empty)}</p></div></details></li>

        """);

    private static Markup Assertions(IReadOnlyList<AssertionResult> assertions) => assertions.Count == 0 ? Markup.Empty
        : Markup.Of($"""<ul class="assertions">{assertions.Select(Assertion)}</ul>""");

    private static Markup Assertion(AssertionResult assertion)
    {
        var (icon, tone, word) = assertion.Verdict switch
        {
            AssertionVerdict.Held => ("ok", "ok", "holds"),
            AssertionVerdict.Broken => ("fail", "fail", "does not hold"),
            AssertionVerdict.Doubted => ("warn", "warn", "in doubt"),
            _ => ("question", "unsaid", "cannot be told"),
        };
        return Markup.Of($"""<li class="{tone}">{HtmlFrame.Icon(icon)}<span class="sr">{word}: </span><span>{assertion.Description}{(assertion.Passed || assertion.Message is null ? "" : $": {assertion.Message}")}</span></li>""");
    }
}
