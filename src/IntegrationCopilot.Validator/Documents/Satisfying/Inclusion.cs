using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Proves that whatever meets one schema meets another. What it cannot prove it denies.</summary>
internal sealed class Inclusion(DocumentSchemas schemas)
{
    private const int MostLevels = 6;
    private const int MostListed = 200;

    /// <summary>Comparisons for one description.</summary>
    private const int MostSteps = 500_000;

    private int steps;

    /// <summary>Whether all that meets the first meets the second.</summary>
    public bool Of(SchemaNode inner, SchemaNode outer) => Of(inner, outer, 0);

    /// <summary>Whether all that meets the parts, of the kinds given, meets the other.</summary>
    public bool Of(IReadOnlyList<SchemaNode> parts, KindMask kinds, SchemaNode outer) => Of(parts, kinds, outer, 0);

    private bool Of(SchemaNode inner, SchemaNode outer, int level)
    {
        if (inner == outer) return true;
        var all = Conjunction.Of(inner);
        return all.IsWhole && Of(all.Parts, all.Kinds, outer, level);
    }

    private bool Of(IReadOnlyList<SchemaNode> parts, KindMask kinds, SchemaNode outer, int level)
    {
        if (level > MostLevels || ++steps > MostSteps) return false;
        if (parts.FirstOrDefault(p => p.Enum is not null || p.Const is not null) is { } listed) return Listed(parts, kinds, listed, outer);
        var whole = Conjunction.Of(outer);
        return whole.IsWhole && whole.Parts.All(part => parts.Contains(part) || Meets(parts, kinds, part, level));
    }

    /// <summary>Asks the evaluator about each of the values that there are.</summary>
    private bool Listed(IReadOnlyList<SchemaNode> parts, KindMask kinds, SchemaNode listed, SchemaNode outer)
    {
        var values = listed.Source[listed.Enum is not null ? "enum" : "const"];
        IReadOnlyList<RawNode> items = listed.Enum is not null ? [.. values.Children.Take(MostListed + 1)] : [values];
        if (items.Count > MostListed || (kinds.Has(ValueKind.Null) && schemas.Decide(outer, "null"u8) != true)) return false;
        var any = false;
        foreach (var value in items.SelectMany(Satisfaction.Spellings))
        {
            var isInside = parts.Select(p => schemas.Decide(p, value)).ToList();
            if (isInside.Contains(false)) continue;
            if (isInside.Contains(null) || schemas.Decide(outer, value) != true) return false;
            any = true;
        }
        return any;
    }

    /// <summary>Whether the parts imply what one schema asks by itself, without its references and its allOf.</summary>
    private bool Meets(IReadOnlyList<SchemaNode> parts, KindMask kinds, SchemaNode outer, int level)
    {
        if (outer.Problems is { Count: > 0 } || (kinds & ~outer.Types) != 0 || outer.Enum is not null || outer.Const is not null || outer.TracksEvaluation)
            return false;
        if (outer.InPlace is { } inPlace && !Meets(parts, kinds, inPlace, level)) return false;
        return (outer.Numbers is not { } numbers || (kinds & KindMask.Number) == 0 || parts.Any(p => p.Numbers is { } own && Meets(own, numbers)))
            && (outer.Strings is not { } strings || (kinds & KindMask.String) == 0 || Meets(parts, strings))
            && (outer.Arrays is not { } arrays || (kinds & KindMask.Array) == 0 || Meets(parts, arrays, level))
            && (outer.Objects is not { } objects || (kinds & KindMask.Object) == 0 || Meets(parts, objects, level));
    }

    private bool Meets(IReadOnlyList<SchemaNode> parts, KindMask kinds, InPlaceRules outer, int level)
    {
        if (outer.Dynamic is not null || outer.Not is not null || outer.If is not null || outer.OneOf.Length > 0 || outer.Discriminator is not null)
            return false;
        return outer.AnyOf.Length == 0 || outer.AnyOf.Any(branch => Of(parts, kinds, branch, level + 1));
    }

