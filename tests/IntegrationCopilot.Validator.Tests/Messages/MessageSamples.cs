using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Messages and verdicts in short form.</summary>
internal static class MessageSamples
{
    public static RecordedRequest Request(string method, string url, string? body = null, string contentType = "application/json", params string[] headers)
    {
        IEnumerable<string> all = body is null || contentType.Length == 0 ? headers : [$"Content-Type: {contentType}", .. headers];
        return new RecordedRequest { Method = method, Url = url, Headers = Headers(all), Body = body is null ? default : Encoding.UTF8.GetBytes(body) };
    }

    public static RecordedResponse Response(int status, string? body = null, string contentType = "application/json", params string[] headers)
    {
        IEnumerable<string> all = body is null || contentType.Length == 0 ? headers : [$"Content-Type: {contentType}", .. headers];
        return new RecordedResponse { Status = status, Headers = Headers(all), Body = body is null ? default : Encoding.UTF8.GetBytes(body) };
    }

    /// <summary>The verdict as <c>code@where</c>, warnings with a question mark, joined by blanks.</summary>
    public static string Short(MessageVerdict verdict) =>
        string.Join(' ', verdict.Findings.Select(f => $"{f.Code}@{f.Where}{(f.Severity == FindingSeverity.Warning ? "?" : "")}"));

    public static string Check(ApiSpec spec, RecordedRequest request, bool strict = false) =>
        Short(new MessageValidator(spec, new MessageValidatorOptions { Strict = strict }).ValidateRequest(request));

    public static string Check(ApiSpec spec, RecordedResponse response, bool strict = false) =>
        Short(new MessageValidator(spec, new MessageValidatorOptions { Strict = strict }).ValidateResponse(spec.Operations[0], response));

    private static KeyValuePair<string, string>[] Headers(IEnumerable<string> lines) =>
        [.. lines.Select(l => l.Split(": ", 2)).Select(p => new KeyValuePair<string, string>(p[0], p[^1]))];
}
