using System.Text.Encodings.Web;
using AngleSharp;
using AngleSharp.Dom;
using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components;

namespace IntegrationCopilot.Server.Portal.Components;

/// <summary>Markdown that somebody else wrote, as HTML that is safe to show.</summary>
internal static class MarkdownText
{
    private const int DeepestHeading = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseTaskLists().Build();

    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer();

    /// <param name="markdown">CommonMark with tables; HTML in it is kept as far as it is harmless.</param>
    /// <param name="headingsBelow">The level of the heading it stands under: its own headings start one deeper.</param>
    /// <param name="address">Path and query of the page it is shown on: links within the text lead there. Without it they are text.</param>
    public static MarkdownPage ToPage(string markdown, int headingsBelow, string? address = null)
    {
        var body = Sanitizer.SanitizeDom(ToHtml(markdown, headingsBelow)).Body!;
        var chapters = new MarkdownAnchors(body, address).Chapters($"h{Math.Min(headingsBelow + 2, DeepestHeading)}");
        return new MarkdownPage(new MarkupString(body.ChildNodes.ToHtml(HtmlSanitizer.DefaultOutputFormatter)), chapters);
    }

    private static string ToHtml(string markdown, int headingsBelow)
    {
        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(heading.Level + headingsBelow, DeepestHeading);
            return document.ToHtml(Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig gives up on what is nested too deeply to mean anything; its words can be read all the same.
            return $"<pre>{HtmlEncoder.Default.Encode(markdown)}</pre>";
        }
    }

    private static HtmlSanitizer CreateSanitizer()
    {
        var sanitizer = new HtmlSanitizer();
        foreach (var tag in (string[])["img", "form", "input", "button", "select", "option", "textarea", "map", "area", "style", "link", "meta", "base"])
            sanitizer.AllowedTags.Remove(tag);
        sanitizer.AllowedAttributes.Clear();
        foreach (var attribute in (string[])["id", "href", "title", "align", "colspan", "rowspan", "start", "lang"]) sanitizer.AllowedAttributes.Add(attribute);
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedSchemes.Clear();
        foreach (var scheme in MarkdownAnchors.Schemes) sanitizer.AllowedSchemes.Add(scheme);
        return sanitizer;
    }
}

/// <summary>Markdown made into HTML.</summary>
/// <param name="Html">Safe to show.</param>
/// <param name="Chapters">Its second-level headings.</param>
internal sealed record MarkdownPage(MarkupString Html, IReadOnlyList<MarkdownChapter> Chapters)
{
    public static readonly MarkdownPage Empty = new(default, []);
}

/// <summary>A heading of the second level.</summary>
/// <param name="Id">Id of its element.</param>
/// <param name="Title">Its words.</param>
internal sealed record MarkdownChapter(string Id, string Title);
