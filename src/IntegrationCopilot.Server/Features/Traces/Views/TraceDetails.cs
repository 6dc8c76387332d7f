using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Server.Features.Traces;

/// <summary>An exchange in full, as far as a trace keeps it: secrets are redacted.</summary>
/// <param name="Trace">The exchange in short.</param>
/// <param name="SignatureHolds">Whether its line is what was signed.</param>
/// <param name="KeyId">The key it should be signed with.</param>
/// <param name="Request">The request; null when the line is so damaged that it cannot be read.</param>
/// <param name="Response">The response; null when none came.</param>
/// <param name="Error">What stopped the exchange; null when nothing did.</param>
/// <param name="Findings">In what ways request and response do not conform to the document.</param>
public sealed record TraceDetails(
    TraceView Trace, bool SignatureHolds, string KeyId, TraceMessageView? Request, TraceMessageView? Response, string? Error, IReadOnlyList<FindingView> Findings)
{
    internal static TraceDetails Of(StoredTrace row, ApiTrace? trace, bool holds, string keyId) => new(
        TraceView.Of(row),
        holds,
        keyId,
        trace is null ? null : TraceMessageView.Of($"{trace.Request.Method} {trace.Request.Url}", trace.Request.Headers, trace.Request.Body),
        trace?.Response is { } response ? TraceMessageView.Of(response.Status.ToString(), response.Headers, response.Body) : null,
        trace?.Error,
        (trace?.Findings ?? []).Select(FindingView.Of).ToList());
}

/// <summary>A request or a response.</summary>
/// <param name="Start">Method and URL, or the status.</param>
/// <param name="Headers">Header fields in order.</param>
/// <param name="Body">The kept beginning of the body: text, or base64 when it is none.</param>
/// <param name="BodyIsText">Whether it is text.</param>
/// <param name="BodyLength">Length of the whole body, in bytes.</param>
/// <param name="BodyIsCut">Whether only its beginning is kept.</param>
public sealed record TraceMessageView(string Start, IReadOnlyList<TraceHeaderView> Headers, string Body, bool BodyIsText, long BodyLength, bool BodyIsCut)
{
    internal static TraceMessageView Of(string start, IReadOnlyList<KeyValuePair<string, string>> headers, TraceBody body) => new(
        start, headers.Select(header => new TraceHeaderView(header.Key, header.Value)).ToList(), body.Text, body.IsText, body.Length, body.IsTruncated);
}

/// <summary>A header field.</summary>
public sealed record TraceHeaderView(string Name, string Value);

/// <summary>One way in which a message does not conform to the document.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Severity">Error or Warning.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Where">The place in the message.</param>
/// <param name="Expected">What the document asks for; null when that is in the message.</param>
/// <param name="Actual">What was there.</param>
/// <param name="Line">Line in the document, 1-based; 0 when there is none.</param>
/// <param name="Column">Column in the document.</param>
public sealed record FindingView(string Code, FindingSeverity Severity, string Message, string Where, string? Expected, string? Actual, int Line, int Column)
{
    internal static FindingView Of(Finding finding) => new(
        finding.Code, finding.Severity, finding.Message, finding.Where, finding.Expected, finding.Actual, finding.Source?.Line ?? 0, finding.Source?.Column
            ?? 0);
}
