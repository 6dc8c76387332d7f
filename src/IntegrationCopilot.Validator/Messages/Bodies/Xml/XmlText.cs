using System.Text;
using System.Xml;
using System.Xml.Linq;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Reads XML within bounds: no document type declarations, so no entities, and nothing from outside.</summary>
internal static class XmlText
{
    private const int MaxDepth = 256;
    private const int MaxNodes = 500_000;
    private const int MaxAttributes = 1_000;

    /// <summary>Reads a document.</summary>
    /// <param name="body">The body.</param>
    /// <param name="sent">Its media type, whose <c>charset</c> counts more than the document's own declaration (RFC 7303, section 3.2).</param>
    /// <param name="fault">What is wrong, in a few words; null when nothing is.</param>
    /// <returns>The root element; null when the body is not well-formed XML.</returns>
    public static XElement? Read(ReadOnlyMemory<byte> body, MediaTypeName sent, out string? fault)
    {
        try
        {
            using (var first = Open(body, sent)) fault = FaultIn(first);
            if (fault is not null) return null;
            using var second = Open(body, sent);
            return XDocument.Load(second).Root;
        }
        catch (XmlException exception)
        {
            fault = body.Span.IndexOf("<!DOCTYPE"u8) >= 0 ? "it has a document type declaration, and none is read, because the entities in it can be bombs"
                : exception.LineNumber > 0 ? $"it is not well-formed at line {exception.LineNumber}, column {exception.LinePosition}" : "it is not well-formed";
        }
        catch (Exception exception) when (exception is DecoderFallbackException or ArgumentException or NotSupportedException)
        {
            fault = "its characters cannot be decoded";
        }
        return null;
    }

    /// <summary>Walks the whole document without keeping it.</summary>
    private static string? FaultIn(XmlReader reader)
    {
        var nodes = 0;
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth) return $"it is nested more than {MaxDepth} levels deep";
            if (reader.AttributeCount > MaxAttributes) return $"an element has more than {MaxAttributes} attributes";
            nodes += 1 + reader.AttributeCount;
            if (nodes > MaxNodes) return $"it has more than {MaxNodes} nodes";
        }
        return null;
    }

    private static XmlReader Open(ReadOnlyMemory<byte> body, MediaTypeName sent)
    {
        var utf8 = sent.Parameter("charset") is null ? body : BodyText.Utf8Of(body, sent);
        var settings =
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, MaxCharactersFromEntities = 1024 };
        return utf8.Equals(body)
            ? XmlReader.Create(new MemoryStream(body.ToArray(), writable: false), settings)
            : XmlReader.Create(new StringReader(Encoding.UTF8.GetString(utf8.Span)), settings);
    }
}
