using System.Globalization;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Proves that no value meets a schema. What it cannot prove counts as met; a schema that leads back to itself too.</summary>
internal sealed class Satisfaction(DocumentSchemas schemas)
{
    private const int MostListed = 200;
    private const int MostBranches = 40;
    private const int MostLevels = 6;

    private const int MostNested = 200;

    /// <summary>Conjunctions looked at for one schema.</summary>
    private const int MostSteps = 2_000;

    private readonly Dictionary<SchemaNode, Fault?> known = [];
    private readonly HashSet<SchemaNode> open = [];
    private int steps;

    /// <summary>Compares schemas of the same description.</summary>
    public Inclusion Inclusion { get; } = new(schemas);

    /// <summary>Why no value meets a schema; null when one may.</summary>
    public Fault? FaultOf(SchemaNode node)
    {
        if (known.TryGetValue(node, out var fault)) return fault;
        if (open.Count == 0) steps = 0;
        if (open.Count > MostNested || !open.Add(node)) return null;
        fault = node.AcceptsNull ? null : IsNothing(node) || InPlaceOf(node).Any(part => FaultOf(part) is not null) ? Fault.Told
            : FaultOf(Conjunction.Of(node), level: 0);
        open.Remove(node);
        return known[node] = fault;
    }

    /// <summary>Why no value meets all parts at once.</summary>
    /// <param name="all">The parts.</param>
    /// <param name="level">How deep in the search this is.</param>
    public Fault? FaultOf(Conjunction all, int level)
    {
        if (!all.IsWhole || all.MayBeNull || level > MostLevels || ++steps > MostSteps) return null;
        if (all.Kinds == KindMask.None) return new Fault(TypeConflict(all));
        if (all.Parts.FirstOrDefault(p => p.Enum is not null || p.Const is not null) is { } listed) return Listed(all, listed);
        return Kinds(all, level) ?? (level == 0 ? Refused(all) ?? Alternatives(all) : null);
    }

    /// <summary>Whether a schema means to allow nothing.</summary>
    public static bool IsNothing(SchemaNode node) =>
        node.Source.Kind == RawKind.False || (node.InPlace is { Not: { } not } && node.Source.Count == 1 && IsAnything(not));

    private static bool IsAnything(SchemaNode node) => node.Source.Kind == RawKind.True || (node.Source.IsObject && node.Source.Count == 0);

    private static IEnumerable<SchemaNode> InPlaceOf(SchemaNode node) =>
        node.InPlace is not { } inPlace ? [] : inPlace.Reference is { } reference ? inPlace.AllOf.Prepend(reference) : inPlace.AllOf;

    private static string TypeConflict(Conjunction all)
    {
        foreach (var first in all.Parts)
            foreach (var second in all.Parts)
                if ((first.Types & second.Types) == KindMask.None && first != second)
                    return $"{Fault.Name(first, "type")} asks for {ValueText.Kinds(first.Types)}, and {Fault.Name(second, "type")} for {ValueText.Kinds(second.Types)}";
        return "its parts ask for types that exclude each other";
    }

    /// <summary>Tries every value that a part lists.</summary>
    private Fault? Listed(Conjunction all, SchemaNode listed)
    {
        var keyword = listed.Enum is not null ? "enum" : "const";
        var values = listed.Source[keyword];
        IReadOnlyList<RawNode> items = listed.Enum is not null ? [.. values.Children.Take(MostListed + 1)] : [values];
        if (items.Count is 0 or > MostListed) return items.Count == 0 ? Fault.Told : null;
        foreach (var value in items.SelectMany(Spellings))
            if (all.Parts.All(part => schemas.Decide(part, value) != false)) return null;
        return new Fault($"the rest of the schema refuses every value of {Fault.Name(listed, keyword)}");
    }

    /// <summary>A value, and how it is spelled as a text and without quotes: the compiler forgives either.</summary>
    public static IEnumerable<byte[]> Spellings(RawNode value)
    {
        yield return value.ToUtf8Json();
        if (value.GetScalarText() is not { } text) yield break;
        if (value.Kind != RawKind.String) yield return JsonSerializer.SerializeToUtf8Bytes(text, GeneratedJson.Default.String);
        else if (text is "true" or "false" || decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            yield return Encoding.UTF8.GetBytes(text);
    }

    private Fault? Kinds(Conjunction all, int level)
    {
        if ((all.Kinds & KindMask.Boolean) != 0) return null;
        Fault? first = null;
        if ((all.Kinds & KindMask.Number) != 0 && !Excluded(NumberFaults.Of(all))) return null;
        if ((all.Kinds & KindMask.String) != 0 && !Excluded(StringFaults.Of(all))) return null;
        if ((all.Kinds & KindMask.Array) != 0 && !Excluded(ArrayFaults.Of(this, all, level))) return null;
        if ((all.Kinds & KindMask.Object) != 0 && !Excluded(ObjectFaults.Of(this, all, level))) return null;
        return first;

        bool Excluded(Fault? fault)
        {
            if (fault is not null && (first is null || first.IsTold)) first = fault;
            return fault is not null;
        }
    }

    /// <summary>What <c>not</c> refuses altogether.</summary>
    private Fault? Refused(Conjunction all)
    {
        foreach (var part in all.Parts)
        {
            if (part.InPlace?.Not is not { } not || part.AcceptsNull || IsNothing(part)) continue;
            if (Inclusion.Of(all.Parts.Where(p => p != part).ToList(), all.Kinds, not))
                return new Fault($"{Fault.Name(part, "not")} refuses all that the rest allows");
        }
        return null;
    }

    /// <summary>Branches none of which goes together with what stands around them.</summary>
    private Fault? Alternatives(Conjunction all)
    {
        foreach (var part in all.Parts)
        {
            if (part.InPlace is not { } inPlace || part.AcceptsNull) continue;
            if (None(all, inPlace.AnyOf) is { } ofAny)
                return ofAny ? Fault.Told : new Fault($"no item of {Fault.Name(part, "anyOf")} goes together with what stands beside it");
            if (None(all, inPlace.OneOf) is { } ofOne)
                return ofOne ? Fault.Told : new Fault($"no item of {Fault.Name(part, "oneOf")} goes together with what stands beside it");
        }
        return null;
    }

    /// <summary>Null when some branch may be met; otherwise whether each is impossible in itself.</summary>
    private bool? None(Conjunction all, SchemaNode[] branches)
    {
        if (branches.Length is 0 or > MostBranches) return null;
        var inThemselves = true;
        foreach (var branch in branches)
        {
            if (FaultOf(branch) is not null) continue;
            inThemselves = false;
            if (FaultOf(all.And(branch), level: 1) is null) return null;
        }
        return inThemselves;
    }
}
