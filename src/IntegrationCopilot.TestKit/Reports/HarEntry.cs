using System.Globalization;
using System.Text.Json;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationCopilot.TestKit;

/// <summary>An exchange in HAR 1.2.</summary>
internal static class HarEntry
{
    /// <summary>What traces do not say.</summary>
    private const string Unknown = "unknown";

    private const int NotKnown = -1;

    public static void Write(Utf8JsonWriter writer, ApiTrace trace)
    {
        var time = Math.Max(0, Math.Round(trace.Duration.TotalMilliseconds, 3));
        writer.WriteStartObject();
        writer.WriteNotNull("pageref", trace.CaseId);
        writer.WriteString("startedDateTime", trace.StartedAt);
        writer.WriteNumber("time", time);
        WriteRequest(writer, trace.Request);
        WriteResponse(writer, trace.Response);
        writer.WriteStartObject("cache");
        writer.WriteEndObject();
        writer.WriteStartObject("timings");
        writer.WriteNumber("send", 0);
        writer.WriteNumber("wait", time);
        writer.WriteNumber("receive", 0);
        writer.WriteEndObject();
        writer.WriteString("_traceId", trace.Id);
        writer.WriteNotNull("_step", trace.Step);
        writer.WriteNotNull("_operation", trace.Operation is { } operation ? $"{operation.Method} {operation.Endpoint}" : null);
        writer.WriteNotNull("_error", trace.Error);
        if (trace.Findings.Count > 0) writer.WriteTexts("_findings", trace.Findings.Select(finding => $"{finding.Where}: {finding.Message}"));
        writer.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter writer, TraceRequest request)
    {
        var url = UrlOf(request);
        writer.WriteStartObject("request");
        writer.WriteString("method", request.Method);
        writer.WriteString("url", url);
        writer.WriteString("httpVersion", Unknown);
        WriteCookies(writer, request.Headers, "cookie");
        WriteHeaders(writer, request.Headers);
        writer.WriteStartArray("queryString");
        foreach (var pair in new QueryStringEnumerable(QueryOf(url))) WritePair(writer, pair.DecodeName().ToString(), pair.DecodeValue().ToString());
        writer.WriteEndArray();
        if (request.Body.Length > 0)
        {
            writer.WriteStartObject("postData");
            writer.WriteString("mimeType", TypeOf(request.Headers));
            writer.WriteString("text", request.Body.Text);
            WriteForm(writer, request.Body);
            writer.WriteEndObject();
        }

        writer.WriteNumber("headersSize", NotKnown);
        writer.WriteNumber("bodySize", request.Body.Length);
        writer.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter writer, TraceResponse? response)
    {
        var (headers, body) = (response?.Headers ?? [], response?.Body ?? TraceBody.Empty);
        writer.WriteStartObject("response");
        writer.WriteNumber("status", response?.Status ?? 0);
        writer.WriteString("statusText", response is null ? "" : ReasonPhrases.GetReasonPhrase(response.Status));
        writer.WriteString("httpVersion", Unknown);
        WriteCookies(writer, headers, "set-cookie");
        WriteHeaders(writer, headers);
        writer.WriteStartObject("content");
        writer.WriteNumber("size", body.Length);
        writer.WriteString("mimeType", TypeOf(headers));
        if (body.Length > 0) writer.WriteString("text", body.Text);
        WriteForm(writer, body);
        writer.WriteEndObject();
        writer.WriteString("redirectURL", ValueOf(headers, "location") ?? "");
        writer.WriteNumber("headersSize", NotKnown);
        writer.WriteNumber("bodySize", response is null ? NotKnown : body.Length);
        writer.WriteEndObject();
    }

    private static void WriteForm(Utf8JsonWriter writer, TraceBody body)
    {
        if (!body.IsText) writer.WriteString("encoding", "base64");
        if (body.IsTruncated)
            writer.WriteString("comment", string.Create(CultureInfo.InvariantCulture, $"The first {body.Content.Length} of {body.Length} bytes."));
    }

    private static void WriteHeaders(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        writer.WriteStartArray("headers");
        foreach (var (name, value) in headers) WritePair(writer, name, value);
        writer.WriteEndArray();
    }

    /// <summary>Names and values; of an answer's, what stands behind the first semicolon is in the header field.</summary>
    private static void WriteCookies(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, string>> headers, string field)
    {
        writer.WriteStartArray("cookies");
        foreach (var value in headers.Where(header => header.Key.Equals(field, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value))
        {
            foreach (var cookie in field == "cookie" ? value.Split(';') : [value.Split(';')[0]])
            {
                var equals = cookie.IndexOf('=', StringComparison.Ordinal);
                if (equals > 0) WritePair(writer, cookie[..equals].Trim(), cookie[(equals + 1)..].Trim());
            }
        }

        writer.WriteEndArray();
    }

    private static void WritePair(Utf8JsonWriter writer, string name, string value)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteString("value", value);
        writer.WriteEndObject();
    }

    /// <summary>Archives want absolute URLs: of a delivery that a listener received, made of the host that it was sent to.</summary>
    private static string UrlOf(TraceRequest request)
    {
        var url = request.Url.StartsWith('/') ? $"http://{ValueOf(request.Headers, "host") ?? "localhost"}{request.Url}" : request.Url;
        var behindHost = Math.Max(0, url.IndexOf('/', Math.Min(url.Length, url.IndexOf("://", StringComparison.Ordinal) + 3)));
        return url[..behindHost] + url[behindHost..].Replace("[", "%5B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);
    }

    private static string QueryOf(string url)
    {
        var beforeFragment = url.Split('#')[0];
        var at = beforeFragment.IndexOf('?', StringComparison.Ordinal);
        return at < 0 ? "" : beforeFragment[at..];
    }

    private static string TypeOf(IReadOnlyList<KeyValuePair<string, string>> headers) => ValueOf(headers, "content-type") ?? "";

    private static string? ValueOf(IReadOnlyList<KeyValuePair<string, string>> headers, string name) =>
        headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
