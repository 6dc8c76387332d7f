using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Values the document itself gives: <c>const</c>, examples, <c>enum</c>, <c>default</c>. None is taken unverified: examples are often out of date.</summary>
internal static class GivenValues
{
    private const int MaxTried = 40;

    /// <summary>The first given value that is accepted.</summary>
    /// <param name="view">The schemas.</param>
    /// <param name="accepted">Decides whether a value will do.</param>
    /// <param name="variation">How many accepted values to pass over; starts again from the first when there are fewer.</param>
    /// <param name="given">The value.</param>
    public static bool TryFind(SchemaView view, Func<JsonNode?, bool> accepted, int variation, out Sample given)
    {
        given = Sample.None;
        var found = 0;
        foreach (var value in All(view).Take(MaxTried).Select(RawValues.Take))
        {
            if (!value.Made || !accepted(value.Value)) continue;
            given = value;
            if (found++ == variation) return true;
        }
        return given.Made && !IsOpen(view);
    }

    /// <summary>The hint when there is one, else the first example that is a container: its parts may be right where the whole is not.</summary>
    public static Sample PartOf(SchemaView view, Sample hint) =>
        hint.Made ? hint : Examples(view).Where(e => e.IsObject || e.IsArray).Select(RawValues.Take).FirstOrDefault(e => e.Made);

    private static IEnumerable<RawNode> All(SchemaView view) =>
        view.All("const").Concat(Examples(view)).Concat(view.All("enum").SelectMany(e => e.Children).OrderBy(e => e.Kind == RawKind.Null)).Concat(view.All("default").Where(TellsSomething));

    private static IEnumerable<RawNode> Examples(SchemaView view) =>
        view.All("example").Concat(view.All("examples").SelectMany(e => e.IsArray ? e.Children : [])).Where(e => e.Kind != RawKind.Null);

    /// <summary>Empty and null defaults stand for absence; as a sample they say nothing.</summary>
    private static bool TellsSomething(RawNode value) => value.Kind switch
    {
        RawKind.Null => false,
        RawKind.Object or RawKind.Array => value.Count > 0,
        RawKind.String => value.GetString() is { Length: > 0 },
        _ => true,
    };

    /// <summary>Whether other values than the given ones are allowed.</summary>
    private static bool IsOpen(SchemaView view) => !view.All("const").Any() && !view.All("enum").Any();
}
