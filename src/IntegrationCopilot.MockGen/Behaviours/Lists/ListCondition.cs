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
        ("greaterthanorequal", ListBound.AtLeast), ("lessthanorequal", ListBound.AtMost), ("greaterthan", ListBound.Above), ("lessthan", ListBound.Below), ("gte", ListBound.AtLeast), ("lte", ListBound.AtMost),
        ("gt", ListBound.Above), ("lt", ListBound.Below), ("after", ListBound.Above), ("since", ListBound.AtLeast), ("from", ListBound.AtLeast), ("before", ListBound.Below), ("until", ListBound.AtMost), ("to", ListBound.AtMost),
        ("min", ListBound.AtLeast), ("max", ListBound.AtMost), ("ne", ListBound.NotEqual), ("not", ListBound.NotEqual), ("eq", ListBound.Equal), ("in", ListBound.Equal),
    ];

    private static readonly string[] MomentTails = ["", "at", "on", "date", "time"];

    /// <summary>The field and bound that a parameter's name means; no field when it means none.</summary>
    public static (string? Field, ListBound Bound) Split(string name, ThingShape shape)
    {
        var folded = FieldNames.Fold(name);
        if (name.StartsWith("filter", StringComparison.OrdinalIgnoreCase) && name.Contains('[')) folded = FieldNames.Fold(name[6..]);
        if (Named(shape, folded) is { } exact) return (exact, ListBound.Equal);
        foreach (var (text, bound) in Ends)
        {
            var rest = folded.EndsWith(text, StringComparison.Ordinal) ? folded[..^text.Length] : bound is ListBound.AtLeast or ListBound.AtMost && folded.StartsWith(text, StringComparison.Ordinal) ? folded[text.Length..] : "";
            if (rest.Length == 0) continue;
            foreach (var tail in MomentTails)
                if (Named(shape, rest + tail) is { } field) return (field, bound);
        }
        return (null, ListBound.Equal);
    }

    public bool Holds(JsonObject thing)
    {
        var own = thing[Field];
        if (Bound == ListBound.Equal) return Values.Count == 0 || Any(own);
        if (Bound == ListBound.NotEqual) return !Any(own);
        return own.ScalarText() is { } text && Values.All(value => Within(SortKey.CompareTexts(text, value)));
    }

    private bool Any(JsonNode? own) => own is JsonArray items ? items.Any(Equals) : Equals(own);

    private bool Equals(JsonNode? own) => own.ScalarText() is { } text
        ? Values.Any(value => text.Equals(value, StringComparison.OrdinalIgnoreCase) || (SortKey.IsNumber(text) && SortKey.IsNumber(value) && SortKey.CompareTexts(text, value) == 0))
        : own is JsonObject reference && reference["id"].ScalarText() is { } id && Values.Contains(id);

    private bool Within(int order) => Bound switch
    {
        ListBound.Above => order > 0,
        ListBound.AtLeast => order >= 0,
        ListBound.Below => order < 0,
        _ => order <= 0,
    };

    private static string? Named(ThingShape shape, string folded) => shape.Fields.FirstOrDefault(field => FieldNames.Fold(field.Name) == folded)?.Name;
}
