using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Types that the validator reads, written as it reads them: sequences of JSON values, server-sent events, forms and other bodies of several parts, XML.
/// </summary>
internal sealed class SerializedBodies : IBodyWriter
{
    public bool Knows(MediaTypeName type) =>
        type.IsJsonSequence || type.IsEventStream || type.IsForm || type.IsMultipart || type.HasXmlSyntax;

    public WrittenBody Write(BodyContent content)
    {
        var name = content.Media.Name;
        var type = content.Media.Type;
        if ((type.IsForm || type.IsMultipartForm) && content.Value.ValueKind != JsonValueKind.Object)
            return new WrittenBody(name, ReadOnlyMemory<byte>.Empty, $"A form has named fields, which the value described for {name} has not.");
        var body = BodySerializer.Serialize(content.Spec, content.Media, ValueOf(content));
        return new WrittenBody(type.IsMultipart ? WithBoundary(name, body.ContentType) : body.ContentType, body.Bytes);
    }

    /// <summary>A text that is the whole of a body of several parts, under a type that names its boundary.</summary>
    public static WrittenBody GivenParts(string contentType, string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var isWhole = end > 2 && text.StartsWith("--", StringComparison.Ordinal);
        return isWhole && !contentType.Contains("boundary=", StringComparison.OrdinalIgnoreCase)
            ? WrittenBody.Text($"{contentType}; boundary={StructuredText.Quote(text[2..end].TrimEnd())}", text)
            : WrittenBody.Text(contentType, text);
    }

    /// <summary>What has no parts is the only part.</summary>
    private static JsonElement ValueOf(BodyContent content) => content.Media.Type.IsMultipart && !BodyContent.IsContainer(content.Value)
        ? AsJson.Element(new[] { content.Value })
        : content.Value;

    /// <summary>Parameters that are described, such as the type that <c>multipart/related</c> must name (RFC 2387, section 3.1), stay.</summary>
    private static string WithBoundary(string described, string written) => described + written[written.IndexOf(';', StringComparison.Ordinal)..];
}
