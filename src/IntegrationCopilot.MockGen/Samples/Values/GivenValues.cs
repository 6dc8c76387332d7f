using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Values the document itself gives: <c>const</c>, examples, <c>enum</c>, <c>default</c>. None is taken unverified: examples are often out of date. Null, empty
/// texts, 0 and false are values as others are.
/// </summary>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
internal sealed class GivenValues
{
    private const int MaxTried = 40;
    private const int MaxListed = 2_000;
    private readonly Lock gate = new();
    private readonly List<Sample> found = [];
    private readonly IEnumerator<Sample> open;
    private readonly Func<JsonNode?, bool> accepted;
    private readonly bool isClosed;

    /// <param name="view">The schemas.</param>
    /// <param name="accepted">Decides whether a value conforms.</param>
    public GivenValues(SchemaView view, Func<JsonNode?, bool> accepted)
    {
        this.accepted = accepted;
        open = All(view).Take(MaxTried).GetEnumerator();
        isClosed = view.Parts.Any(p => p.Part.Const.IsDefined || p.Part.Enum.IsDefined);
    }

    /// <summary>A given value that is accepted.</summary>
    /// <param name="carrier">What it must travel in.</param>
    /// <param name="inside">Whether it stands in a list or object.</param>
    /// <param name="variation">How many to pass over. Where there are fewer it starts again if no other values are allowed, else there is none.</param>
    public Sample Find(SampleCarrier carrier, bool inside, int variation)
    {
        var passed = 0;
        for (var i = 0; At(i) is { Made: true } given; i++)
            if (carrier.Carries(given.Value, inside) && passed++ == variation) return given;
        return isClosed && passed > 0 ? Find(carrier, inside, variation % passed) : Sample.None;
    }

    /// <summary>The hint when there is one, else the first example that is a container: its parts may be right where the whole is not.</summary>
    public static Sample PartOf(SchemaView view, Sample hint) =>
        hint.Made || !view.HasExamples ? hint : Examples(view).Where(e => e.IsObject || e.IsArray).Select(RawValues.Take).FirstOrDefault(e => e.Made);

    private Sample At(int index)
    {
        lock (gate)
        {
            while (found.Count <= index && open.MoveNext())
                if (open.Current is { Made: true } value && accepted(value.Value)) found.Add(value);
            return index < found.Count ? found[index] : Sample.None;
        }
    }

    /// <summary>
    /// The values <c>const</c> or <c>enum</c> allow; scalars also in the other spelling that <c>type</c> may ask for, as evaluation takes them.
    /// </summary>
    public static IEnumerable<Sample> Listed(SchemaPart part)
    {
        if (part.Const.IsDefined) return [RawValues.Take(part.Const)];
        var listed = part.Enum.Children.OrderBy(e => e.Kind == RawKind.Null).Take(MaxListed).ToList();
        return listed.Select(RawValues.Take).Concat(listed.Where(e => part.Types is not JsonTypes.All).Select(Respelled).Where(r => r.Made));
    }

    private static IEnumerable<Sample> All(SchemaView view) =>
        view.Parts.Select(p => p.Part.Const).Where(n => n.IsDefined).Select(RawValues.Take)
            .Concat(Examples(view).Select(RawValues.Take))
            .Concat(view.Parts.SelectMany(p => p.Part.Enum.IsDefined ? Listed(p.Part) : []))
            .Concat(view.Parts.Select(p => p.Part.Default).Where(n => n.IsDefined).Select(RawValues.Take));

    private static Sample Respelled(RawNode value) => value.Kind switch
    {
        RawKind.Number or RawKind.True or RawKind.False => Sample.Of(JsonValue.Create(value.GetScalarText())),
        RawKind.String when ExactNumber.Parse(value.GetString()!) is { } number => Sample.Of(JsonNode.Parse(number.ToString())),
        RawKind.String when value.GetString() is "true" or "false" => Sample.Of(JsonValue.Create(value.IsString("true"))),
        _ => Sample.None,
    };

    private static IEnumerable<RawNode> Examples(SchemaView view) => view.Parts.SelectMany(p => p.Part.Examples);
}
