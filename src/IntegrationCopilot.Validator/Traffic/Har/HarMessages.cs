using System.Text.Json;

namespace IntegrationCopilot.Validator;

/// <summary>Requests and responses of an HTTP archive as they were on the wire, as far as the archive tells.</summary>
internal static class HarMessages
{
    /// <summary>The name browsers of one family write under. They leave out what lets somebody in, unless asked not to.</summary>
    private const string SparingCreator = "WebInspector";

    public static RecordedRequest Request(JsonElement json, string creator, List<UnknownPlace> unknown)
    {
        var method = json.Text("method") ?? throw new JsonException("'request.method' is missing; write the method, for example \"GET\".");
        var url = json.Text("url") ?? throw new JsonException(
            "'request.url' is missing; write the whole URL, for example \"https://api.example.com/v1/things\".");
        var headers = Fields(json);
        if (headers.First("Cookie") is null && json.Pairs("cookies") is { Count: > 0 } cookies)
            headers.Add(new("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}"))));
        if (creator == SparingCreator) AddUnknown(headers, MessageDirection.Request, unknown, "Authorization", "Cookie");
        var body = HarBodies.OfRequest(json, headers);
        if (body.Unknown is { } reason) unknown.Add(new(MessageDirection.Request, "body", reason));
        return new() { Method = method, Url = url, Headers = headers, Body = body.Content };
    }

    /// <summary>The response; null when none came, which archives write as a status of 0 or less.</summary>
    public static RecordedResponse? Response(JsonElement json, RecordedRequest request, string creator, List<UnknownPlace> unknown)
    {
        var status = (int)Math.Min(json.Number("status"), 1000);
        if (status is < 100 or > 599) return null;
        var headers = Fields(json);
        if (headers.First("Set-Cookie") is null)
            headers.AddRange(json.Pairs("cookies").Select(c => KeyValuePair.Create("Set-Cookie", $"{c.Key}={c.Value}")));
        if (creator == SparingCreator) AddUnknown(headers, MessageDirection.Response, unknown, "Set-Cookie");
        // What a browser shows of these comes from its cache, if from anywhere.
        var hasNoBody = request.Method == "HEAD" || status is 204 or 205 or 304 or < 200;
        var body = hasNoBody ? default : HarBodies.OfResponse(json, headers);
        if (body.Unknown is { } reason) unknown.Add(new(MessageDirection.Response, "body", reason));
        return new() { Status = status, Headers = headers, Body = body.Content };
    }

    /// <summary>Header fields without pseudo-header fields (RFC 9113, section 8.3). Several values of one field may stand on lines of their own.</summary>
    private static List<KeyValuePair<string, string>> Fields(JsonElement json)
    {
        var fields = json.Pairs("headers");
        fields.RemoveAll(field => field.Key.StartsWith(':'));
        return fields.Exists(field => field.Value.Contains('\n', StringComparison.Ordinal))
            ? [.. fields.SelectMany(field => field.Value.Split('\n').Select(value => KeyValuePair.Create(field.Key, value.TrimEnd('\r'))))]
            : fields;
    }

    private static void AddUnknown(
        List<KeyValuePair<string, string>> headers, MessageDirection direction, List<UnknownPlace> unknown, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (headers.First(name) is null) unknown.Add(new(direction, $"header.{name}", UnknownReason.NotRecorded));
    }
}
