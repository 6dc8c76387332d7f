using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>The JSON form of a trace, which is canonical (RFC 8785): equal traces have equal bytes.</summary>
/// <threadsafety>Static and stateless.</threadsafety>
public static class TraceJson
{
    /// <summary>RFC 3339 in UTC with seven fraction digits, which is all a <see cref="DateTimeOffset"/> holds.</summary>
    internal const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    private const int UsualBytesBesideBodies = 4 * 1024;

    /// <summary>Writes a trace as UTF-8 JSON in canonical form.</summary>
    /// <param name="trace">The trace.</param>
    public static byte[] Serialize(ApiTrace trace) => Write(trace).WrittenSpan.ToArray();

    /// <summary>A trace in a buffer that mostly need not grow.</summary>
    internal static ArrayBufferWriter<byte> Write(ApiTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        var bodies = trace.Request.Body.Content.Length + (trace.Response?.Body.Content.Length ?? 0);
        var buffer = new ArrayBufferWriter<byte>(UsualBytesBesideBodies + bodies);
        Serialize(trace, buffer);
        return buffer;
    }

    /// <summary>Writes a trace as UTF-8 JSON in canonical form.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="output">Receives the bytes.</param>
    public static void Serialize(ApiTrace trace, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(trace);
        ArgumentNullException.ThrowIfNull(output);
        var writer = new CanonicalJsonWriter(output);
        Write(trace, ref writer);
    }

    /// <summary>Reads a trace back.</summary>
    /// <param name="utf8Json">The JSON form; unknown properties are skipped.</param>
    /// <param name="trace">The trace when the answer is true.</param>
    /// <param name="problem">What is missing or wrong when the answer is false.</param>
    public static bool TryParse(ReadOnlyMemory<byte> utf8Json, [NotNullWhen(true)] out ApiTrace? trace, [NotNullWhen(false)] out string? problem) =>
        TraceJsonReader.TryRead(utf8Json, out trace, out problem);

