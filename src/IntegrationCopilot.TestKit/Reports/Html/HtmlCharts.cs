using System.Globalization;

namespace IntegrationCopilot.TestKit;

/// <summary>Charts: verdicts, categories, operations. Each stands beside its numbers, which readers of screens get instead.</summary>
internal static class HtmlCharts
{
    private const double Radius = 42;
    private const int Wide = 100;

    public static Markup Of(RunResult result) => Markup.Of($"""
        <section class="charts" aria-label="Numbers">
        <div class="panel"><h2>Cases</h2><div class="donut">{Donut(result.Totals)}
        <ul class="legend">{Legend(result.Totals)}</ul></div></div>
        <div class="panel"><h2>Categories</h2><ul class="bars">{result.Categories.Select(Category)}</ul></div>
        {Operations(result.Coverage)}
        </section>

        """);

    private static Markup Donut(RunTotals totals)
    {
        var (around, at) = (2 * Math.PI * Radius, 0.0);
        var arcs = new List<Markup>();
        foreach (var (status, _, tone, _) in HtmlWords.Statuses)
        {
            var part = totals.Total == 0 ? 0 : around * HtmlWords.CountOf(totals, status) / totals.Total;
            if (part > 0)
                arcs.Add(Markup.Of($"""<circle class="arc {tone}" cx="60" cy="60" r="{Radius}" stroke-dasharray="{part} {around - part}" stroke-dashoffset="{-at}"/>"""));
            at += part;
        }

        var rate = totals.PassRate is { } share ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 100):0} %") : "–";
        return Markup.Of($"""
            <svg class="ring" viewBox="0 0 120 120" aria-hidden="true"><circle class="arc track" cx="60" cy="60" r="{Radius}"/>{arcs}
            <text x="60" y="61">{rate}</text><text class="small" x="60" y="77">passed</text></svg>
            """);
    }

    private static Markup Legend(RunTotals totals) => Markup.All(HtmlWords.Statuses.Where(known => HtmlWords.CountOf(totals, known.Status) > 0).Select(known =>
        Markup.Of($"""<li><button type="button" data-set-status="{known.Status.ToWire()}"><span class="dot {known.Tone}"></span>{known.Word}<b>{HtmlWords.CountOf(totals, known.Status)}</b></button></li>""")));

    private static Markup Category(CategoryResult category)
    {
        var parts = HtmlWords.Statuses.Select(known => (known.Tone, Count: HtmlWords.CountOf(category.Totals, known.Status)));
        var words = string.Join(", ", HtmlWords.Statuses.Where(known => HtmlWords.CountOf(category.Totals, known.Status) > 0)
            .Select(known => string.Create(
            CultureInfo.InvariantCulture, $"{HtmlWords.CountOf(category.Totals, known.Status)} {known.Word.ToLowerInvariant()}")));
        return Markup.Of($"""<li><button type="button" data-set-category="{category.Category}"><span class="name">{HtmlWords.Category(category.Category)}</span>{Bar(parts, category.Totals.Total)}<span class="count">{words}</span></button></li>""");
    }

    private static Markup Operations(IReadOnlyList<OperationCoverage> coverage)
    {
        if (coverage.Count == 0) return Markup.Empty;
        var described = coverage.SelectMany(operation => operation.Described).ToList();
        int Reached(OperationReach reach) => coverage.Count(operation => operation.Reach == reach);
        var reaches = HtmlOperations.Reaches.Select(known => (known.Word, known.Tone, Count: Reached(known.Reach))).ToList();
        return Markup.Of($"""
            <div class="panel"><h2>Coverage</h2>
            <p class="big">{Reached(OperationReach.Succeeded)} <span>of {RunSentence.Counted(coverage.Count, "operation")} answered with 2xx</span></p>
            {Bar(reaches.Select(reach => (reach.Tone, reach.Count)), coverage.Count)}
            <ul class="legend">{reaches.Select(reach => Markup.Of($"""<li><span class="line"><span class="dot {reach.Tone}"></span>{reach.Word}<b>{reach.Count}</b></span></li>"""))}</ul>
            <p class="big">{described.Count(status => status.IsSeen)} <span>of {described.Count} described statuses were seen</span></p>
            {Bar([("ok", described.Count(status => status.IsSeen)), ("none", described.Count(status => !status.IsSeen))], described.Count)}</div>
            """);
    }

    /// <summary>A bar of parts, as wide as its place.</summary>
    private static Markup Bar(IEnumerable<(string Tone, int Count)> parts, int total)
    {
        var at = 0.0;
        var rects = new List<Markup>();
        foreach (var (tone, count) in parts.Where(part => part.Count > 0))
        {
            var width = (double)Wide * count / Math.Max(1, total);
            rects.Add(Markup.Of($"""<rect class="{tone}" x="{at}" width="{width}" height="8"/>"""));
            at += width;
        }

        return Markup.Of($"""<svg class="bar" viewBox="0 0 {Wide} 8" preserveAspectRatio="none" aria-hidden="true">{rects}</svg>""");
    }
}
