namespace IntegrationCopilot.TestKit;

/// <summary>What nobody gave, what is left behind, and what was mended since an earlier run.</summary>
internal static class HtmlLists
{
    public static Markup Of(RunResult result) => Markup.All([Mended(result.Comparison), Missing(result.Missing), Left(result.Left)]);

    private static Markup Mended(RunComparison? comparison) => comparison is null || comparison.Mended.Count == 0 ? Markup.Empty : Markup.Of($"""
        <section class="panel flush"><h2>Mended <small>{comparison.Mended.Count}</small></h2><ul class="plain">{comparison.Mended.Select(defect => Markup.Of($"<li>{HtmlFrame.Icon("ok")}<span>{defect.Cause}</span></li>"))}</ul></section>

        """);

    private static Markup Missing(IReadOnlyList<MissingValue> missing) => missing.Count == 0 ? Markup.Empty : Markup.Of($"""
        <section class="panel flush"><h2>Not given <small>with these more can be tested</small></h2>
        <div class="scroll" role="region" aria-label="Values that nobody gave" tabindex="0"><table><thead><tr><th scope="col">Value</th><th scope="col">Kind</th><th scope="col" class="number">Cases</th><th scope="col">About</th><th scope="col">For example</th></tr></thead><tbody>
        {missing.Select(value => Markup.Of($"""<tr><th scope="row"><code>{value.Name}</code></th><td>{(value.IsCredential ? "credential" : value.Secret ? "secret variable" : "variable")}</td><td class="number">{value.Cases}</td><td>{value.Description}</td><td>{value.Example}</td></tr>"""))}
        </tbody></table></div></section>

        """);

    private static Markup Left(IReadOnlyList<LeftThing> left) => left.Count == 0 ? Markup.Empty : Markup.Of($"""
        <section class="panel flush"><h2>Left behind <small>{left.Count}</small></h2>
        <div class="scroll" role="region" aria-label="What the run left behind" tabindex="0"><table><thead><tr><th scope="col">Made by</th><th scope="col">Thing</th><th scope="col">Why it is still there</th></tr></thead><tbody>
        {left.Select(thing => Markup.Of($"""<tr><th scope="row">{HtmlWords.Operation(thing.Operation)}</th><td><code>{thing.Identifier}</code></td><td>{thing.Reason}</td></tr>"""))}
        </tbody></table></div></section>

        """);
}
