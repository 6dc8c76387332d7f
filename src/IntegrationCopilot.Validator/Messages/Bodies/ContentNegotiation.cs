using System.Globalization;
using IntegrationCopilot.SpecEngine;
using Microsoft.Net.Http.Headers;

namespace IntegrationCopilot.Validator;

/// <summary>Chooses among the representations a document describes (RFC 9110, sections 8.3 and 12.5.1).</summary>
/// <threadsafety>Methods may be called from any thread.</threadsafety>
public static class ContentNegotiation
{
    private static readonly IReadOnlyList<MediaTypeName> Everything = [MediaTypeName.Parse("*/*")];

    /// <summary>The representation that describes a body of the given <c>Content-Type</c>.</summary>
    /// <param name="content">The representations described.</param>
    /// <param name="contentType">The media type sent, with or without parameters.</param>
    /// <returns>The most specific that covers it: the type with its parameters, the type, <c>type/*</c>, <c>*/*</c>; null when none does.</returns>
    public static ApiMediaType? Select(IReadOnlyList<ApiMediaType> content, string contentType)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(contentType);
        var sent = MediaTypeName.Parse(contentType);
        return Best(content, media => media.Type.Covers(sent));
    }

    /// <summary>The representation to answer with for an <c>Accept</c> header.</summary>
    /// <param name="content">The representations described, in order of preference.</param>
    /// <param name="accept">The header's value; null or blank accepts everything.</param>
    /// <returns>The one of the highest quality, the earlier of equals, JSON first where the client has no preference; null when none is acceptable.</returns>
    public static ApiMediaType? Negotiate(IReadOnlyList<ApiMediaType> content, string? accept)
    {
        ArgumentNullException.ThrowIfNull(content);
        var ranges = string.IsNullOrWhiteSpace(accept) ? Everything : RangesOf(accept);
        return Best(content, media => (Quality(ranges, media.Type) * 2) + (media.IsJson ? 1 : 0), floor: 2);
    }

    private static ApiMediaType? Best(IReadOnlyList<ApiMediaType> content, Func<ApiMediaType, int> score, int floor = 1)
    {
        ApiMediaType? best = null;
        var bestScore = floor - 1;
        foreach (var media in content)
        {
            var own = score(media);
            if (own <= bestScore) continue;
            best = media;
            bestScore = own;
        }
        return best;
    }

    /// <summary>Thousandths of quality, by the most specific range that covers the type.</summary>
    private static int Quality(IReadOnlyList<MediaTypeName> ranges, MediaTypeName offered)
    {
        var (specificity, quality) = (0, 0);
        foreach (var range in ranges)
        {
            // A described range such as text/* can be answered with whatever type the client names within it.
            var own = Math.Max(range.Covers(offered), offered.IsRange ? offered.Covers(range) : 0);
            if (own <= specificity) continue;
            specificity = own;
            quality = QualityOf(range);
        }
        return quality;
    }

    /// <summary>What the header lists; what is no range is left out.</summary>
    private static IReadOnlyList<MediaTypeName> RangesOf(string accept) =>
        MediaTypeHeaderValue.TryParseList([accept], out var parsed) ? [.. parsed.Select(range => MediaTypeName.Parse(range.ToString()))] : [];

    private static int QualityOf(MediaTypeName range)
    {
        if (range.Parameter("q") is not { } text) return 1_000;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var q) ? (int)(Math.Clamp(q, 0, 1) * 1_000) : 1_000;
    }
}
