using System.Globalization;
using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Finds where the next page of a list is.</summary>
internal sealed class NextPage(PageWalk walk, RunContext context)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private int place = walk.Start;

    /// <summary>Whether the answer itself tells the next page, rather than a number that goes on and on.</summary>
    public bool IsTold => walk.Style is PageStyle.Cursor or PageStyle.Link;

    /// <summary>Why the next page is not fetched although there is one; null when nothing is wrong.</summary>
    public string? Problem { get; private set; }

    /// <summary>Why this run does not fetch the next page although that may be right; null when it does.</summary>
    public string? Stop { get; private set; }

    /// <summary>The request for the page after this one; null when the list ends here.</summary>
    public ReadyRequest? After(ReadyRequest request, Exchange page, int items)
    {
        asked.Add(request.Url);
        if (Following(request, page, items) is not { } next) return null;
        if (!asked.Contains(next.Url)) return next;
        Problem = $"the answer leads to a page that was there before ({next.Url[next.Url.IndexOf('/', "https://".Length)..]}), so the list never ends";
        return null;
    }

    private ReadyRequest? Following(ReadyRequest request, Exchange page, int items)
    {
        var told = Told(page);
        if (told.HasNext == false) return null;
        switch (walk.Style)
        {
            case PageStyle.Page:
                place++;
                return With(request, place.ToString(CultureInfo.InvariantCulture));
            case PageStyle.Offset:
                place += items;
                return With(request, place.ToString(CultureInfo.InvariantCulture));
            case PageStyle.Cursor:
                return told.Value is null ? null : With(request, told.Value);
            default:
                return Linked(request, told.Value ?? LinkHeader.Next(page.Response!.Headers));
        }
    }

    private (bool? HasNext, string? Value) Told(Exchange page)
    {
        if (walk.NextPointer is not { } pointer) return (null, null);
        return JsonValues.Find(page.Json, pointer) switch
        {
            null or { ValueKind: JsonValueKind.Null or JsonValueKind.False } => (false, null),
            { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } value ? (true, value) : (false, null),
            { ValueKind: JsonValueKind.Object } link => link.TryGetProperty("href", out var address) && address.ValueKind == JsonValueKind.String
                ? (address.GetString()!.Length > 0, address.GetString()) : (null, null),
            { } other => (true, other.GetRawText()),
        };
    }

    private ReadyRequest? With(ReadyRequest request, string value)
    {
        if (walk.Parameter is not { } parameter) return null;
        var (path, query) = request.Url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark
            ? (request.Url[..mark], request.Url[(mark + 1)..])
            : (request.Url, "");
        var name = Uri.EscapeDataString(parameter);
        var others = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => Uri.UnescapeDataString(pair.Split('=')[0]) != parameter);
        return request with { Url = $"{path}?{string.Join('&', [.. others, $"{name}={Uri.EscapeDataString(value)}"])}" };
    }

    private ReadyRequest? Linked(ReadyRequest request, string? link)
    {
        if (link is null) return null;
        (var url, Problem, Stop) = LinkTarget.Of("the link to the next page", link, request, context);
        return url is null ? null : request with { Url = url };
    }
}
