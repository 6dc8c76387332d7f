namespace IntegrationCopilot.MockGen;

/// <summary>What all schemas of a number together ask of it.</summary>
internal sealed record NumberBounds
{
    private static readonly Dictionary<string, (ExactNumber Low, ExactNumber High)> WholeFormats = new(StringComparer.Ordinal)
    {
        ["int8"] = (sbyte.MinValue, sbyte.MaxValue),
        ["int16"] = (short.MinValue, short.MaxValue),
        ["int32"] = (int.MinValue, int.MaxValue),
        ["int64"] = (long.MinValue, long.MaxValue),
        ["uint8"] = (0L, byte.MaxValue),
        ["uint16"] = (0L, ushort.MaxValue),
        ["uint32"] = (0L, uint.MaxValue),
        ["uint64"] = (0L, (decimal)ulong.MaxValue),
    };

    public bool Integer { get; init; }

    public ExactNumber? Low { get; init; }

    public bool LowExcluded { get; init; }

    public ExactNumber? High { get; init; }

    public bool HighExcluded { get; init; }

    /// <summary>The value is a multiple of each; all positive.</summary>
    public IReadOnlyList<ExactNumber> Multiples { get; init; } = [];

    /// <summary>Whether the bounds leave no number.</summary>
    public bool HasNone => Low is { } low && High is { } high && (low > high || (low == high && (LowExcluded || HighExcluded)));

    public bool Allows(ExactNumber value) =>
        (!Integer || value.IsWhole)
        && (Low is not { } low || (LowExcluded ? value > low : value >= low))
        && (High is not { } high || (HighExcluded ? value < high : value <= high))
        && Multiples.All(value.IsMultipleOf);

    /// <summary>
    /// What all parts of a view ask. An exclusive bound is a number of its own, or <c>true</c> beside the inclusive one (draft 4, OpenAPI 3.0).
    /// </summary>
    public static NumberBounds Of(SchemaView view, bool integer)
    {
        var bounds = new NumberBounds { Integer = integer, Multiples = [.. view.Parts.Select(p => p.Part.MultipleOf).OfType<ExactNumber>()] };
        foreach (var (part, _) in view.Parts)
        {
            bounds = bounds.Above(part.Minimum, part.ExcludesMinimum).Above(part.ExclusiveMinimum, excluded: true);
            bounds = bounds.Below(part.Maximum, part.ExcludesMaximum).Below(part.ExclusiveMaximum, excluded: true);
            if (integer && part.Format is { } format && WholeFormats.TryGetValue(format, out var range))
                bounds = bounds.Above(range.Low, excluded: false).Below(range.High, excluded: false);
        }
        return bounds;
    }

    private NumberBounds Above(ExactNumber? low, bool excluded) =>
        low is not { } bound || Low > bound || (Low == bound && LowExcluded) ? this : this with { Low = bound, LowExcluded = excluded };

    private NumberBounds Below(ExactNumber? high, bool excluded) =>
        high is not { } bound || High < bound || (High == bound && HighExcluded) ? this : this with { High = bound, HighExcluded = excluded };
}
