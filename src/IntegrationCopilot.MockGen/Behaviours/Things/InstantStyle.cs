using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Which moment of a thing's life a field tells.</summary>
internal enum InstantRole
{
    None,
    Created,
    Updated,
}

/// <summary>Fields that tell when something was made or changed, and how they spell a moment.</summary>
internal static class InstantStyle
{
    private const long Milliseconds = 100_000_000_000;
    private static readonly HashSet<string> Created = Names("created", "createdat", "createdon", "createddate", "createdtime", "createtime", "createdate",
        "creationtime", "creationdate", "datecreated", "timecreated", "insertedat", "addedat", "createdatetime", "createddatetime", "creationtimestamp",
        "createdtimestamp");
    private static readonly HashSet<string> Updated = Names("updated", "updatedat", "updatedon", "updateddate", "updatetime", "updatedate", "modified",
        "modifiedat", "modifiedon", "modifieddate", "lastmodified", "lastmodifiedat", "lastmodifieddate", "lastupdated", "lastupdatedat", "lastupdate",
        "dateupdated", "datemodified", "changedat", "updateddatetime", "lastmodifieddatetime", "lastchanged");

    /// <summary>Which moment a field tells by its name.</summary>
    public static InstantRole RoleOf(string field)
    {
        var folded = FieldNames.Fold(field);
        return Created.Contains(folded) ? InstantRole.Created : Updated.Contains(folded) ? InstantRole.Updated : InstantRole.None;
    }

    /// <summary>A moment as a field of that schema spells it; null when its values are no moments.</summary>
    /// <param name="schema">The field's schema, references followed.</param>
    /// <param name="sample">A value of it; null when there is none.</param>
    /// <param name="moment">The moment.</param>
    public static JsonValue? Write(RawNode schema, JsonNode? sample, DateTimeOffset moment)
    {
        var format = schema["format"].GetString();
        if (sample is JsonValue number && number.GetValueKind() == JsonValueKind.Number)
            return number.TryGetValue<long>(out var shown) && shown >= Milliseconds
                ? JsonValue.Create(moment.ToUnixTimeMilliseconds())
                : JsonValue.Create(moment.ToUnixTimeSeconds());
        var text = sample is JsonValue value && value.TryGetValue<string>(out var shownText) ? shownText : null;
        if (format == "date" || (format is null && text is { Length: 10 } && IsDate(text)))
            return JsonValue.Create(moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (format != "date-time" && (text is null || text.Length < 19 || !IsDate(text[..10]))) return null;
        return JsonValue.Create(moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));
    }

    private static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.Ordinal);
}
