using System.Globalization;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>A field to sort by.</summary>
/// <param name="Field">Its name as the request spells it.</param>
/// <param name="IsDescending">Whether the largest comes first.</param>
internal readonly record struct SortKey(string Field, bool IsDescending)
{
    private const int MaxKeys = 8;

    /// <summary>Reads what is common: <c>name</c>, <c>-name</c>, <c>name:desc</c>, <c>name desc</c>, <c>name_desc</c>, several separated by commas.</summary>
    public static IReadOnlyList<SortKey> Parse(string order, string? direction)
    {
        var isDown = direction?.StartsWith("desc", StringComparison.OrdinalIgnoreCase) == true || direction == "-1";
        return [.. order.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MaxKeys).Select(part => One(part, isDown))];
    }

    /// <summary>Compares two things; equal ones keep their order.</summary>
    public static int Compare(IReadOnlyList<SortKey> keys, JsonObject left, JsonObject right)
    {
        foreach (var key in keys)
        {
            var order = CompareValues(key.Of(left), key.Of(right));
            if (order != 0) return key.IsDescending ? -order : order;
        }
        return 0;
    }

    /// <summary>Compares numbers, moments and other texts, which come in this order: so that any list has one order.</summary>
    public static int CompareTexts(string left, string right)
    {
        var (a, b) = (Number(left), Number(right));
        if (a is not null || b is not null) return a is { } one && b is { } other ? one.CompareTo(other) : a is null ? 1 : -1;
        var (from, to) = (Moment(left), Moment(right));
        if (from is not null || to is not null) return from is { } first && to is { } second ? first.CompareTo(second) : from is null ? 1 : -1;
        return string.Compare(left, right, StringComparison.OrdinalIgnoreCase);
    }

    public static bool IsNumber(string text) => Number(text) is not null;

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Moment(string text) =>
        text.Length >= 10 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static int CompareValues(JsonNode? left, JsonNode? right) => (left.ScalarText(), right.ScalarText()) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        var (a, b) => CompareTexts(a, b),
    };

    private JsonNode? Of(JsonObject thing)
    {
        if (thing.TryGetPropertyValue(Field, out var exact)) return exact;
        foreach (var (name, value) in thing)
            if (FieldNames.Same(name, Field)) return value;
        return null;
    }

    private static SortKey One(string part, bool isDown)
    {
        if (part[0] is '-' or '+') return new SortKey(part[1..], part[0] == '-');
        foreach (var end in (string[])[":desc", " desc", ".desc", "_desc", "-desc", "|desc", ":asc", " asc", ".asc", "_asc", "-asc", "|asc"])
            if (part.EndsWith(end, StringComparison.OrdinalIgnoreCase) && part.Length > end.Length)
                return new SortKey(part[..^end.Length].Trim(), end.EndsWith("desc", StringComparison.Ordinal));
        return new SortKey(part, isDown);
    }
}
