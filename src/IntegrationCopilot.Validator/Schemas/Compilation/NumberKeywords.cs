using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Keywords about numbers.</summary>
internal static class NumberKeywords
{
    private const int MaxDivisorDigits = 1000;

    public static void ReadMinimum(SchemaReader reader, RawNode value) => reader.Numbers.Minimum = Bound(reader, value);

    public static void ReadMaximum(SchemaReader reader, RawNode value) => reader.Numbers.Maximum = Bound(reader, value);

    public static void ReadExclusiveMinimum(SchemaReader reader, RawNode value)
    {
        if (IsFlag(reader, value)) reader.Numbers.MinimumIsExclusive = value.GetBoolean() == true;
        else reader.Numbers.ExclusiveMinimum = Bound(reader, value);
    }

    public static void ReadExclusiveMaximum(SchemaReader reader, RawNode value)
    {
        if (IsFlag(reader, value)) reader.Numbers.MaximumIsExclusive = value.GetBoolean() == true;
        else reader.Numbers.ExclusiveMaximum = Bound(reader, value);
    }

    public static void ReadMultipleOf(SchemaReader reader, RawNode value)
    {
        if (reader.Number(value) is not { } text) return;
        var number = NumberText.Parse(text);
        if (number.Count is > 0 and <= MaxDivisorDigits && !number.Negative) reader.Numbers.MultipleOf = new Divisor(text);
        else reader.ReportKind(value, "a number greater than 0");
    }

    private static NumberBound? Bound(SchemaReader reader, RawNode value) => reader.Number(value) is { } text ? new NumberBound(text) : null;

    private static bool IsFlag(SchemaReader reader, RawNode value)
    {
        if (!reader.Dialect.HasBooleanExclusive) return false;
        if (value.GetBoolean() is not null || !reader.Dialect.IsOpenApi) return reader.Flag(value) || true;
        reader.Report(SchemaRules.ForeignKeyword.On(value, value.Name, "a number belongs to OpenAPI 3.1"));
        return false;
    }
}
