using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>How a field is compared.</summary>
internal enum ListBound
{
    Equal,
    NotEqual,
    Above,
    AtLeast,
    Below,
    AtMost,
}

/// <summary>What a field must be for a thing to be listed.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Bound">How it is compared.</param>
/// <param name="Values">The values asked for, any of which will do.</param>
internal sealed record ListCondition(string Field, ListBound Bound, IReadOnlyList<string> Values)
{
    private static readonly (string Text, ListBound Bound)[] Ends =
    [
        ("greaterthanorequal", ListBound.AtLeast), ("lessthanorequal", ListBound.AtMost), ("greaterthan", ListBound.Above), ("lessthan", ListBound.Below),
        ("gte", ListBound.AtLeast), ("lte", ListBound.AtMost),
        ("gt", ListBound.Above), ("lt", ListBound.Below), ("after", ListBound.Above), ("since", ListBound.AtLeast), ("from", ListBound.AtLeast),
        ("before", ListBound.Below), ("until", ListBound.AtMost), ("to", ListBound.AtMost),
        ("min", ListBound.AtLeast), ("max", ListBound.AtMost), ("ne", ListBound.NotEqual), ("not", ListBound.NotEqual), ("eq", ListBound.Equal),
        ("in", ListBound.Equal),
    ];

    /// <summary>What stands before the name of a field that has to lie within something.</summary>
    private static readonly (string Text, ListBound Bound)[] Beginnings =
        [("start", ListBound.AtLeast), ("from", ListBound.AtLeast), ("since", ListBound.AtLeast), ("after", ListBound.Above), ("min", ListBound.AtLeast),
            ("end", ListBound.AtMost), ("to", ListBound.AtMost), ("until", ListBound.AtMost), ("before", ListBound.Below), ("max", ListBound.AtMost)];

    private static readonly string[] Tails = ["", "at", "on", "date", "time", "s"];

    /// <summary>The field and bound that a parameter's name means; no field when it means none.</summary>
    public static (string? Field, ListBound Bound) Split(string name, ThingShape shape)
    {
        var folded = FieldNames.Fold(name);
        if (name.StartsWith("filter", StringComparison.OrdinalIgnoreCase) && name.Contains('[')) folded = FieldNames.Fold(name[6..]);
        if (Named(shape, folded) is { } exact) return (exact, ListBound.Equal);
        foreach (var (text, bound) in Ends)
            if (folded.EndsWith(text, StringComparison.Ordinal) && Within(shape, folded[..^text.Length]) is { } field) return (field, bound);
        foreach (var (text, bound) in Beginnings)
            if (folded.StartsWith(text, StringComparison.Ordinal) && Within(shape, folded[text.Length..]) is { } field) return (field, bound);
        return (null, ListBound.Equal);
    }

    private static string? Within(ThingShape shape, string name)
    {
        if (name.Length == 0) return null;
        foreach (var tail in Tails)
            if (Named(shape, name + tail) is { } field) return field;
        return null;
    }

    public bool Holds(JsonObject thing)
    {
        var own = thing[Field];
        if (Bound == ListBound.Equal) return Values.Count == 0 || Any(own);
        if (Bound == ListBound.NotEqual) return !Any(own);
        return own is JsonArray items ? items.Any(Lies) : Lies(own);
    }

    private bool Lies(JsonNode? own) => own.ScalarText() is { } text && Values.All(value => Lies(SortKey.CompareTexts(text, value)));

    private bool Any(JsonNode? own) => own is JsonArray items ? items.Any(Equals) : Equals(own);

    private bool Equals(JsonNode? own) => own.ScalarText() is { } text
        ? Values.Any(value => text.Equals(value, StringComparison.OrdinalIgnoreCase)
            || (SortKey.IsNumber(text) && SortKey.IsNumber(value) && SortKey.CompareTexts(text, value) == 0))
        : own is JsonObject reference && reference["id"].ScalarText() is { } id && Values.Contains(id);

    private bool Lies(int order) => Bound switch
    {
        ListBound.Above => order > 0,
        ListBound.AtLeast => order >= 0,
        ListBound.Below => order < 0,
        _ => order <= 0,
    };

    private static string? Named(ThingShape shape, string folded) => shape.Fields.FirstOrDefault(field => FieldNames.Fold(field.Name) == folded)?.Name;
}
