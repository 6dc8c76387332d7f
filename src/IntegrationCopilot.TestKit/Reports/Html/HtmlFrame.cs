using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationCopilot.TestKit;

/// <summary>What stands around the content of the page.</summary>
internal static class HtmlFrame
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");
    private static readonly string Icons = Resource("icons.svg");

    private static readonly string Policy =
        $"default-src 'none'; style-src '{Digest(Style)}'; script-src '{Digest(Script)}'; img-src data:; base-uri 'none'; form-action 'none'";

    public static Markup Head(RunResult result) => Markup.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark">
        <title>{RunSentence.Of(result)}: {Name(result)}</title>
        <style>{new Markup(Style)}</style>
        </head>
        <body>
        {new Markup(Icons)}
        <a class="skip-link" href="#causes">Skip to the causes</a>
        <header class="top"><span class="brand"><svg aria-hidden="true"><use href="#i-brand"/></svg>Integration Copilot</span>
        <nav aria-label="Parts of this page"><a href="#causes">Causes</a><a href="#cases">Cases</a>{Link(result.Coverage.Count, "operations", "Operations")}</nav>
        <button type="button" id="theme" class="button" hidden><svg aria-hidden="true"><use href="#i-theme"/></svg><span>Theme: system</span></button></header>
        <main>
        <h1>{Name(result)}</h1>
        <p class="meta">{Facts(result)}</p>

        """);

    public static Markup Foot(RunResult result) => Markup.Of($"""
        </main>
        <footer><p>Run <code>{result.RunId}</code>, written by {ReportTool.Name} {ReportTool.Version}. Secrets were taken out before anything was kept.</p></footer>
        <p class="sr" id="said" role="status"></p>
        <script>{new Markup(Script)}</script>
        </body>
        </html>

        """);

    public static Markup Icon(string name) => Markup.Of($"""<svg class="icon" aria-hidden="true"><use href="#i-{name}"/></svg>""");

    private static string Name(RunResult result) => result.Title.Length == 0 ? "An API without a title" : result.Title;

    private static Markup Link(int count, string id, string name) => count == 0 ? Markup.Empty : Markup.Of($"""<a href="#{id}">{name}</a>""");

    private static Markup Facts(RunResult result)
    {
        var facts = new List<Markup>();
        if (result.Document is { Version.Length: > 0 } document) facts.Add(Markup.Of($"Version {document.Version}"));
        facts.Add(Markup.Of($"""<span class="tag">{result.Environment}</span> {result.BaseUrl}"""));
        facts.Add(Markup.Of($"{result.StartedAt.UtcDateTime.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} UTC"));
        facts.Add(Markup.Of($"{HtmlWords.Time(result.Duration)}{(result.IsCancelled ? ", stopped before its end" : "")}"));
        if (result.Document is { } named) facts.Add(Markup.Of($"<code>{named.Name}</code>"));
        return Markup.All(facts.Select(fact => Markup.Of($"<span>{fact}</span>")));
    }

    private static string Digest(string content) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";

    private static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"IntegrationCopilot.TestKit.Reports.Html.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
