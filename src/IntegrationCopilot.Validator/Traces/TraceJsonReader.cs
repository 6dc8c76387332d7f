using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Reads the JSON form of a trace; the first thing that is missing or wrong ends it.</summary>
internal static class TraceJsonReader
{
    public static bool TryRead(ReadOnlyMemory<byte> utf8Json, [NotNullWhen(true)] out ApiTrace? trace, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8Json);
            trace = ReadTrace(document.RootElement);
            problem = null;
            return true;
        }
        catch (JsonException e)
        {
            trace = null;
            problem = e.Message;
            return false;
        }
    }

    private static ApiTrace ReadTrace(JsonElement json) => new()
    {
        CaseId = OptionalText(json, "case"),
        Document = Optional(json, "document") is { } document ? new(Text(document, "title"), Text(document, "version"), Text(document, "sha256")) : null,
        Duration = TimeSpan.FromTicks(Ticks(Member(json, "durationMs", JsonValueKind.Number))),
        Effect = OptionalNamed<OperationEffect>(json, "effect"),
        Environment = Named<EnvironmentType>(json, "environment"),
        Error = OptionalText(json, "error"),
        ErrorCategory = Named<TraceErrorCategory>(json, "errorCategory"),
        ErrorCode = OptionalText(json, "errorCode"),
        Findings = List(json, "findings", ReadFinding),
        Id = Text(json, "id"),
        Operation = Optional(json, "operation") is { } operation
            ? new(Text(operation, "method"), Text(operation, "endpoint"), OptionalText(operation, "operationId"))
            : null,
        IsErrorAskedFor = json.TryGetProperty("errorAskedFor", out var asked) && asked.ValueKind == JsonValueKind.True,
        Origin = OptionalNamed<TraceOrigin>(json, "origin"),
        Partner = OptionalText(json, "partner"),
        Request = ReadRequest(Member(json, "request", JsonValueKind.Object)),
        Response = Optional(json, "response") is { } response ? ReadResponse(response) : null,
        StartedAt = Time(Text(json, "startedAt")),
        Step = OptionalText(json, "step"),
    };

    private static TraceRequest ReadRequest(JsonElement json) => new()
    {
        Method = Text(json, "method"),
        Url = Text(json, "url"),
        Headers = List(json, "headers", ReadHeader),
        Body = ReadBody(json),
        Unknown = List(json, "unknown", ReadPlace),
    };

    private static TraceResponse ReadResponse(JsonElement json) => new()
    {
        Status = Integer(json, "status"),
        Headers = List(json, "headers", ReadHeader),
        Body = ReadBody(json),
        Unknown = List(json, "unknown", ReadPlace),
    };

    private static KeyValuePair<string, string> ReadHeader(JsonElement json) => new(Text(json, "name"), Text(json, "value"));

    private static string ReadPlace(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? StringOf(json, "unknown") : throw new JsonException("'unknown' holds something else than texts.");

    private static TraceBody ReadBody(JsonElement message)
    {
        if (Optional(message, "body") is not { } json) return TraceBody.Empty;
        var text = OptionalText(json, "text");
        var content = text is not null ? Encoding.UTF8.GetBytes(text) : Bytes(Member(json, "base64", JsonValueKind.String));
        if (!Member(json, "length", JsonValueKind.Number).TryGetInt64(out var length)) throw new JsonException("'length' is not a whole number.");
        return TraceBody.Restore(content, text is not null, length, OptionalText(json, "sha256"))
            ?? throw new JsonException("The length or hash of a body contradicts its content.");
    }

    private static Finding ReadFinding(JsonElement json) => new()
    {
        Actual = OptionalText(json, "actual"),
        Code = Text(json, "code"),
        Expected = OptionalText(json, "expected"),
        Message = Text(json, "message"),
        Pointer = Text(json, "pointer"),
        Severity = Named<FindingSeverity>(json, "severity"),
        Source = Optional(json, "source") is { } source ? ReadSource(source) : null,
        Where = Text(json, "where"),
    };

    private static SourceLocation ReadSource(JsonElement json)
    {
        try
        {
            return new(Text(json, "document"), Text(json, "pointer"), Integer(json, "line"), Integer(json, "column"));
        }
        catch (ArgumentException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    private static JsonElement Member(JsonElement json, string name, JsonValueKind kind)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var member)) throw new JsonException($"'{name}' is missing.");
        return member.ValueKind == kind ? member : throw new JsonException($"'{name}' is not of the kind {kind}.");
    }

    private static JsonElement? Optional(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out _) ? Member(json, name, JsonValueKind.Object) : null;

    private static string Text(JsonElement json, string name) => StringOf(Member(json, name, JsonValueKind.String), name);

    private static string? OptionalText(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out _) ? Text(json, name) : null;

    private static string StringOf(JsonElement json, string name)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException($"'{name}' holds half a surrogate pair.", e);
        }
    }

    private static int Integer(JsonElement json, string name) =>
        Member(json, name, JsonValueKind.Number).TryGetInt32(out var value) ? value : throw new JsonException($"'{name}' is not a whole number.");

    private static long Ticks(JsonElement milliseconds)
    {
        var ticks = Math.Round(milliseconds.GetDouble() * TimeSpan.TicksPerMillisecond);
        return Math.Abs(ticks) < 1L << 62 ? (long)ticks : throw new JsonException("'durationMs' is too large.");
    }

    private static byte[] Bytes(JsonElement base64) => base64.TryGetBytesFromBase64(out var bytes) ? bytes : throw new JsonException("'base64' is not base64.");

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParseExact(text, TraceJson.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new JsonException("'startedAt' is not a time in UTC with seven fraction digits.");

    private static T Named<T>(JsonElement json, string name) where T : struct, Enum =>
        WireNames<T>.TryParse(Text(json, name), out var value) ? value : throw new JsonException($"'{name}' is not a known name.");

    private static T? OptionalNamed<T>(JsonElement json, string name) where T : struct, Enum =>
        json.TryGetProperty(name, out _) ? Named<T>(json, name) : null;

    private static List<T> List<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out _) ? [.. Member(json, name, JsonValueKind.Array).EnumerateArray().Select(read)] : [];
}
