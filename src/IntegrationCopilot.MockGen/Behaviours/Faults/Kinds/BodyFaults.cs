using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Answers whose JSON breaks its schema.</summary>
internal static class BodyFaults
{
    private const string Validation = "JSON Schema 2020-12, Validation";

    public static IReadOnlyList<MockFault> All { get; } =
    [
        Broken("missing-field", "Leaves a required field out.", "An object has all members named in 'required'.", $"{Validation}, section 6.5.3",
            place => place.Required, place => place.Schema.Required && place.Holder.Remove(place.Name)),
        Broken("renamed-field", "Gives a required field under another spelling of its name.", "Members have the names that 'required' and 'properties' say.",
            $"{Validation}, section 6.5.3",
            place => place.Required, place => place is { IsThere: true, Schema.Required: true } && Rename(place)),
        Broken("extra-field", "Adds a field to an object that allows none but the described.", "A closed object has only members that are described.",
            "JSON Schema 2020-12, Core, section 10.3.2.3",
            place => place.Closed, place => place.Schema.Closed && place.Holder.TryAdd("unexpected_field", true)),
        Broken("wrong-type", "Gives a field a value of another type.", "A value has a type named in 'type'.", $"{Validation}, section 6.1.1",
            place => place.Find("type").IsDefined, place => Set(place, OfOtherType(place.Value))),
        Broken("number-as-string", "Writes a number as a string.", "A value has a type named in 'type'.", $"{Validation}, section 6.1.1",
            place => place.IsOfType("integer", "number") && !place.IsOfType("string"),
            place => place.Value?.GetValueKind() == JsonValueKind.Number && Set(place, JsonValue.Create(place.Value.ToJsonString()))),
        Broken("null-field", "Gives null for a field that cannot be null.", "A value has a type named in 'type', and null is none of them.",
            $"{Validation}, section 6.1.1",
            place => place.Find("type").IsDefined && !place.AllowsNull, place => place.Value is not null && Set(place, null)),
        Broken("bad-date", "Writes a date as people do, not as RFC 3339 says.", "Dates and times follow RFC 3339.",
            $"{Validation}, section 7.3.1; RFC 3339, section 5.6",
            place => place.HasFormat("date", "date-time", "time"),
            place => place.Schema.HasFormat("date", "date-time", "time") && SetText(place, "31/12/2026 23:59")),
        Broken("bad-uuid", "Gives an identifier that is no UUID.", "A 'uuid' follows RFC 9562.", $"{Validation}, section 7.3.5",
            place => place.HasFormat("uuid"), place => place.Schema.HasFormat("uuid") && SetText(place, "12345-not-a-uuid")),
        Broken("bad-address", "Gives an e-mail address, URL or host that is none.", "Addresses follow the format that is named.",
            $"{Validation}, sections 7.3.2 to 7.3.5",
            place => place.HasFormat("email", "uri", "hostname", "ipv4", "ipv6"),
            place => place.Schema.HasFormat("email", "uri", "hostname", "ipv4", "ipv6") && SetText(place, "no address at all")),
        Broken("unknown-enum-value", "Gives a value that is not in the enumeration.", "A value is one of those in 'enum', or that of 'const'.",
            $"{Validation}, sections 6.1.2 and 6.1.3",
            place => place.Find("enum").IsDefined || place.Find("const").IsDefined,
            place => (place.Schema.Find("enum").IsDefined || place.Schema.Find("const").IsDefined) && Set(place, Outside(place.Value))),
        Broken("out-of-range", "Gives a number beyond its bounds.", "A number lies within 'minimum' and 'maximum'.", $"{Validation}, section 6.2",
            IsBounded, place => Beyond(place.Schema) is { } number && Set(place, JsonValue.Create(number))),
        Broken("too-long", "Gives a text that is longer than allowed.", "A text is no longer than 'maxLength'.", $"{Validation}, section 6.3.1",
            place => Longest(place) is not null, place => Longest(place.Schema) is { } length && SetText(place, new string('x', (int)length + 1))),
        Broken("too-short", "Gives an empty text where there must be one.", "A text is no shorter than 'minLength'.", $"{Validation}, section 6.3.2",
            place => place.Find("minLength").GetInt64() > 0, place => place.Schema.Find("minLength").GetInt64() > 0 && SetText(place, "")),
        Broken("pattern-mismatch", "Gives a text that does not match its pattern.", "A text matches 'pattern'.", $"{Validation}, section 6.3.3",
            place => place.Find("pattern").IsDefined, place => place.Schema.Find("pattern").IsDefined && SetText(place, "\u00a7 \u00a7")),
    ];

    private static MockFault Broken(string id, string title, string rule, string source, Func<FieldPlace, bool> kind, Func<BodyPlace, bool> edit) =>
        new(id, FaultArea.Body, title, rule, source, subject => subject.Answers(kind), BodySpoiler.With(edit));

    private static bool Set(BodyPlace place, JsonNode? value)
    {
        if (!place.IsThere) return false;
        place.Value = value;
        return true;
    }

    private static bool SetText(BodyPlace place, string text) => place.Value?.GetValueKind() == JsonValueKind.String && Set(place, JsonValue.Create(text));

    private static bool Rename(BodyPlace place)
    {
        var value = place.Value?.DeepClone();
        place.Holder.Remove(place.Name);
        return place.Holder.TryAdd(OtherSpelling(place.Name), value);
    }

    /// <summary>What a serializer set up differently would write: <c>createdAt</c> for <c>created_at</c> and the reverse.</summary>
    private static string OtherSpelling(string name)
    {
        var snake = JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
        if (snake != name) return snake;
        var words = name.Split('_', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 ? words[0] + string.Concat(words.Skip(1).Select(w => char.ToUpperInvariant(w[0]) + w[1..]))
            : char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static JsonNode OfOtherType(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => new JsonObject { ["value"] = value.DeepClone() },
        JsonValueKind.Object or JsonValueKind.Array => JsonValue.Create("text"),
        _ => new JsonArray("text"),
    };

    private static JsonNode Outside(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number ? JsonValue.Create(1_000_003) : JsonValue.Create("SOMETHING_ELSE");

    private static bool IsBounded(FieldPlace place) => Beyond(place) is not null;

    private static double? Beyond(FieldPlace place)
    {
        if (!place.IsOfType("integer", "number")) return null;
        if ((place.Find("maximum").GetDouble() ?? place.Find("exclusiveMaximum").GetDouble()) is { } most && most < 1e15) return Math.Ceiling(most) + 1;
        return (place.Find("minimum").GetDouble() ?? place.Find("exclusiveMinimum").GetDouble()) is { } least && least > -1e15 ? Math.Floor(least) - 1 : null;
    }

    private static long? Longest(FieldPlace place) => place.Find("maxLength").GetInt64() is >= 0 and < 100_000 and var length ? length : null;
}
