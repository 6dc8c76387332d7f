using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.Net.Http.Headers;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Chooses the representation of an answer: the media type lies within what the document describes and within what the client accepts (RFC 9110, section
/// 12.5.1).
/// </summary>
internal static class Representations
{
    /// <summary>Chooses among representations.</summary>
    /// <param name="content">Those described.</param>
    /// <param name="accept">The <c>Accept</c> header; null or without a readable range accepts everything.</param>
    /// <param name="example">Name of an example that the answer should have if it can; null for any.</param>
    /// <returns>
    /// The representation under the type to send it as: of the highest quality, then with the example, then plain JSON, then other JSON, then the earlier; null
    /// when none is
    /// acceptable.
    /// </returns>
    public static ApiMediaType? Choose(IReadOnlyList<ApiMediaType> content, string? accept, string? example = null)
    {
        var accepted = RangesOf(accept);
        ApiMediaType? best = null;
        var bestRank = (Quality: 0.0, HasExample: false, Json: 0);
        foreach (var media in content)
            foreach (var type in TypesOf(media, accepted))
            {
                if (type != media.Name && !ReferenceEquals(ContentNegotiation.Select(content, type), media)) continue;
                var rank = (QualityOf(type, accepted), example is not null && media.Examples.Any(e => e.Name == example),
                    JsonContent.RankOf(MediaTypeName.Parse(type)));
                if (rank.Item1 <= 0 || rank.CompareTo(bestRank) <= 0) continue;
                bestRank = rank;
                best = type == media.Name ? media : media with { Name = type };
            }
        return best;
    }

    /// <summary>The types on offer, for people: of ranges those that the mock can write.</summary>
    public static IEnumerable<string> Offered(IReadOnlyList<ApiMediaType> content) =>
        content.SelectMany(m => TypesOf(m, [])).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Of a range the types that the client names and the mock can write, and the usual ones; where it can write none, whatever the client names.
    /// </summary>
    private static IEnumerable<string> TypesOf(ApiMediaType media, IReadOnlyList<MediaTypeHeaderValue> accepted)
    {
        if (!media.Type.IsRange) return [media.Name.Trim()];
        var named = accepted.Select(a => MediaTypeName.Parse(a.MediaType.ToString())).Where(type => !type.IsRange && media.Type.Contains(type))
            .Select(type => type.Essence).ToList();
        List<string> written = [.. named.Where(BodyWriters.Knows), .. BodyWriters.Common.Where(type => media.Type.Contains(MediaTypeName.Parse(type)))];
        return written.Count > 0 ? written : [.. named, ExampleOf(media.Type)];
    }

    /// <summary>A type within a range of which the mock writes none.</summary>
    private static string ExampleOf(MediaTypeName range) => range.Essence switch
    {
        "video/*" => "video/mp4",
        "font/*" => "font/woff2",
        "model/*" => "model/gltf-binary",
        var other => other.Replace("*", "vnd.mock", StringComparison.Ordinal),
    };

    private static IReadOnlyList<MediaTypeHeaderValue> RangesOf(string? accept) =>
        MediaTypeHeaderValue.TryParseList(accept is null ? null : [accept], out var ranges) ? [.. ranges] : [];

    /// <summary>The quality that the most specific range gives a type.</summary>
    private static double QualityOf(string type, IReadOnlyList<MediaTypeHeaderValue> accepted)
    {
        if (accepted.Count == 0) return 1;
        var name = MediaTypeName.Parse(type);
        var own = MediaTypeHeaderValue.TryParse(type, out var parsed) ? parsed.Parameters : [];
        var (specificity, quality) = (-1, 0.0);
        foreach (var range in accepted)
        {
            if (!MediaTypeName.Parse(range.MediaType.ToString()).Contains(name) || ContradictsAny(own, range)) continue;
            var closeness = range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2 + own.Count(range.Parameters.Contains);
            if (closeness <= specificity) continue;
            (specificity, quality) = (closeness, range.Quality ?? 1);
        }
        return quality;
    }

    /// <summary>
    /// A parameter of another value names another type; one that is left out on either side leaves it open, and how the text is coded does not matter here.
    /// </summary>
    private static bool ContradictsAny(IList<NameValueHeaderValue> own, MediaTypeHeaderValue range) =>
        own.Any(p => !p.Name.Equals("charset", StringComparison.OrdinalIgnoreCase) && range.Parameters.Any(r => IsOtherValue(p, r)));

    private static bool IsOtherValue(NameValueHeaderValue one, NameValueHeaderValue other) =>
        one.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase)
        && !one.GetUnescapedValue().Equals(other.GetUnescapedValue(), StringComparison.OrdinalIgnoreCase);
}
