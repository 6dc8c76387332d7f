using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IntegrationCopilot.Validator;

/// <summary>HTTP archives as recorded traffic.</summary>
internal static class HarTraffic
{
    private const string Form = "An HTTP archive is {\"log\":{\"version\":\"1.2\",\"entries\":[{\"request\":{…},\"response\":{…}}]}}.";

    public static async IAsyncEnumerable<TrafficEntry> ReadAsync(Stream content, string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var scanner = new HarScanner(content);
        var number = 0;
        while (true)
        {
            var (document, problem) = await NextAsync(scanner, name, number + 1, cancellationToken);
            if (problem is not null) yield return problem;
            if (document is null) yield break;
            using (document) yield return Of(document.RootElement, new TrafficPlace(name, ++number, scanner.Line), scanner.Creator);
        }
    }

    private static async ValueTask<(JsonDocument? Document, TrafficEntry? Problem)> NextAsync(
        HarScanner scanner, string name, int number, CancellationToken cancellationToken)
    {
        try
        {
            var document = await scanner.ReadAsync(cancellationToken);
            var isNone = document is null && !scanner.HasEntries;
            return (document, isNone ? new(new(name, number, 1), null, $"There is no list of entries in it. {Form}") : null);
        }
        catch (JsonException e)
        {
            var line = (int)(e.LineNumber ?? scanner.Line - 1) + 1;
            var what = scanner.HasEntries ? $"The archive cannot be read on from here: {Plain(e)} What comes before was read."
                : $"This is no JSON: {Plain(e)} {Form}";
            return (null, new(new(name, number, line), null, what));
        }
        catch (InvalidDataException e)
        {
            return (null, new(new(name, number, scanner.Line), null, $"The archive cannot be unpacked from here: {e.Message}"));
        }
    }

    /// <summary>The message without the place, which is told once.</summary>
    private static string Plain(JsonException e)
    {
        var place = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return place < 0 ? e.Message : e.Message[..place];
    }

    private static TrafficEntry Of(JsonElement entry, TrafficPlace place, string creator)
    {
        try
        {
            return new(place, Exchange(entry, place, creator), null);
        }
        catch (JsonException e)
        {
            return new(place, null, e.Message);
        }
    }

    private static TrafficExchange Exchange(JsonElement entry, TrafficPlace place, string creator)
    {
        var unknown = new List<UnknownPlace>();
        var request = HarMessages.Request(entry.Required("request", JsonValueKind.Object), creator, unknown);
        var response = entry.Optional("response", JsonValueKind.Object) is { } answer ? HarMessages.Response(answer, request, creator, unknown) : null;
        var started = entry.Text("startedDateTime") is { } text
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : (DateTimeOffset?)null;
        return new() { Place = place, StartedAt = started, Request = request, Response = response, Unknown = unknown };
    }
}
