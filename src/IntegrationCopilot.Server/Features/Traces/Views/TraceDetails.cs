using IntegrationCopilot.SpecEngine;
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
/// <param name="Origin">What made it come about; null when its trace, of version 1 of the format, does not say.</param>
/// <param name="Step">The step of the golden test; null when none caused it.</param>
/// <param name="Effect">What the operation does to what is behind the API; null when that is not known.</param>
/// <param name="IsErrorAskedFor">Whether the request was meant to be answered with an error.</param>
/// <param name="ErrorCode">The API's own code of the error; null when it gave none.</param>
/// <param name="Document">The description it was judged by; null when there was none, or its trace does not say.</param>
/// <param name="Curl">A line for a shell that sends the request again, with variables in place of secrets; null when there is none.</param>
public sealed record TraceDetails(
    TraceView Trace, bool SignatureHolds, string KeyId, TraceMessageView? Request, TraceMessageView? Response, string? Error,
    IReadOnlyList<FindingView> Findings, TraceOrigin? Origin, string? Step, OperationEffect? Effect, bool IsErrorAskedFor, string? ErrorCode,
    TraceDocumentView? Document, string? Curl)
{
    internal static TraceDetails Of(StoredTrace row, ApiTrace? trace, bool holds, string keyId) => new(
        TraceView.Of(row),
        holds,
        keyId,
        trace?.Request is { } request ? TraceMessageView.Of($"{request.Method} {request.Url}", request.Headers, request.Body, request.Unknown) : null,
        trace?.Response is { } response ? TraceMessageView.Of(response.Status.ToString(), response.Headers, response.Body, response.Unknown) : null,
        trace?.Error,
        (trace?.Findings ?? []).Select(FindingView.Of).ToList(),
        trace?.Origin,
        trace?.Step,
        trace?.Effect,
        trace?.IsErrorAskedFor ?? false,
        trace?.ErrorCode,
        trace?.Document is { } document ? new TraceDocumentView(document.Title, document.Version, document.Sha256) : null,
        trace is null ? null : CurlCommand.Of(trace.Request));
}

/// <summary>The description that an exchange was judged by.</summary>
/// <param name="Title">Title of the API.</param>
/// <param name="Version">Version of the API.</param>
/// <param name="Sha256">SHA-256 of the document.</param>
public sealed record TraceDocumentView(string Title, string Version, string Sha256);

/// <summary>A request or a response.</summary>
/// <param name="Start">Method and URL, or the status.</param>
/// <param name="Headers">Header fields in order.</param>
/// <param name="Body">The kept beginning of the body: text, or base64 when it is none.</param>
/// <param name="BodyIsText">Whether it is text.</param>
/// <param name="BodyLength">Length of the whole body, in bytes.</param>
/// <param name="BodyIsCut">Whether only its beginning is kept.</param>
/// <param name="Unknown">The places whose values are not known because a secret was taken out, for example <c>header.Authorization</c>.</param>
public sealed record TraceMessageView(string Start, IReadOnlyList<TraceHeaderView> Headers, string Body, bool BodyIsText, long BodyLength, bool BodyIsCut,
    IReadOnlyList<string> Unknown)
{
    internal static TraceMessageView Of(string start, IReadOnlyList<KeyValuePair<string, string>> headers, TraceBody body, IReadOnlyList<string> unknown) =>
        new(start, headers.Select(header => new TraceHeaderView(header.Key, header.Value)).ToList(), body.Text, body.IsText, body.Length, body.IsTruncated,
            unknown);
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
