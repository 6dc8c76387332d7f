using System.Globalization;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// The things of a resource that are there from the start: those of the document's examples that have an identifier, else one that is made up.
/// </summary>
internal sealed class ThingSeeds
{
    private const int Most = 100;
    private const char Separator = ThingScope.Separator;
    private const string MomentForm = "yyyy-MM-dd";
    private readonly Dictionary<string, JsonObject> things = new(StringComparer.Ordinal);
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private readonly ThingKind kind;
    private readonly Lazy<HashSet<string>> days;

    public ThingSeeds(ThingKind kind)
    {
        this.kind = kind;
        days = new Lazy<HashSet<string>>(() =>
            [.. named.Select(key => key.Split(Separator)).Where(own => own.Any(IsMoment)).Select(own => DayKeyOf(own))]);
        if (kind.Resource.Kind == ResourceKind.Singleton) { things[""] = kind.Sample; return; }
        foreach (var answer in kind.Resource.Answers.Where(answer =>
            !kind.Resource.Actions.Contains(answer.Operation) && !ReferenceEquals(answer.Operation, kind.Resource.Delete)))
            foreach (var shown in kind.Model.Examples(answer)) Add(shown);
        foreach (var own in NamedThings.Of(kind))
        {
            named.Add(KeyOf(own));
            if (things.Count == 0 && !IsPathWord(own)) things[KeyOf(own)] = Invent(own);
        }
        if (things.Count == 0 && kind.OwnOf(kind.Sample) is { } sample) things[KeyOf(sample)] = kind.Sample;
        named.UnionWith(things.Keys);
    }

    /// <summary>Whether the thing's path with that name is another path of the document, so that nobody reaches the thing.</summary>
    private bool IsPathWord(IReadOnlyList<string> own) => own.Count == 1 && kind.Resource.ItemPath is { } item && item.EndsWith('}')
        && kind.Model.Spec.Operations.Any(operation => PathPlaces.AreOne(operation.Path, $"{item[..item.LastIndexOf('{')]}{own[0]}"));

    public IReadOnlyCollection<JsonObject> Things => things.Values;

    /// <summary>
    /// Whether the document names such a thing: whoever follows it finds the thing, although it is not listed. What is named by a day is there for each, since
    /// days that are made up depend on when.
    /// </summary>
    public bool AreNamed(IReadOnlyList<string> own) => named.Contains(KeyOf(own)) || (own.Any(IsMoment) && days.Value.Contains(DayKeyOf(own)));

    /// <summary>A thing of which nothing is known but its identifier.</summary>
    public JsonObject Invent(IReadOnlyList<string> own)
    {
        var made = (JsonObject)(things.Count > 0 ? things.Values.First() : kind.Sample).DeepClone();
        kind.Identify(made, own);
        return made;
    }

    /// <summary>
    /// A list may show less of a thing than reading it does, and an example may be wrong in parts: what is missing or wrong is taken from the sample.
    /// </summary>
    private void Add(JsonObject shown)
    {
        if (things.Count >= Most || kind.OwnOf(shown) is not { } own) return;
        if (things.TryGetValue(KeyOf(own), out var known) && known.Count >= shown.Count) return;
        var fitted = kind.Fitting.Fit(shown);
        if (kind.Accepts(fitted.Json) && JsonTrees.Parse(fitted.Json) is JsonObject thing && kind.OwnOf(thing) is { } still) things[KeyOf(still)] = thing;
    }

    private static string DayKeyOf(IReadOnlyList<string> own) => string.Join(Separator, own.Select(part => IsMoment(part) ? "" : part));

    private static bool IsMoment(string text) => text.Length >= MomentForm.Length && text[4] == '-' && text[7] == '-'
        && (text.Length == MomentForm.Length ? DateOnly.TryParseExact(text, MomentForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    private static string KeyOf(IReadOnlyList<string> own) => string.Join(Separator, own);
}
