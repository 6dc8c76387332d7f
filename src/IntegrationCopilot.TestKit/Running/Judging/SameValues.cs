using System.Globalization;
using System.Text.Json;

namespace IntegrationCopilot.TestKit;

/// <summary>Whether a value is the one that was written, however a server spells it.</summary>
internal static class SameValues
{
    private const int ShortestDate = 10;

    public static bool Are(JsonElement written, JsonElement read) => (written.ValueKind, read.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => written.EnumerateObject()
            .All(member => member.Value.ValueKind == JsonValueKind.Null || (read.TryGetProperty(member.Name, out var value) && Are(member.Value, value))),
        (JsonValueKind.Array, JsonValueKind.Array) => AreLists([.. written.EnumerateArray()], [.. read.EnumerateArray()]),
        (JsonValueKind.String, JsonValueKind.String) => AreTexts(written.GetString()!.Trim(), read.GetString()!.Trim()),
        (JsonValueKind.Number or JsonValueKind.String, JsonValueKind.Number or JsonValueKind.String) => Number(written) is { } a && Number(read) == a,
        _ => JsonElement.DeepEquals(written, read),
    };

    /// <summary>The time that a date or moment tells (RFC 3339); null when it tells none.</summary>
    public static DateTimeOffset? Moment(JsonElement value) => value.ValueKind == JsonValueKind.String ? Moment(value.GetString()!) : null;

    private static bool AreLists(List<JsonElement> written, List<JsonElement> read)
    {
        foreach (var item in written)
        {
            if (read.FindIndex(other => Are(item, other)) is not (>= 0 and var at)) return false;
            read.RemoveAt(at);
        }

        return read.Count == 0;
    }

    private static bool AreTexts(string written, string read) =>
        string.Equals(written, read, StringComparison.OrdinalIgnoreCase)
            || (Number(written) is { } number && Number(read) == number)
            || (Moment(written) is { } moment && Moment(read) is { } other && (moment - other).Duration() < TimeSpan.FromSeconds(1))
            || (Uri.TryCreate(written, UriKind.Absolute, out var link) && Uri.TryCreate(read, UriKind.Absolute, out var same) && link == same);

    private static decimal? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? Number(value.GetString()!) : value.TryGetDecimal(out var number) ? number : null;

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Moment(string text) =>
        text.Length >= ShortestDate && char.IsAsciiDigit(text[0])
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
