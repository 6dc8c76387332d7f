using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace IntegrationCopilot.Server.Portal.Components;

/// <summary>Ids and links of sanitized HTML that somebody else wrote: links lead within the text, or openly to another site, and nowhere else.</summary>
/// <remarks>
/// Every id gets a prefix, and the links to it with it: an id of the text can neither take the place of one of the portal's own, nor name a property
/// that a script looks up (DOM clobbering, https://cheatsheetseries.owasp.org/cheatsheets/DOM_Clobbering_Prevention_Cheat_Sheet.html).
/// </remarks>
internal sealed partial class MarkdownAnchors
{
    /// <summary>What a link to elsewhere may start with.</summary>
    public static readonly IReadOnlyList<string> Schemes = ["http", "https", "mailto"];

    private const string Prefix = "text-";
    private const string ChapterPrefix = "chapter-";

    private readonly IElement _root;
    private readonly string? _address;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <param name="root">What is changed; sanitized already.</param>
    /// <param name="address">Path and query of the page it is shown on; null to make links within the text plain text.</param>
    public MarkdownAnchors(IElement root, string? address)
    {
        (_root, _address) = (root, address);
        foreach (var element in root.QuerySelectorAll("[id]")) Rename(element);
        foreach (var link in root.QuerySelectorAll("a[href]")) Lead(link, link.GetAttribute("href")!);
    }

    /// <summary>Gives the headings of one kind ids of our own; none on a page without an address, where nothing can lead to them.</summary>
    /// <param name="tag">The kind, for example <c>h3</c>.</param>
    public IReadOnlyList<MarkdownChapter> Chapters(string tag)
    {
        if (_address is null) return [];
        var headings = _root.QuerySelectorAll(tag);
        for (var i = 0; i < headings.Length; i++) headings[i].Id = string.Create(CultureInfo.InvariantCulture, $"{ChapterPrefix}{i + 1}");
        return headings.Select(heading => new MarkdownChapter(heading.Id!, heading.TextContent.Trim())).ToList();
    }

    private void Rename(IElement element)
    {
        var id = element.Id!;
        if (_address is not null && Plain().IsMatch(id) && _ids.Add(id)) element.Id = Prefix + id;
        else element.RemoveAttribute("id");
    }

    // The page's <base> makes a bare "#id" a link to the start page, so the page's own address goes before it.
    private void Lead(IElement link, string href)
    {
        if (href is ['#', .. var id] && _ids.Contains(id))
        {
            link.SetAttribute("href", $"{_address}#{Prefix}{id}");
        }
        else if (Uri.TryCreate(href, UriKind.Absolute, out var url) && Schemes.Contains(url.Scheme))
        {
            link.SetAttribute("target", "_blank");
            link.SetAttribute("rel", "noopener noreferrer nofollow");
        }
        else
        {
            link.RemoveAttribute("href"); // a path of the vendor's site would be one of the portal's here
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,199}$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
