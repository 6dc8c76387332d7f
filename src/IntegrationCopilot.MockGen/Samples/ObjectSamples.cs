using System.Text.Json.Nodes;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Makes objects: required members, optional ones while there is room, what members that are there need beside them, and further ones where the schema asks for
/// a number of them.
/// </summary>
internal sealed class ObjectSamples(SampleBuilder builder, SchemaView view)
{
    private const int MaxExtra = 200;
    private const int MaxRounds = 20;
    private readonly JsonObject made = [];

    public Sample Build(SamplePlace place, bool requiredOnly)
    {
        var required = view.Required;
        var optionalRoom = view.MaxProperties - required.Count;
        foreach (var name in view.AllNames)
        {
            if (view.Absent.Contains(name)) continue;
            var demands = view.Member(name);
            var isRequired = required.Contains(name, StringComparer.Ordinal);
            if (builder.IsHidden(demands) && !(isRequired && requiredOnly && !builder.TakesNearest)) continue;
            if (!isRequired && (requiredOnly || optionalRoom <= 0 || !builder.HasRoomFor(demands, place.Depth))) continue;
            var added = Add(name, demands, place, HintFor(name, place));
            if (!added && isRequired && !builder.TakesNearest) return Sample.None;
            if (added && !isRequired) optionalRoom--;
        }
        return (AddNeeded(place) && AddFurther(place, requiredOnly)) || builder.TakesNearest ? Sample.Of(made) : Sample.None;
    }

    private bool Add(string name, IReadOnlyList<Demand> demands, SamplePlace place, Sample hint)
    {
        var child = builder.Build(demands, place.Member(name, hint, view.MemberNames));
        if (!child.Made || (IsEmpty(child.Value) && builder.Carrier.DropsEmpty && !builder.TakesNearest)) return false;
        made[name] = child.Value;
        return true;
    }

    public static bool IsEmpty(JsonNode? value) => value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };

    private Sample HintFor(string name, SamplePlace place)
    {
        if (view.Discriminated.TryGetValue(name, out var text)) return Sample.Of(JsonValue.Create(text));
        return place.Hint.Value is JsonObject given && given.TryGetPropertyValue(name, out var value) ? Sample.Of(value) : Sample.None;
    }

    /// <summary>What <c>dependentRequired</c> asks for; an optional member that cannot have it is left out.</summary>
    private bool AddNeeded(SamplePlace place)
    {
        if (!view.HasDependents) return true;
        for (var round = 0; round < MaxRounds; round++)
        {
            var missing = view.Parts.SelectMany(p => p.Part.DependentRequired).Where(d => made.ContainsKey(d.Name))
                .SelectMany(d => d.Needed.Select(n => (For: d.Name, Needed: n))).FirstOrDefault(d => !made.ContainsKey(d.Needed));
            if (missing.Needed is null) return true;
            if (!view.Absent.Contains(missing.Needed) && Add(missing.Needed, view.Member(missing.Needed), place, HintFor(missing.Needed, place))) continue;
            if (view.Required.Contains(missing.For, StringComparer.Ordinal)) return false;
            made.Remove(missing.For);
        }
        return false;
    }

    /// <summary>Members the schema does not name: as many as it demands, and one to show what a map holds.</summary>
    private bool AddFurther(SamplePlace place, bool requiredOnly)
    {
        var wanted = view.MinProperties;
        if (wanted == 0 && made.Count == 0 && !requiredOnly && IsMap(place.Depth) && view.MaxProperties > 0) wanted = 1;
        if (made.Count == 0 && builder.Carrier.DropsEmpty && !builder.TakesNearest) wanted = Math.Max(1, wanted);
        if (wanted > MaxExtra) return false;
        var further = view.WantsFurther ? made.Count + 1 : 0;
        AddOptional(place, wanted - (further > 0 ? 1 : 0));
        for (var i = 1; made.Count < Math.Max(wanted, further) && i <= wanted + MaxExtra; i++)
            if (NewName(place, i) is { } name && !view.Absent.Contains(name)) Add(name, view.Member(name), place, Sample.None);
        return made.Count >= Math.Max(further, Math.Min(wanted, view.MinProperties > 0 ? wanted : made.Count));
    }

    /// <summary>Described members that were left out come before invented ones.</summary>
    private void AddOptional(SamplePlace place, int wanted)
    {
        foreach (var name in view.MemberNames)
        {
            if (made.Count >= wanted) return;
            var demands = view.Member(name);
            if (!made.ContainsKey(name) && !view.Absent.Contains(name) && !builder.IsHidden(demands)) Add(name, demands, place, Sample.None);
        }
    }

    private bool IsMap(int depth) =>
        view.MemberNames.Count == 0 && view.Further().Where(d => d.Schema.IsObject && d.Schema.Count > 0).ToList() is { Count: > 0 } schemas
            && builder.HasRoomFor(schemas, depth);

    private string? NewName(SamplePlace place, int index)
    {
        if (view.Names() is { Count: > 0 } names)
            return builder.Build(names, place.Member($"name{index}", Sample.None, []) with { Variation = index - 1, Name = "" }).Value is JsonValue text
                && text.TryGetValue<string>(out var name) ? name : null;
        var patterns = view.Parts.SelectMany(p => p.Part.PatternProperties).Select(p => PatternCache.Find(p.Pattern)).OfType<EcmaPattern>().ToList();
        if (patterns.Count == 0) return $"key{index}";
        var chosen = patterns[(index - 1) % patterns.Count];
        var random = place.Random.Child($"key{index}");
        return PatternText.Candidates(chosen.Syntax, 1, 200, random).Concat(new TextSearch([chosen.Syntax], [], 1, 200).Find(random))
            .SelectMany(t => (string[])[t, $"{t}{index}"]).FirstOrDefault(t => !made.ContainsKey(t) && chosen.IsMatch(t) == true);
    }
}
