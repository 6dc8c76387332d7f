using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Components;

namespace IntegrationCopilot.Server.Portal.Components;

/// <summary>Markdown that somebody else wrote, as HTML that is safe to show.</summary>
internal static class MarkdownText
{
    private const int DeepestHeading = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseTaskLists().UseGenericAttributes().Build();

    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer();

    /// <param name="markdown">CommonMark with tables; HTML in it is kept as far as it is harmless.</param>
    /// <param name="headingsBelow">The level of the heading it stands under: its own headings start one deeper.</param>
    public static MarkupString ToHtml(string markdown, int headingsBelow)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(heading.Level + headingsBelow, DeepestHeading);
        return new MarkupString(Sanitizer.Sanitize(document.ToHtml(Pipeline)));
    }

    private static HtmlSanitizer CreateSanitizer()
    {
        var sanitizer = new HtmlSanitizer();
        foreach (var tag in (string[])["img", "form", "input", "button", "select", "option", "textarea", "map", "area", "style", "link", "meta", "base"]) sanitizer.AllowedTags.Remove(tag);
        sanitizer.AllowedAttributes.Clear();
        foreach (var attribute in (string[])["href", "title", "align", "colspan", "rowspan", "start", "lang"]) sanitizer.AllowedAttributes.Add(attribute);
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowedSchemes.Clear();
        foreach (var scheme in (string[])["http", "https", "mailto"]) sanitizer.AllowedSchemes.Add(scheme);
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is not AngleSharp.Dom.IElement { LocalName: "a" } link) return;
            link.SetAttribute("target", "_blank");
            link.SetAttribute("rel", "noopener noreferrer nofollow");
        };
        return sanitizer;
    }
}
