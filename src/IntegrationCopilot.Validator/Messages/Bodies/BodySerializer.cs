using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>A body ready to be sent.</summary>
/// <param name="ContentType">Its media type with parameters.</param>
/// <param name="Bytes">Its bytes.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SerializedBody(string ContentType, ReadOnlyMemory<byte> Bytes);

/// <summary>Writes JSON values as bodies: the reverse of what <see cref="MessageValidator"/> reads.</summary>
/// <remarks>
/// <para>Knows JSON, its sequences and server-sent events, urlencoded and multipart bodies with their <c>encoding</c>, XML by the XML Objects of the schema,
/// and text; anything else gets the value's text as its bytes. The same value always gives the same bytes.</para>
/// <para>Source: OpenAPI 3.1.1, sections 4.8.14.4 (forms), 4.8.14.5 (multipart), 4.8.15 (encoding) and 4.8.26 (XML); 3.2.0, section 4.14.4 (sequences).</para>
/// </remarks>
/// <threadsafety>Methods may be called from any thread.</threadsafety>
public static class BodySerializer
{
    /// <summary>Writes a value.</summary>
    /// <param name="spec">The description the media type belongs to.</param>
    /// <param name="media">The representation; a range such as <c>*/*</c> becomes a type within it.</param>
    /// <param name="value">The value.</param>
    /// <returns>The body.</returns>
    public static SerializedBody Serialize(ApiSpec spec, ApiMediaType media, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(media);
        var name = media.Type;
        var contentType = name.IsRange ? ConcreteType(name) : media.Name;
        if (name.IsRange) name = MediaTypeName.Parse(contentType);
        if (name.IsXml && !name.IsJson) return new SerializedBody(contentType, XmlWriting.Write(spec, media.Schema, value));
        if (name.IsMultipart) return new MultipartWriter(spec, media, name).Write(value);
        return new SerializedBody(contentType, Encoding.UTF8.GetBytes(TextOf(name, spec, media, value)));
    }

    private static string TextOf(MediaTypeName name, ApiSpec spec, ApiMediaType media, JsonElement value)
    {
        if (name.IsJson) return value.GetRawText();
        if (name.IsForm) return Form(value, ValueShape.Of(spec, media.Schema), new FormEncodings(media.Encoding));
        if (name.IsSequence) return SequenceWriter.Write(name, spec, media, value);
        return JsonScalars.TextOf(value);
    }

    private static string Form(JsonElement value, ValueShape shape, FormEncodings encodings) =>
        ParameterSerializer.Pairs(FormMembers(value).SelectMany(member => Fields(member, shape, encodings)));

    private static IEnumerable<(string Name, string Value)> Fields(JsonProperty member, ValueShape shape, FormEncodings encodings)
    {
        var described = encodings.Of(member.Name);
        if (!described.UsesStyle && (member.Value.ValueKind == JsonValueKind.Object || described.IsJson))
            return [(PercentCoding.Encode(member.Name), PercentCoding.Encode(member.Value.GetRawText()))];
        var spelling = encodings.SpellingOf(member.Name, shape.Property(member.Name));
        return new SpellingWriter(spelling, static text => PercentCoding.Encode(text)).Fields(member.Value);
    }

    private static IEnumerable<JsonProperty> FormMembers(JsonElement value) => value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    private static string ConcreteType(MediaTypeName range) => range.Type switch
    {
        "text" => "text/plain",
        "multipart" => "multipart/form-data",
        "image" => "image/png",
        "audio" => "audio/mpeg",
        "video" => "video/mp4",
        "*" or "application" => "application/json",
        _ => "application/octet-stream",
    };
}
