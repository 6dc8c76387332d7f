using System.Runtime.CompilerServices;

namespace IntegrationCopilot.Validator;

/// <summary>Trace files as recorded traffic.</summary>
internal static class TraceTraffic
{
    public static async IAsyncEnumerable<TrafficEntry> ReadAsync(Stream content, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var line in TraceReader.ReadAsync(content, cancellationToken))
        {
            var place = new TrafficPlace(name, ++number, line.Line);
            yield return line.Trace is { } trace
                ? new(place, Of(trace, place), null)
                : new(place, null, $"{line.Problem} A line is what a trace writer wrote: {{\"data\":{{…}},\"keyId\":…,\"signature\":…}}.");
        }
    }

    private static TrafficExchange Of(ApiTrace trace, TrafficPlace place)
    {
        var request = new RecordedRequest { Method = trace.Request.Method, Url = trace.Request.Url, Headers = trace.Request.Headers,
            Body = Known(trace.Request.Body) };
        var response = trace.Response is { } r ? new RecordedResponse { Status = r.Status, Headers = r.Headers, Body = Known(r.Body) } : null;
        return new()
        {
            Place = place,
            StartedAt = trace.StartedAt,
            Request = request,
            Response = response,
            IsOfDescribedApi = trace.Document is not null,
            Unknown =
            [
                .. Unknown(MessageDirection.Request, trace.Request.Unknown, trace.Request.Body),
                .. trace.Response is { } answered ? Unknown(MessageDirection.Response, answered.Unknown, answered.Body) : [],
            ],
        };
    }

    private static ReadOnlyMemory<byte> Known(TraceBody body) => body.IsTruncated ? default : body.Content;

    private static IEnumerable<UnknownPlace> Unknown(MessageDirection direction, IReadOnlyList<string> places, TraceBody body)
    {
        if (body.IsTruncated) yield return new(direction, "body", UnknownReason.Damaged);
        foreach (var place in places) yield return new(direction, place, UnknownReason.Redacted);
    }
}
