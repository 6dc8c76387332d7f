using System.Text;
using System.Text.Json;

namespace IntegrationCopilot.Validator;

/// <summary>Finds the places of an exchange that a <see cref="TraceRedactor"/> wrote to, by what it writes: traces of version 1 do not tell, and archives
/// never.</summary>
internal static class RedactedPlaces
{
    private const int DeepestBody = 256;

    public static IEnumerable<UnknownPlace> Of(TrafficExchange exchange)
    {
        var request = exchange.Request;
        return InUrl(request.Url)
            .Concat(InHeaders(request.Headers)).Concat(InBody(request.Body)).Select(where => Redacted(MessageDirection.Request, where))
            .Concat(exchange.Response is { } response
                ? InHeaders(response.Headers).Concat(InBody(response.Body)).Select(where => Redacted(MessageDirection.Response, where))
                : []);
    }

    private static UnknownPlace Redacted(MessageDirection direction, string where) => new(direction, where, UnknownReason.Redacted);

    private static IEnumerable<string> InUrl(string url)
    {
        if (!Placeholders.AreIn(url)) return [];
        var parts = url.Split('?', 2);
        IEnumerable<string> path = Placeholders.AreIn(parts[0]) ? ["path"] : [];
        return parts.Length < 2 ? path : path.Concat(parts[1].Split('&').Where(pair => Placeholders.AreIn(pair))
            .Select(pair => $"query.{Uri.UnescapeDataString(pair.Split('=', 2)[0])}"));
    }

    private static IEnumerable<string> InHeaders(IReadOnlyList<KeyValuePair<string, string>> headers) =>
        headers.Where(header => Placeholders.AreIn(header.Value)).Select(header => $"header.{header.Key}");

    private static List<string> InBody(ReadOnlyMemory<byte> body)
    {
        if (body.Span.IndexOf("[redacted:"u8) < 0 && !body.Span.StartsWith("[withheld: "u8) && body.Span.IndexOf("%5Bredacted%3A"u8) < 0) return [];
        try
        {
            return InJson(body.Span);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return ["body"];
        }
    }

    private static List<string> InJson(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DeepestBody });
        var way = new JsonWay();
        var places = new List<string>();
        while (reader.Read())
        {
            way.Enter(reader);
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && Placeholders.AreIn(Encoding.UTF8.GetString(reader.ValueSpan)))
                places.Add($"body{way.Pointer}");
            way.Leave(reader);
        }

        return places;
    }
}
