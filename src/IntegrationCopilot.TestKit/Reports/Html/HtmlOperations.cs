namespace IntegrationCopilot.TestKit;

/// <summary>How far the run came with each operation.</summary>
internal static class HtmlOperations
{
    public static readonly IReadOnlyList<(OperationReach Reach, string Word, string Tone, string Icon)> Reaches =
    [
        (OperationReach.Succeeded, "Answered with 2xx", "ok", "ok"),
        (OperationReach.Reached, "Answered, not with 2xx", "warn", "warn"),
        (OperationReach.NeverReached, "Never reached", "none", "none"),
    ];

    public static Markup Of(IReadOnlyList<OperationCoverage> coverage) => coverage.Count == 0 ? Markup.Empty : Markup.Of($"""
        <section id="operations" class="panel flush" tabindex="-1"><h2>Operations <small>{coverage.Count}</small></h2>
        <div class="scroll" role="region" aria-label="Operations" tabindex="0"><table><thead><tr><th scope="col">Operation</th><th scope="col">Reached</th><th scope="col" class="number">Requests</th><th scope="col">Answers</th><th scope="col">Described statuses</th></tr></thead><tbody>
        {coverage.Select(Row)}
        </tbody></table></div></section>

        """);

    private static Markup Row(OperationCoverage coverage)
    {
        var (_, word, tone, icon) = Reaches.First(known => known.Reach == coverage.Reach);
        return Markup.Of($"""
            <tr><th scope="row"><button type="button" class="link" data-set-operation="{coverage.Operation}">{HtmlWords.Operation(coverage.Operation)}</button></th><td><span class="pill {tone}">{HtmlFrame.Icon(icon)}{word}</span></td><td class="number">{coverage.Requests}</td><td>{coverage.Answers.Select(Answer)}</td><td>{coverage.Described.Select(Described)}</td></tr>

            """);
    }

    private static Markup Answer(StatusCount answer) =>
        Markup.Of($"""<span class="status s{answer.Status / 100}">{answer.Status}</span><span class="times">× {answer.Count}</span> """);

    private static Markup Described(DescribedStatus status) => status.IsSeen
        ? Markup.Of($"""<span class="seen">{HtmlFrame.Icon("ok")}{status.Status}<span class="sr"> seen</span></span> """)
        : Markup.Of($"""<span class="seen not">{status.Status}<span class="sr"> not seen</span></span> """);
}
