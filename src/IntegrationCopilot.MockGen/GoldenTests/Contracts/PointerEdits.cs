using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Changed copies of JSON values, at any place.</summary>
internal static class PointerEdits
{
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? kept;

    /// <summary>A copy with another value at a place; the same where there is no such place.</summary>
    public static JsonElement Set(JsonElement root, NodePointer place, JsonNode? value) => JsonElement.Parse(WithSet(root, place, value));

    /// <summary>A copy without a member; the same where there is none.</summary>
    public static JsonElement Remove(JsonElement root, NodePointer place) => JsonElement.Parse(WithRemoved(root, place));

    /// <summary>As <see cref="Set"/>, in UTF-8; good until this thread makes the next.</summary>
    public static ReadOnlySpan<byte> WithSet(JsonElement root, NodePointer place, JsonNode? value) =>
        Edited(root, new Edit(place.Tokens, value, IsRemoval: false));

    /// <summary>As <see cref="Remove"/>, in UTF-8; good until this thread makes the next.</summary>
    public static ReadOnlySpan<byte> WithRemoved(JsonElement root, NodePointer place) => Edited(root, new Edit(place.Tokens, null, IsRemoval: true));

    private static ReadOnlySpan<byte> Edited(JsonElement root, Edit edit)
    {
        var (buffer, writer) = kept ??= New();
        buffer.ResetWrittenCount();
        writer.Reset();
        Write(writer, root, edit, 0);
        writer.Flush();
        return buffer.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, Edit edit, int depth)
    {
        if (depth == edit.Place.Count) edit.WriteValue(writer);
        else if (value.ValueKind == JsonValueKind.Object) WriteMembers(writer, value, edit, depth);
        else if (value.ValueKind == JsonValueKind.Array) WriteItems(writer, value, edit, depth);
        else value.WriteTo(writer);
    }

    private static void WriteMembers(Utf8JsonWriter writer, JsonElement value, Edit edit, int depth)
    {
        var (token, isLast, isThere) = (edit.Place[depth], depth == edit.Place.Count - 1, false);
        writer.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            if (!member.NameEquals(token))
            {
                member.WriteTo(writer);
                continue;
            }

            isThere = true;
            if (isLast && edit.IsRemoval) continue;
            writer.WritePropertyName(token);
            Write(writer, member.Value, edit, depth + 1);
        }

        if (isLast && !isThere && !edit.IsRemoval)
        {
            writer.WritePropertyName(token);
            edit.WriteValue(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, JsonElement value, Edit edit, int depth)
    {
        var index = edit.IsRemoval && depth == edit.Place.Count - 1 ? null : Index(edit.Place[depth]);
        writer.WriteStartArray();
        foreach (var (i, item) in value.EnumerateArray().Index())
            if (i == index) Write(writer, item, edit, depth + 1);
            else item.WriteTo(writer);
        writer.WriteEndArray();
    }

    private static int? Index(string token) => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) New()
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        return (buffer, new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }));
    }

    /// <param name="Place">The way to what is changed.</param>
    /// <param name="Value">What stands there then.</param>
    /// <param name="IsRemoval">Whether nothing stands there then.</param>
    private sealed record Edit(IReadOnlyList<string> Place, JsonNode? Value, bool IsRemoval)
    {
        public void WriteValue(Utf8JsonWriter writer)
        {
            if (Value is null) writer.WriteNullValue();
            else Value.WriteTo(writer);
        }
    }
}
