using System.Text.Json;

namespace IntegrationCopilot.Validator;

/// <summary>Finds where a message differs from what it was before its secrets were taken out.</summary>
internal static class UnknownPlaces
{
    /// <summary>More places within a body are the whole body.</summary>
    private const int MostInBody = 50;

    private const int DeepestBody = 256;

    public static IReadOnlyList<string> Of(RecordedRequest before, RecordedRequest after) =>
        [.. InUrl(before.Url, after.Url), .. InHeaders(before.Headers, after.Headers), .. InBody(before.Body, after.Body)];

    public static IReadOnlyList<string> Of(RecordedResponse before, RecordedResponse after) =>
        [.. InHeaders(before.Headers, after.Headers), .. InBody(before.Body, after.Body)];

    private static IEnumerable<string> InUrl(string before, string after)
    {
        if (string.Equals(before, after, StringComparison.Ordinal)) return [];
        var (one, other) = (before.Split('?', 2), after.Split('?', 2));
        var places = new List<string>();
        if (one[0] != other[0]) places.Add("path");
        if (one.Length < 2 || other.Length < 2) return places;
        var (pairs, shown) = (one[1].Split('&'), other[1].Split('&'));
        if (pairs.Length != shown.Length) return [.. places, "query"];
        places.AddRange(pairs.Zip(shown).Where(pair => pair.First != pair.Second)
            .Select(pair => $"query.{Uri.UnescapeDataString(pair.First.Split('=', 2)[0])}"));
        return places.Distinct();
    }

    private static IEnumerable<string> InHeaders(IReadOnlyList<KeyValuePair<string, string>> before, IReadOnlyList<KeyValuePair<string, string>> after) =>
        before.Zip(after).Where(pair => pair.First.Value != pair.Second.Value).Select(pair => $"header.{pair.First.Key}")
            .Distinct(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> InBody(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        if (before.Span.SequenceEqual(after.Span)) return [];
        try
        {
            return Compare(before.Span, after.Span);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return ["body"];
        }
    }

    /// <summary>Both are read token by token: a secret was one token, and is one.</summary>
    private static List<string> Compare(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        var options = new JsonReaderOptions { MaxDepth = DeepestBody };
        var one = new Utf8JsonReader(before, options);
        var other = new Utf8JsonReader(after, options);
        var way = new JsonWay();
        var places = new List<string>();
        while (one.Read())
        {
            if (!other.Read() || places.Count == MostInBody) return ["body"];
            way.Enter(one);
            if (!one.ValueSpan.SequenceEqual(other.ValueSpan) || IsText(one) != IsText(other)) places.Add($"body{way.Pointer}");
            way.Leave(one);
        }

        return other.Read() || places.Count == 0 ? ["body"] : places;
    }

    private static bool IsText(Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String;
}