    private static void Write(ApiTrace trace, ref CanonicalJsonWriter writer)
    {
        writer.StartObject();
        writer.Property("case"u8, trace.CaseId);
        WriteDocument(trace.Document, ref writer);
        writer.Name("durationMs"u8);
        writer.Number(trace.Duration.Ticks / (double)TimeSpan.TicksPerMillisecond);
        writer.Property("effect"u8, trace.Effect is { } effect ? WireNames<OperationEffect>.Of(effect) : null);
        writer.Property("environment"u8, WireNames<EnvironmentType>.Of(trace.Environment));
        writer.Property("error"u8, trace.Error);
        if (trace.IsErrorAskedFor) WriteTrue("errorAskedFor"u8, ref writer);
        writer.Property("errorCategory"u8, WireNames<TraceErrorCategory>.Of(trace.ErrorCategory));
        writer.Property("errorCode"u8, trace.ErrorCode);
        WriteFindings(trace.Findings, ref writer);
        writer.Property("id"u8, trace.Id);
        WriteOperation(trace.Operation, ref writer);
        writer.Property("origin"u8, trace.Origin is { } origin ? WireNames<TraceOrigin>.Of(origin) : null);
        writer.Property("partner"u8, trace.Partner);
        WriteRequest(trace.Request, ref writer);
        WriteResponse(trace.Response, ref writer);
        writer.Property("startedAt"u8, trace.StartedAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        writer.Property("step"u8, trace.Step);
        writer.EndObject();
    }

    private static void WriteDocument(TraceDocument? document, ref CanonicalJsonWriter writer)
    {
        if (document is null) return;
        writer.Name("document"u8);
        writer.StartObject();
        writer.Property("sha256"u8, document.Sha256);
        writer.Property("title"u8, document.Title);
        writer.Property("version"u8, document.Version);
        writer.EndObject();
    }

    private static void WriteTrue(ReadOnlySpan<byte> name, ref CanonicalJsonWriter writer)
    {
        writer.Name(name);
        writer.Token("true"u8);
    }

    private static void WriteUnknown(IReadOnlyList<string> places, ref CanonicalJsonWriter writer)
    {
        if (places.Count == 0) return;
        writer.Name("unknown"u8);
        writer.StartArray();
        foreach (var place in places) writer.String(place);
        writer.EndArray();
    }

    private static void WriteOperation(TraceOperation? operation, ref CanonicalJsonWriter writer)
    {
        if (operation is null) return;
        writer.Name("operation"u8);
        writer.StartObject();
        writer.Property("endpoint"u8, operation.Endpoint);
        writer.Property("method"u8, operation.Method);
        writer.Property("operationId"u8, operation.OperationId);
        writer.EndObject();
    }

    private static void WriteRequest(TraceRequest request, ref CanonicalJsonWriter writer)
    {
        writer.Name("request"u8);
        writer.StartObject();
        WriteBody(request.Body, ref writer);
        WriteHeaders(request.Headers, ref writer);
        writer.Property("method"u8, request.Method);
        WriteUnknown(request.Unknown, ref writer);
        writer.Property("url"u8, request.Url);
        writer.EndObject();
    }

    private static void WriteResponse(TraceResponse? response, ref CanonicalJsonWriter writer)
    {
        if (response is null) return;
        writer.Name("response"u8);
        writer.StartObject();
        WriteBody(response.Body, ref writer);
        WriteHeaders(response.Headers, ref writer);
        writer.Property("status"u8, response.Status);
        WriteUnknown(response.Unknown, ref writer);
        writer.EndObject();
    }

    private static void WriteHeaders(IReadOnlyList<KeyValuePair<string, string>> headers, ref CanonicalJsonWriter writer)
    {
        writer.Name("headers"u8);
        writer.StartArray();
        foreach (var (name, value) in headers)
        {
            writer.StartObject();
            writer.Property("name"u8, name);
            writer.Property("value"u8, value);
            writer.EndObject();
        }

        writer.EndArray();
    }

    private static void WriteBody(TraceBody body, ref CanonicalJsonWriter writer)
    {
        if (body.Length == 0) return;
        writer.Name("body"u8);
        writer.StartObject();
        if (!body.IsText) WriteBase64(body.Content.Span, ref writer);
        writer.Property("length"u8, body.Length);
        writer.Property("sha256"u8, body.Sha256);
        if (body.IsText)
        {
            writer.Name("text"u8);
            writer.String(body.Content.Span);
        }

        if (body.IsTruncated) WriteTrue("truncated"u8, ref writer);
        writer.EndObject();
    }

    private static void WriteBase64(ReadOnlySpan<byte> content, ref CanonicalJsonWriter writer)
    {
        writer.Name("base64"u8);
        var buffer = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(content.Length));
        Base64.EncodeToUtf8(content, buffer, out _, out var written);
        writer.String(buffer.AsSpan(0, written));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static void WriteFindings(IReadOnlyList<Finding> findings, ref CanonicalJsonWriter writer)
    {
        if (findings.Count == 0) return;
        writer.Name("findings"u8);
        writer.StartArray();
        foreach (var finding in findings) WriteFinding(finding, ref writer);
        writer.EndArray();
    }

    private static void WriteFinding(Finding finding, ref CanonicalJsonWriter writer)
    {
        writer.StartObject();
        writer.Property("actual"u8, finding.Actual);
        writer.Property("code"u8, finding.Code);
        writer.Property("expected"u8, finding.Expected);
        writer.Property("message"u8, finding.Message);
        writer.Property("pointer"u8, finding.Pointer);
        writer.Property("severity"u8, WireNames<FindingSeverity>.Of(finding.Severity));
        if (finding.Source is { } source)
        {
            writer.Name("source"u8);
            writer.StartObject();
            writer.Property("column"u8, source.Column);
            writer.Property("document"u8, source.Document);
            writer.Property("line"u8, source.Line);
            writer.Property("pointer"u8, source.Pointer);
            writer.EndObject();
        }

        writer.Property("where"u8, finding.Where);
        writer.EndObject();
    }
}
