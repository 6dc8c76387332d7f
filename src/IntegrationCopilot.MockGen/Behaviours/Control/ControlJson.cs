using System.Text;
using System.Text.Json;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>The JSON by which a mock is controlled over HTTP.</summary>
internal static class ControlJson
{
    private static readonly string[] OverrideMembers =
        ["operation", "when", "status", "headers", "body", "text", "base64", "contentType", "delayMs", "times", "breakConnection"];
    private static readonly string[] FailureMembers = ["operation", "times", "status"];
    private static readonly string[] ExpectationMembers = ["operation", "times", "when"];

    public static MockOverride ReadOverride(ReadOnlyMemory<byte> body, MockOptions options)
    {
        var root = Read(body, OverrideMembers);
        var delay = TimeSpan.FromMilliseconds(Number(root, "delayMs") ?? 0);
        var (bytes, type) = BodyOf(root);
        return new MockOverride
        {
            Operation = Text(root, "operation"),
            When = RequestConditions.Read(root),
            Status = Number(root, "status"),
            Body = bytes,
            ContentType = Text(root, "contentType") ?? type,
            Headers = HeadersOf(root),
            Delay = delay < options.MaxDelay ? delay : options.MaxDelay,
            Times = Number(root, "times"),
            BreaksConnection = Flag(root, "breakConnection"),
        };
    }

    public static MockOverride ReadFailure(ReadOnlyMemory<byte> body)
    {
        var root = body.IsEmpty ? default : Read(body, FailureMembers);
        return new MockOverride { Operation = Text(root, "operation"), Times = Number(root, "times") ?? 1, Status = Number(root, "status") ?? 503 };
    }

    public static (string Operation, int? Times, Func<RecordedRequest, bool>? When) ReadExpectation(ReadOnlyMemory<byte> body)
    {
        var root = Read(body, ExpectationMembers);
        var operation = Text(root, "operation") ?? throw new FormatException("The member 'operation' is missing.");
        return (operation, Number(root, "times"), RequestConditions.Read(root));
    }

    public static void Write(Utf8JsonWriter writer, MockExchange exchange)
    {
        writer.WriteStartObject();
        writer.WriteString("operation", exchange.Operation?.Id);
        writer.WriteString("operationId", exchange.Operation?.OperationId);
        writer.WriteStartObject("request");
        writer.WriteString("method", exchange.Request.Method);
        writer.WriteString("url", exchange.Request.Url);
        WriteMessage(writer, exchange.Request.Headers, exchange.Request.Body);
        writer.WriteStartObject("response");
        writer.WriteNumber("status", exchange.Response.Status);
        WriteMessage(writer, exchange.Response.Headers, exchange.Response.Body);
        writer.WriteStartArray("findings");
        foreach (var finding in exchange.Findings) ErrorAnswers.WriteFinding(writer, finding);
        writer.WriteEndArray();
        writer.WriteNumber("durationMs", exchange.Duration.TotalMilliseconds);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, ActiveOverride active)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", active.Id);
        writer.WriteString("operation", active.Operation?.Id);
        if (active.Answer.Status is { } status) writer.WriteNumber("status", status);
        if (active.Answer.Times is { } times) writer.WriteNumber("times", times);
        writer.WriteNumber("used", active.Used);
        writer.WriteEndObject();
    }

    /// <summary>Header fields and body, and the end of the object: the body as JSON where it is, as text where it is UTF-8, else as Base64.</summary>
    private static void WriteMessage(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body)
    {
        writer.WriteStartArray("headers");
        foreach (var (name, value) in headers)
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("value", value);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        if (body.IsEmpty) writer.WriteNull("body");
        else if (JsonBodyOf(body) is { } json) { writer.WritePropertyName("body"); json.WriteTo(writer); }
        else if (System.Text.Unicode.Utf8.IsValid(body.Span)) writer.WriteString("text", body.Span);
        else writer.WriteBase64String("base64", body.Span);
        writer.WriteEndObject();
    }

    private static JsonElement? JsonBodyOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonElement.Parse(body.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement Read(ReadOnlyMemory<byte> body, string[] members)
    {
        var root = JsonElement.Parse(body.Span);
        if (root.ValueKind != JsonValueKind.Object) throw new FormatException("The body is a JSON object.");
        var unknown = root.EnumerateObject().Select(m => m.Name).FirstOrDefault(n => !members.Contains(n, StringComparer.Ordinal));
        return unknown is null ? root : throw new FormatException($"There is no member '{unknown}'; there are: {string.Join(", ", members)}.");
    }

    private static (ReadOnlyMemory<byte>? Bytes, string ContentType) BodyOf(JsonElement root)
    {
        if (root.TryGetProperty("body", out var json)) return (Encoding.UTF8.GetBytes(json.GetRawText()), "application/json");
        if (Text(root, "text") is { } text) return (Encoding.UTF8.GetBytes(text), "text/plain");
        if (Text(root, "base64") is { } base64) return (Convert.FromBase64String(base64), "application/octet-stream");
        return (null, "application/json");
    }

    private static List<KeyValuePair<string, string>> HeadersOf(JsonElement root) =>
        !root.TryGetProperty("headers", out var headers) ? []
        : headers.ValueKind == JsonValueKind.Object ? [.. headers.EnumerateObject().Select(h => KeyValuePair.Create(h.Name, BodyContent.TextOf(h.Value)))]
        : throw new FormatException("The member 'headers' is an object of names and values.");

    private static string? Text(JsonElement root, string name)
    {
        if (Member(root, name) is not { } member) return null;
        return member.ValueKind == JsonValueKind.String ? member.GetString() : throw new FormatException($"The member '{name}' is a string.");
    }

    private static int? Number(JsonElement root, string name)
    {
        if (Member(root, name) is not { } member) return null;
        return member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out var number)
            ? number
            : throw new FormatException($"The member '{name}' is a whole number.");
    }

    private static bool Flag(JsonElement root, string name)
    {
        if (Member(root, name) is not { } member) return false;
        return member.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? member.GetBoolean()
            : throw new FormatException($"The member '{name}' is true or false.");
    }

    private static JsonElement? Member(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
}
