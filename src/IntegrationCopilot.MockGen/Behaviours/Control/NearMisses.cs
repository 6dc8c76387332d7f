using System.Globalization;
using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Words a failed expectation: what was expected, what came nearest and why it does not count, and what was received in all.</summary>
internal static class NearMisses
{
    private const int MaxListed = 5;
    private const int MaxUrl = 120;

    public static string Tell(ApiOperation wanted, int? times, int count, IReadOnlyList<MockExchange> received, bool isConditional)
    {
        var text = new StringBuilder();
        var condition = isConditional ? ", where the condition holds," : "";
        text.Append(CultureInfo.InvariantCulture,
            $"Expected {OperationNames.Of(wanted)}{condition} to be received {Expected(times)}, but it was received {Times(count)}; the mock has {received.Count} requests.");
        var nearest = received.Where(e => count == 0 || !ReferenceEquals(e.Operation, wanted) || isConditional).OrderBy(e => DistanceOf(e, wanted))
            .Take(MaxListed).ToList();
        if (nearest.Count > 0 && (times is null || count < times)) text.Append("\nNearest:");
        else return text.ToString();
        foreach (var exchange in nearest) text.Append("\n- ").Append(Told(exchange, wanted, isConditional));
        return text.ToString();
    }

    private static string Told(MockExchange exchange, ApiOperation wanted, bool isConditional)
    {
        var request = exchange.Request;
        var url = request.Url.Length > MaxUrl ? string.Concat(request.Url.AsSpan(0, MaxUrl), "…") : request.Url;
        var why = ReferenceEquals(exchange.Operation, wanted) ? isConditional ? "the condition did not hold" : "it counts"
            : exchange.Operation is { } other ? other.Path == wanted.Path ? $"another method, {OperationNames.Of(other)}"
                : $"another operation, {OperationNames.Of(other)}"
            : "no operation of the document";
        var findings = exchange.Findings.Count == 0
            ? ""
            : $": {string.Join(" ", exchange.Findings.Take(MaxListed).Select(f => f.Where.Length == 0 ? f.Message : $"{f.Where}: {f.Message}"))}";
        return $"{request.Method} {url} was answered {exchange.Response.Status}, {why}{findings}";
    }

    /// <summary>The same operation is nearest, then its path with another method, then paths that read alike.</summary>
    private static int DistanceOf(MockExchange exchange, ApiOperation wanted)
    {
        if (ReferenceEquals(exchange.Operation, wanted)) return -2;
        if (exchange.Operation?.Path == wanted.Path) return -1;
        var url = exchange.Request.Url;
        var path = exchange.Operation?.Path ?? (url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? url[..query] : url);
        return TextDistance.Between($"{exchange.Request.Method} {path}", wanted.Id);
    }

    private static string Expected(int? times) => times is null ? "at least once" : Times(times.Value);

    private static string Times(int count) => count switch { 0 => "never", 1 => "once", _ => string.Create(CultureInfo.InvariantCulture, $"{count} times") };
}
