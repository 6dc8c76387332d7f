using System.Globalization;
using System.Net.Http;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>One request, and what became of it.</summary>
internal sealed record Exchange
{
    private const int NotModified = 304;
    private JsonElement? json;
    private bool isParsed;

    public required RecordedRequest Request { get; init; }

    public required ApiOperation? Operation { get; init; }

    /// <summary>The answer; null when none came.</summary>
    public RecordedResponse? Response { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>Whether the time limit ended it.</summary>
    public bool TimedOut { get; init; }

    /// <summary>Whether a server was there: it took the connection and did not just keep silent, though its answer may be broken.</summary>
    public bool Reached { get; init; }

    /// <summary>Why there is no answer, for people; null when there is one.</summary>
    public string? Failure { get; init; }

    /// <summary>What went wrong on the way; null when the client did not say, or nothing did.</summary>
    public HttpRequestError? Error { get; init; }

    /// <summary>How the answer compares with the document; null when there is no answer or no operation.</summary>
    public MessageVerdict? Verdict { get; init; }

    /// <summary>The request as its trace keeps it, without secrets; null before it is recorded.</summary>
    public TraceRequest? Traced { get; init; }

    /// <summary>
    /// Whether the API did what was asked: 2xx, or a redirection where the document describes no other success (RFC 9110, section 15.4). It is not followed.
    /// </summary>
    public bool Succeeded => Response?.Status is { } status
        && (status is >= 200 and < 300 || (Operation is { } called && IsDescribedRedirection(called, status)));

    /// <summary>The JSON body; null when there is none.</summary>
    public JsonElement? Json
    {
        get
        {
            if (!isParsed && Response is { Body.Length: > 0 } response) json = JsonBody.Parse(response.Body);
            isParsed = true;
            return json;
        }
    }

    private static bool IsDescribedRedirection(ApiOperation operation, int status) => status is >= 300 and < 400 and not NotModified
        && operation.Responses.Any(response => response.Status == status.ToString(CultureInfo.InvariantCulture))
        && !operation.Responses.Any(response => response.Status is ['2', ..]);

    /// <summary>The first header field of that name; null when there is none.</summary>
    public string? Header(string name) =>
        Response?.Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();
}
