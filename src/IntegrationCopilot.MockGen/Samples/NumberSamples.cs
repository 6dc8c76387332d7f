using System.Globalization;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>What all schemas of a number together ask of it.</summary>
internal sealed record NumberBounds
{
    public bool Integer { get; init; }

    public decimal? Low { get; init; }

    public bool LowExcluded { get; init; }

    public decimal? High { get; init; }

    public bool HighExcluded { get; init; }

    /// <summary>The value is a multiple of each; all positive.</summary>
    public IReadOnlyList<decimal> Multiples { get; init; } = [];

    public bool Allows(decimal value) =>
        (!Integer || value == decimal.Truncate(value))
        && (Low is not { } low || (LowExcluded ? value > low : value >= low))
        && (High is not { } high || (HighExcluded ? value < high : value <= high))
        && Multiples.All(m => value % m == 0);

    public static decimal? Parse(string? number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}

/// <summary>Makes numbers within bounds.</summary>
internal static class NumberSamples
{
    private const decimal Largest = 1_000_000_000_000_000m;
    private const decimal Smallest = 0.000_000_001m;

    /// <summary>Numbers the bounds allow, the natural ones first; none when none was found.</summary>
    public static IEnumerable<JsonNode> Candidates(NumberBounds bounds, string name, SampleRandom random) =>
        Values(bounds, name, random).Where(bounds.Allows).Take(8).Select(v => (JsonNode)JsonValue.Create(Tidy(v)));

    private static IEnumerable<decimal> Values(NumberBounds bounds, string name, SampleRandom random)
    {
        var step = Step(bounds);
        foreach (var value in Natural(bounds, name, random)) yield return Snap(value, step);
        var low = bounds.Low ?? Math.Min(0, (bounds.High ?? 0) - (step * 4));
        for (var i = 0; i < 4; i++) yield return Snap(low, step) + (i * step);
        if (bounds.High is { } high)
            for (var i = 0; i < 4; i++) yield return Math.Floor(Math.Clamp(high, -Largest, Largest) / step) * step - (i * step);
        if (bounds is { Low: { } from, High: { } to } && !bounds.Integer) yield return from + ((to - from) / 2);
    }

    private static IEnumerable<decimal> Natural(NumberBounds bounds, string name, SampleRandom random)
    {
        if (NamedSamples.Number(name, bounds.Integer, random) is { } named) yield return named;
        var low = bounds.Low ?? Math.Min(1, bounds.High ?? 1);
        var high = Math.Min(bounds.High ?? (low + 100), low + 100);
        yield return low + Math.Truncate((high - low) * random.Next(100) / 100m);
        if (!bounds.Integer && high - low <= 1) yield return Math.Round(low + ((high - low) * random.Next(10, 90) / 100m), 4);
    }

    /// <summary>A distance between allowed values: the least common multiple where it is small, else the product.</summary>
    private static decimal Step(NumberBounds bounds)
    {
        var step = bounds.Integer ? 1m : 0m;
        foreach (var multiple in bounds.Multiples.Where(m => m is >= Smallest and <= Largest))
        {
            if (step == 0) step = multiple;
            else if (step % multiple == 0) continue;
            else if (multiple % step == 0) step = multiple;
            else step = Product(step, multiple);
        }
        return step == 0 ? 1m : step;
    }

    private static decimal Product(decimal a, decimal b)
    {
        if (a > 1_000_000 || b > 1_000_000) return a;
        for (var k = 1; k <= 1_000; k++)
            if (a * k % b == 0) return a * k;
        return a * b;
    }

    private static decimal Snap(decimal value, decimal step) => Math.Ceiling(Math.Clamp(value, -Largest, Largest) / step) * step;

    /// <summary>Without trailing zeros after the point.</summary>
    private static decimal Tidy(decimal value) => value / 1.000000000000000000000000000000000m;
}
