using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes objects: required members, optional ones while there is room, and further ones where the schema asks for a number of them.</summary>
internal sealed class ObjectSamples(SampleBuilder builder, SchemaView view)
{
    private const int MaxExtra = 200;
    private readonly JsonObject made = [];

    public Sample Build(SamplePlace place, bool requiredOnly)
    {
        var required = view.Required();
        var optionalRoom = view.AtMost("maxProperties") - required.Count;
        foreach (var name in view.MemberNames().Concat(required).Distinct(StringComparer.Ordinal))
        {
            var schemas = view.Member(name, Matches);
            if (schemas.Any(builder.IsHidden)) continue;
            var isRequired = required.Contains(name, StringComparer.Ordinal);
            if (!isRequired && (requiredOnly || optionalRoom <= 0 || !schemas.All(s => builder.HasRoomFor(s, place.Depth)))) continue;
            var child = builder.Build(schemas, place.Member(name, HintFor(name, place)));
            if (child.Made) made.Add(name, child.Value);
            else if (isRequired) return Sample.None;
            if (child.Made && !isRequired) optionalRoom--;
        }
        return AddFurther(place, requiredOnly) ? Sample.Of(made) : Sample.None;
    }

    private Sample HintFor(string name, SamplePlace place)
    {
        if (view.Discriminated.TryGetValue(name, out var text)) return Sample.Of(JsonValue.Create(text));
        return place.Hint.Value is JsonObject given && given.TryGetPropertyValue(name, out var value) ? Sample.Of(value) : Sample.None;
    }

    /// <summary>Members the schema does not name: as many as it demands, and one to show what a map holds.</summary>
    private bool AddFurther(SamplePlace place, bool requiredOnly)
    {
        var wanted = view.AtLeast("minProperties");
        if (wanted == 0 && made.Count == 0 && !requiredOnly && IsMap(place.Depth) && view.AtMost("maxProperties") > 0) wanted = 1;
        if (wanted > MaxExtra) return false;
        AddOptional(place, wanted);
        for (var i = 1; made.Count < wanted && i <= wanted + MaxExtra; i++)
        {
            if (NewName(place, i) is not { } name || made.ContainsKey(name)) continue;
            var value = builder.Build(view.Member(name, Matches), place.Member(name, Sample.None));
            if (value.Made) made.Add(name, value.Value);
        }
        return made.Count >= view.AtLeast("minProperties");
    }

    /// <summary>Described members that were left out come before invented ones.</summary>
    private void AddOptional(SamplePlace place, int wanted)
    {
        foreach (var name in view.MemberNames())
        {
            if (made.Count >= wanted) return;
            var schemas = view.Member(name, Matches);
            if (made.ContainsKey(name) || schemas.Any(builder.IsHidden)) continue;
            var value = builder.Build(schemas, place.Member(name, Sample.None));
            if (value.Made) made.Add(name, value.Value);
        }
    }

    private bool IsMap(int depth) =>
        view.MemberNames().Count == 0
        && view.All("additionalProperties").Concat(view.All("patternProperties").SelectMany(p => p.Children)).Where(s => s.IsObject && s.Count > 0).ToList() is { Count: > 0 } schemas
        && schemas.All(s => builder.HasRoomFor(s, depth));

    private string? NewName(SamplePlace place, int index)
    {
        var names = view.All("propertyNames").ToList();
        if (names.Count > 0)
            return builder.Build(names, place.Member($"name{index}", Sample.None) with { Variation = index - 1, Name = "" }).Value is JsonValue text && text.TryGetValue<string>(out var name) ? name : null;
        foreach (var pattern in view.All("patternProperties").SelectMany(p => p.Children))
            if (PatternParser.Parse(pattern.Name) is { } tree && PatternText.Candidates(tree, 1, 200, place.Random.Child($"key{index}")).FirstOrDefault(t => Matches(pattern.Name, t)) is { } matching) return matching;
        return $"key{index}";
    }

    private static bool Matches(string pattern, string name)
    {
        try
        {
            return Regex.IsMatch(name, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
