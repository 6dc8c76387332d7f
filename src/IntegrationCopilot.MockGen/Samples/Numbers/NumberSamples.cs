using System.Numerics;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes numbers within bounds, on the grid that <c>multipleOf</c> and whole numbers make.</summary>
internal static class NumberSamples
{
    /// <summary>How far from the nearest bound numbers are taken, in steps.</summary>
    private const int Reach = 100;
    private const int MaxTenths = 1_100;
    private static readonly ExactNumber Half = 0.5m;

    /// <summary>Numbers the bounds allow, the natural ones first; none when there is none.</summary>
    public static IEnumerable<JsonNode> Candidates(NumberBounds bounds, SamplePlace place) =>
        Values(bounds, place).Where(bounds.Allows).Take(12).Select(v => v.ToNode());

    private static IEnumerable<ExactNumber> Values(NumberBounds bounds, SamplePlace place)
    {
        var step = Step(bounds);
        foreach (var value in Natural(bounds, place, step))
        {
            yield return value;
            yield return step * value.StepsBelow(step);
        }
        var (low, high) = Range(bounds, step);
        if (low > high) yield break;
        for (var i = 0; i < 4; i++) yield return step * (low + i + place.Variation);
        for (var i = 0; i < 4; i++) yield return step * (high - i);
        if (!bounds.Integer && bounds.Multiples.Count == 0) yield return (step * low) + Half;
    }

    private static IEnumerable<ExactNumber> Natural(NumberBounds bounds, SamplePlace place, ExactNumber step)
    {
        if (DateNumbers.Make(place) is { } moment) yield return moment;
        if (NamedSamples.Number(place.Name, bounds.Integer, place.Random) is { } named) yield return named;
        var (low, high) = Range(bounds, step);
        if (low > high) yield break;
        // Nobody counts from the least number of a format.
        if (low.Sign < 0 && high.Sign > 0) low = BigInteger.One;
        var width = (int)BigInteger.Min(high - low, Reach + place.Variation);
        var start = bounds.Low is null && bounds.High is not null ? high - width : low;
        yield return step * (start + ((place.Random.Next(width + 1) + place.Variation) % (width + 1)));
    }

    /// <summary>First and last multiple of the step within the bounds; where a side is open, some way into it.</summary>
    private static (BigInteger Low, BigInteger High) Range(NumberBounds bounds, ExactNumber step)
    {
        var low = bounds.Low is { } from ? Ceiling(from, step, bounds.LowExcluded) : (BigInteger?)null;
        var high = bounds.High is { } to ? Floor(to, step, bounds.HighExcluded) : (BigInteger?)null;
        if (low is null && high is null) return (1, Reach);
        return (low ?? BigInteger.Min(1, high!.Value - Reach), high ?? BigInteger.Max(low!.Value, 1) + Reach);
    }

    private static BigInteger Ceiling(ExactNumber low, ExactNumber step, bool excluded) =>
        low.IsMultipleOf(step) && !excluded ? low.StepsBelow(step) : low.StepsBelow(step) + 1;

    private static BigInteger Floor(ExactNumber high, ExactNumber step, bool excluded) =>
        high.IsMultipleOf(step) && excluded ? high.StepsBelow(step) - 1 : high.StepsBelow(step);

    /// <summary>The distance between allowed values; where any value is allowed, the coarsest power of ten with one within the bounds.</summary>
    private static ExactNumber Step(NumberBounds bounds)
    {
        IEnumerable<ExactNumber> grids = bounds.Integer ? [ExactNumber.One, .. bounds.Multiples] : bounds.Multiples;
        if (grids.Any()) return grids.Aggregate(ExactNumber.CommonMultiple);
        var step = ExactNumber.One;
        for (var i = 0; i < MaxTenths && Range(bounds, step) is var (low, high) && low > high && Room(bounds); i++) step = step.Tenth();
        return step;
    }

    private static bool Room(NumberBounds bounds) =>
        bounds is { Low: { } low, High: { } high } && (low < high || (low == high && !bounds.LowExcluded && !bounds.HighExcluded));
}