    private static bool Meets(NumberRules inner, NumberRules outer) =>
        IsAtLeast(inner.Minimum, outer.Minimum) && (!outer.MinimumIsExclusive || inner.MinimumIsExclusive)
        && IsAtMost(inner.Maximum, outer.Maximum) && (!outer.MaximumIsExclusive || inner.MaximumIsExclusive)
        && IsAtLeast(inner.ExclusiveMinimum, outer.ExclusiveMinimum) && IsAtMost(inner.ExclusiveMaximum, outer.ExclusiveMaximum)
        && (outer.MultipleOf is null || inner.MultipleOf?.Text == outer.MultipleOf.Text) && (outer.Format is null || inner.Format == outer.Format);

    private static bool IsAtLeast(NumberBound? inner, NumberBound? outer) => outer is null || (inner is not null && inner.OrderTo(outer) >= 0);

    private static bool IsAtMost(NumberBound? inner, NumberBound? outer) => outer is null || (inner is not null && inner.OrderTo(outer) <= 0);

    private static bool Meets(IReadOnlyList<SchemaNode> parts, StringRules outer)
    {
        var own = parts.Select(p => p.Strings).OfType<StringRules>().ToList();
        return (outer.MinLength == 0 || own.Exists(s => s.MinLength >= outer.MinLength))
            && (outer.MaxLength == int.MaxValue || own.Exists(s => s.MaxLength <= outer.MaxLength))
            && (outer.Pattern is not { } pattern || own.Exists(s => s.Pattern?.Source == pattern.Source))
                && (outer.Format is not { } format || own.Exists(s => s.Format == format));
    }

    private bool Meets(IReadOnlyList<SchemaNode> parts, ArrayRules outer, int level)
    {
        if (outer.Contains is not null || outer.Prefix.Length > 0) return false;
        var own = parts.Select(p => p.Arrays).OfType<ArrayRules>().ToList();
        return (outer.MinItems == 0 || own.Exists(a => a.MinItems >= outer.MinItems))
            && (outer.MaxItems == int.MaxValue || own.Exists(a => a.MaxItems <= outer.MaxItems))
            && (!outer.UniqueItems || own.Exists(a => a.UniqueItems))
            && (outer.Rest is not { } rest || IsAnything(rest) || own.Exists(a => a is { Rest: { } item, Prefix.Length: 0 } && Of(item, rest, level + 1)));
    }

    private bool Meets(IReadOnlyList<SchemaNode> parts, ObjectRules outer, int level)
    {
        if (outer.Patterns.Length > 0 || outer.PropertyNames is not null || outer.DependentRequired.Length > 0 || outer.DependentSchemas.Length > 0)
            return false;
        var own = parts.Where(p => p.Objects is not null).ToList();
        if (outer.MinProperties > 0 && !own.Exists(p => p.Objects!.MinProperties >= outer.MinProperties)) return false;
        if (outer.MaxProperties < int.MaxValue && !own.Exists(p => p.Objects!.MaxProperties <= outer.MaxProperties)) return false;
        if (!outer.Required.All(name => own.Exists(p => p.Objects!.Required.Contains(name, StringComparer.Ordinal)))) return false;
        if (outer.Additional is { } additional && !IsAnything(additional)
            && !own.Exists(p => ObjectFaults.IsClosed(p) && p.Objects!.Properties.Keys.All(outer.Properties.ContainsKey)))
            return false;
        return outer.Properties.All(property => IsAnything(property.Value) || own.Exists(p => Meets(p, property.Key, property.Value, level)));
    }

    private bool Meets(SchemaNode part, string name, SchemaNode outer, int level) =>
        part.Objects!.Properties.TryGetValue(name, out var inner) ? Of(inner, outer, level + 1) : ObjectFaults.IsClosed(part);

    private static bool IsAnything(SchemaNode node) => node is { IsTypeOnly: true, Types: KindMask.All };
}
