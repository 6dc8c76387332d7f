using System.Text.Json.Nodes;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Holds changes against a raw comparison: each pointer that differs is covered by exactly one, and each change covers or lies beneath such a
/// pointer.</summary>
internal static class Coverage
{
    /// <summary>Rules whose changes cover only the place itself.</summary>
    private static readonly HashSet<string> OfThePlaceItself = new(StringComparer.Ordinal)
    {
        "order-changed", "component-renamed", "path-parameter-names-changed", "path-changed", "path-moved-into-server", "media-type-parameters-changed",
        "request-media-type-narrowed", "request-media-type-widened", "response-media-type-narrowed", "response-media-type-widened",
    };

    /// <returns>What is wrong, one line each; empty when all is covered.</returns>
    public static List<string> Faults(ApiSpec old, ApiSpec @new, IReadOnlyList<ApiChange> changes)
    {
        var differences = RawComparison.Of(Json(old), Json(@new));
        HashSet<string> olds = [.. differences.Select(d => d.Old).OfType<string>()], news = [.. differences.Select(d => d.New).OfType<string>()];
        var (aboveOlds, aboveNews) = (olds.SelectMany(Above).ToHashSet(StringComparer.Ordinal), news.SelectMany(Above).ToHashSet(StringComparer.Ordinal));
        return
        [
            .. Faults("old", olds, changes, c => c.Old),
            .. Faults("new", news, changes, c => c.New),
            .. changes.Where(c => !Differs(c.Old, olds, aboveOlds) && !Differs(c.New, news, aboveNews))
                .Select(c => $"nothing differs, but {c.Rule.Id} {c.Old} {c.New}"),
        ];
    }

    private static bool Differs(SourceLocation? place, HashSet<string> pointers, HashSet<string> above) =>
        place is not null && (above.Contains(place.Pointer) || Above(place.Pointer).Any(pointers.Contains));

    public static JsonNode? Json(ApiSpec spec) => JsonNode.Parse(spec.Document.Root.ToUtf8Json());

    private static IEnumerable<string> Faults(string side, HashSet<string> pointers, IReadOnlyList<ApiChange> changes, Func<ApiChange, SourceLocation?> place)
    {
        var at = changes.Where(c => place(c) is not null).ToLookup(c => place(c)!.Pointer, StringComparer.Ordinal);
        foreach (var pointer in pointers)
        {
            var covering = Above(pointer).SelectMany(p => at[p].Where(c => p == pointer || !OfThePlaceItself.Contains(c.Rule.Id))).ToList();
            if (at[pointer].Any(c => c.Rule.Id == "order-changed")) covering.RemoveAll(c => c.Rule.Id != "order-changed");
            if (covering.Count != 1) yield return $"{side} {pointer}: covered by {covering.Count} ({string.Join(", ", covering.Select(c => $"{c.Rule.Id} {place(c)!.Pointer}"))})";
        }
    }

    /// <summary>The pointer and those of all that it lies in.</summary>
    private static IEnumerable<string> Above(string pointer)
    {
        yield return pointer;
        for (var end = pointer.LastIndexOf('/'); end >= 0; end = end == 0 ? -1 : pointer.LastIndexOf('/', end - 1)) yield return pointer[..end];
    }
}
