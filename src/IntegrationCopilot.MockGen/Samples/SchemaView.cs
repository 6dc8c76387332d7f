using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>The types of JSON Schema, as a set.</summary>
[Flags]
internal enum JsonTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Fraction = 8,
    Number = Integer | Fraction,
    String = 16,
    Array = 32,
    Object = 64,
    All = Null | Boolean | Number | String | Array | Object,
}

/// <summary>Several schemas read as one: a value must satisfy them all. References and <c>allOf</c> are unfolded, and of <c>oneOf</c>, <c>anyOf</c> and <c>if</c> one branch was picked.</summary>
internal sealed class SchemaView
{
    /// <summary>The schema objects that apply together.</summary>
    public required IReadOnlyList<RawNode> Parts { get; init; }

    /// <summary>Whether one of them is <c>false</c>.</summary>
    public required bool Impossible { get; init; }

    /// <summary>The choices met on the way.</summary>
    public required IReadOnlyList<SchemaChoice> Choices { get; init; }

    /// <summary>Schemas entered through references, which tell recursion.</summary>
    public required IReadOnlyList<RawNode> Entered { get; init; }

    /// <summary>What discriminators say of members: name to text.</summary>
    public required IReadOnlyDictionary<string, string> Discriminated { get; init; }

    /// <summary>The types every part allows.</summary>
    public JsonTypes Types => Parts.Aggregate(JsonTypes.All, (types, part) => types & SchemaTypes.Of(part));

    /// <summary>Whole-number keyword: the largest of all parts.</summary>
    public int AtLeast(string keyword) => (int)Math.Clamp(All(keyword).Max(n => n.GetInt64()) ?? 0, 0, int.MaxValue);

    /// <summary>Whole-number keyword: the smallest of all parts; <see cref="int.MaxValue"/> without any.</summary>
    public int AtMost(string keyword) => (int)Math.Clamp(All(keyword).Min(n => n.GetInt64()) ?? int.MaxValue, 0, int.MaxValue);

    /// <summary>Whether any part says <c>true</c>.</summary>
    public bool Says(string keyword) => All(keyword).Any(n => n.GetBoolean() == true);

    /// <summary>That keyword of every part that has it.</summary>
    public IEnumerable<RawNode> All(string keyword) => Parts.Select(p => p[keyword]).Where(n => n.IsDefined);

    /// <summary>Names every value must have, in order, each once. OpenAPI 2.0 parameters and draft 3 have a boolean here, which says nothing of members.</summary>
    public IReadOnlyList<string> Required() =>
        All("required").SelectMany(r => r.IsArray ? r.Children.Select(n => n.GetString()) : []).OfType<string>().Distinct(StringComparer.Ordinal).ToList();

    /// <summary>Names of the described members, in order, each once.</summary>
    public IReadOnlyList<string> MemberNames() =>
        All("properties").SelectMany(p => p.IsObject ? p.Children.Select(n => n.Name) : []).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>The schemas that apply to a member of that name.</summary>
    public IReadOnlyList<RawNode> Member(string name, Func<string, string, bool> matches)
    {
        var found = new List<RawNode>();
        foreach (var part in Parts)
        {
            var before = found.Count;
            if (part["properties"].TryGet(name, out var own)) found.Add(own);
            found.AddRange(part["patternProperties"].Children.Where(p => matches(p.Name, name)));
            if (found.Count == before && part["additionalProperties"] is { IsDefined: true } rest) found.Add(rest);
        }
        return found;
    }

    /// <summary>The schemas that apply to the item of that index: positional ones where there are, else <c>items</c>.</summary>
    public IReadOnlyList<RawNode> Item(int index)
    {
        var found = new List<RawNode>();
        foreach (var part in Parts)
        {
            var places = part["prefixItems"].IsArray ? part["prefixItems"] : part["items"].IsArray ? part["items"] : default;
            var positional = places[index];
            if (positional.IsDefined) found.Add(positional);
            else if (part["items"] is { IsDefined: true, IsArray: false } items) found.Add(items);
            else if (part["items"].IsArray && part["additionalItems"] is { IsDefined: true } rest) found.Add(rest);
        }
        return found;
    }

    /// <summary>What all parts ask of a number. An exclusive bound is a number of its own, or <c>true</c> beside the inclusive one (draft 4, OpenAPI 3.0).</summary>
    public NumberBounds Bounds(bool integer)
    {
        var bounds = new NumberBounds { Integer = integer, Multiples = All("multipleOf").Select(Decimal).OfType<decimal>().Where(m => m > 0).ToList() };
        foreach (var part in Parts)
        {
            var lowExcluded = part["exclusiveMinimum"].GetBoolean() == true;
            var highExcluded = part["exclusiveMaximum"].GetBoolean() == true;
            bounds = Raise(bounds, Decimal(part["minimum"]), lowExcluded);
            bounds = Raise(bounds, Decimal(part["exclusiveMinimum"]), excluded: true);
            bounds = Lower(bounds, Decimal(part["maximum"]), highExcluded);
            bounds = Lower(bounds, Decimal(part["exclusiveMaximum"]), excluded: true);
        }
        return All("format").Any(f => f.IsString("int32")) ? Lower(Raise(bounds, int.MinValue, excluded: false), int.MaxValue, excluded: false) : bounds;
    }

    private static NumberBounds Raise(NumberBounds bounds, decimal? low, bool excluded) =>
        low is null || bounds.Low > low || (bounds.Low == low && bounds.LowExcluded) ? bounds : bounds with { Low = low, LowExcluded = excluded };

    private static NumberBounds Lower(NumberBounds bounds, decimal? high, bool excluded) =>
        high is null || bounds.High < high || (bounds.High == high && bounds.HighExcluded) ? bounds : bounds with { High = high, HighExcluded = excluded };

    private static decimal? Decimal(RawNode number) => number.Kind == RawKind.Number ? NumberBounds.Parse(number.GetScalarText()) : null;
}

/// <summary>A place where one of several branches is picked.</summary>
/// <param name="Keyword">The node of the keyword, which is its identity.</param>
/// <param name="Branches">The branches, the one to try first in front; a branch is the schemas that apply when it is picked.</param>
internal sealed record SchemaChoice(RawNode Keyword, IReadOnlyList<IReadOnlyList<RawNode>> Branches);
