using System.Net.Http;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>One request, and what became of it.</summary>
internal sealed record Exchange
{
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

    /// <summary>The first header field of that name; null when there is none.</summary>
    public string? Header(string name) =>
        Response?.Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();
}
