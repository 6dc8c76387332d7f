using System.Globalization;

namespace IntegrationCopilot.Validator;

/// <summary>Why no number lies within the bounds of a conjunction.</summary>
internal static class NumberFaults
{
    /// <summary>Steps beyond are not counted exactly.</summary>
    private const decimal MostExact = 1e15m;

    public static Fault? Of(Conjunction all)
    {
        Bound? low = null, high = null;
        var whole = (all.Kinds & KindMask.Number) == KindMask.Integer;
        foreach (var part in all.Parts)
        {
            if (part.Numbers is not { } rules) continue;
            Raise(rules.Minimum, rules.MinimumIsExclusive, part, "minimum");
            Raise(rules.ExclusiveMinimum, true, part, "exclusiveMinimum");
            Lower(rules.Maximum, rules.MaximumIsExclusive, part, "maximum");
            Lower(rules.ExclusiveMaximum, true, part, "exclusiveMaximum");
            if (rules.Format is not { } format) continue;
            Raise(format.Minimum, false, part, "format");
            Lower(format.Maximum, false, part, "format");
            whole |= format.Whole;
        }
        if (low is null || high is null) return null;
        var order = low.Limit.OrderTo(high.Limit);
        var names = $"{Fault.Name(low.Part, low.Keyword)} and {Fault.Name(high.Part, high.Keyword)}";
        if (order > 0)
            return low.Part == high.Part && low.Keyword == "minimum" && high.Keyword == "maximum" ? Fault.Told : new Fault($"no number lies between {names}");
        if (order == 0 && (low.IsExclusive || high.IsExclusive)) return new Fault($"no number lies between {names}");
        return Stepping(all, low, high, whole) is { } step ? new Fault($"no {step} lies between {names}") : null;

        void Raise(NumberBound? limit, bool isExclusive, SchemaNode part, string keyword)
        {
            if (limit is null) return;
            var before = low?.Limit.OrderTo(limit) ?? -1;
            if (before < 0 || (before == 0 && isExclusive)) low = new(limit, isExclusive, part, keyword);
        }

        void Lower(NumberBound? limit, bool isExclusive, SchemaNode part, string keyword)
        {
            if (limit is null) return;
            var before = high?.Limit.OrderTo(limit) ?? 1;
            if (before > 0 || (before == 0 && isExclusive)) high = new(limit, isExclusive, part, keyword);
        }
    }

    /// <summary>What there is none of between two bounds; null when there may be one.</summary>
    private static string? Stepping(Conjunction all, Bound low, Bound high, bool whole)
    {
        if (Exact(low) is not { } from || Exact(high) is not { } to) return null;
        if (whole && !HasMultiple(from, low.IsExclusive, to, high.IsExclusive, 1)) return "whole number";
        foreach (var part in all.Parts)
            if (part.Numbers?.MultipleOf is { } divisor && decimal.TryParse(divisor.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var step)
                && step is > 1e-9m and < MostExact && !HasMultiple(from, low.IsExclusive, to, high.IsExclusive, step))
                return $"multiple of {divisor.Text}";
        return null;
    }

    private static decimal? Exact(Bound bound) =>
        decimal.TryParse(bound.Limit.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < MostExact
            && number.Scale <= 9 ? number : null;

    private static bool HasMultiple(decimal from, bool above, decimal to, bool below, decimal step)
    {
        var first = Math.Ceiling(from / step) * step;
        if (above && first == from) first += step;
        return below ? first < to : first <= to;
    }

    private sealed record Bound(NumberBound Limit, bool IsExclusive, SchemaNode Part, string Keyword);
}
