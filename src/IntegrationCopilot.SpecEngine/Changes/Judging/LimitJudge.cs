using static IntegrationCopilot.SpecEngine.SchemaChangeRules;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Judges limits of numbers, lengths and counts.</summary>
internal static class LimitJudge
{
    /// <summary>A limit of numbers, in the way of OpenAPI 2.0 and 3.0 or of 3.1.</summary>
    public static Verdict OfRange(FieldChange change)
    {
        var isLower = change.Field.EndsWith("inimum", StringComparison.Ordinal);
        return Judge(change, Bound(change.Owner.Old, isLower), Bound(change.Owner.New, isLower), isLower);
    }

    public static Verdict OfCount(FieldChange change)
    {
        var isLower = change.Field.StartsWith("min", StringComparison.Ordinal);
        return Judge(change, Count(change.Place.Old, isLower), Count(change.Place.New, isLower), isLower);
    }

    public static Verdict OfMultiple(FieldChange change)
    {
        var (old, @new) = (change.Place.Old.GetDouble() ?? 0, change.Place.New.GetDouble() ?? 0);
        if (old <= 0) return SchemaJudge.Say(LimitNarrowed, change);
        if (@new <= 0) return SchemaJudge.Say(LimitWidened, change);
        return SchemaJudge.Say(IsMultiple(@new, old) ? LimitNarrowed : IsMultiple(old, @new) ? LimitWidened : LimitChanged, change);
    }

    /// <summary>A limit as a number that orders as limits do; a missing one as the widest.</summary>
    private static Verdict Judge(FieldChange change, (double Value, bool Excludes) old, (double Value, bool Excludes) @new, bool isLower)
    {
        var order = old.Value.CompareTo(@new.Value);
        if (order == 0 && old.Excludes == @new.Excludes) return change.Rewritten();
        var isNarrower = order == 0 ? @new.Excludes : isLower ? order < 0 : order > 0;
        return SchemaJudge.Say(isNarrower ? LimitNarrowed : LimitWidened, change);
    }

    private static (double Value, bool Excludes) Bound(RawNode schema, bool isLower)
    {
        var limit = schema[isLower ? "minimum" : "maximum"].GetDouble();
        var exclusive = schema[isLower ? "exclusiveMinimum" : "exclusiveMaximum"];
        var widest = isLower ? double.NegativeInfinity : double.PositiveInfinity;
        if (exclusive.GetDouble() is not { } other) return (limit ?? widest, limit is not null && exclusive.GetBoolean() == true);
        var isTighter = limit is not { } value || (isLower ? other >= value : other <= value);
        return isTighter ? (other, true) : (limit!.Value, false);
    }

    private static (double Value, bool Excludes) Count(RawNode limit, bool isLower) => (limit.GetDouble() ?? (isLower ? 0 : double.PositiveInfinity), false);

    private static bool IsMultiple(double value, double of) => Math.Abs(Math.IEEERemainder(value, of)) < 1e-9 * Math.Abs(of);
}
