namespace IntegrationCopilot.MockGen;

/// <summary>The types a sample may have, the one it had best be of in front.</summary>
internal static class SchemaTypes
{
    private static readonly JsonTypes[] Preference =
        [JsonTypes.Object, JsonTypes.Array, JsonTypes.String, JsonTypes.Fraction, JsonTypes.Integer, JsonTypes.Boolean, JsonTypes.Null];
    private static readonly string[] NumberFormats = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double", "decimal"];

    /// <summary>The types allowed: first the first declared, or what the keywords tell, or text; null last.</summary>
    public static IReadOnlyList<JsonTypes> InOrder(SchemaView view)
    {
        var first = First(view);
        return first == JsonTypes.None ? [] : [first, .. Preference.Where(t => t != first && (t & view.Types) != 0)];
    }

    private static JsonTypes First(SchemaView view)
    {
        var declared = view.Parts.SelectMany(p => p.Part.Declared).Select(t => Single(view.Types & t & ~JsonTypes.Null)).Where(t => t != JsonTypes.None)
            .Distinct().ToList();
        // Numbers that may also be written as text (Microsoft.AspNetCore.OpenApi writes them so) are numbers.
        if (declared is [JsonTypes.String, ..] && declared.Find(t => (t & JsonTypes.Number) != 0) is var number and not JsonTypes.None
            && view.Formats.Any(NumberFormats.Contains))
            return number;
        if (declared.Count > 0) return declared[0];
        var telling = Single(view.Types & view.Parts.Aggregate(JsonTypes.None, (all, p) => all | p.Part.Telling));
        if (telling != JsonTypes.None) return telling;
        return (view.Types & JsonTypes.String) != 0 ? JsonTypes.String : Single(view.Types);
    }

    private static JsonTypes Single(JsonTypes types) => Preference.FirstOrDefault(t => (types & t) != 0);
}
