using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Writes values in the syntax of some media types.</summary>
internal interface IBodyWriter
{
    /// <summary>Whether it writes a media type.</summary>
    bool Knows(MediaTypeName type);

    /// <summary>Writes a value; what the syntax cannot carry is told in <see cref="WrittenBody.Problem"/>.</summary>
    WrittenBody Write(BodyContent content);
}

/// <summary>What is to be written.</summary>
/// <param name="Spec">The API.</param>
/// <param name="Media">The representation, under the concrete type it is sent as.</param>
/// <param name="Value">The value; the list of items where the representation describes items only.</param>
/// <param name="IsInvented">Whether it was made from the schema rather than given by an example.</param>
internal sealed record BodyContent(ApiSpec Spec, ApiMediaType Media, JsonElement Value, bool IsInvented)
{
    /// <summary>A string's content, a number as written, <c>true</c>, <c>false</c>, <c>null</c>; JSON text for containers.</summary>
    public static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : JsonSerializer.Serialize(value, Written.JsonElement);

    public static bool IsContainer(JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    /// <summary>The value as a list: its items, or itself.</summary>
    public IEnumerable<JsonElement> Items() => Value.ValueKind == JsonValueKind.Array ? Value.EnumerateArray() : [Value];

    private static readonly GeneratedJson Written =
        new(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>A body as it is sent.</summary>
/// <param name="ContentType">Its media type, with the parameters that reading it takes.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Problem">Why this is not what the document asks for; null when nothing is known against it.</param>
internal sealed record WrittenBody(string ContentType, ReadOnlyMemory<byte> Bytes, string? Problem = null)
{
    public static WrittenBody Text(string contentType, string text) => new(contentType, System.Text.Encoding.UTF8.GetBytes(text));
}
