namespace IntegrationCopilot.Validator;

/// <summary>What numbers must meet.</summary>
internal sealed class NumberRules
{
    public NumberBound? Minimum;
    public NumberBound? Maximum;
    public NumberBound? ExclusiveMinimum;
    public NumberBound? ExclusiveMaximum;
    public Divisor? MultipleOf;
    public NumberFormat? Format;

    /// <summary>Boolean <c>exclusiveMinimum</c> and <c>exclusiveMaximum</c> (draft 4, OpenAPI 2.0 and 3.0).</summary>
    public bool MinimumIsExclusive;
    public bool MaximumIsExclusive;
}

/// <summary>A format that bounds numbers.</summary>
/// <param name="Name">As written.</param>
/// <param name="Minimum">The least value.</param>
/// <param name="Maximum">The greatest value.</param>
/// <param name="Whole">Whether fractions are refused.</param>
internal sealed record NumberFormat(string Name, NumberBound Minimum, NumberBound Maximum, bool Whole);
