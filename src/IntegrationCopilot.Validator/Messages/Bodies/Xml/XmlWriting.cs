using System.Text;
using System.Text.Json;
using System.Xml;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Writes values as XML, the reverse of <see cref="XmlReading"/>.</summary>
internal sealed class XmlWriting
{
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string RootName = "root";
    private const string ItemName = "item";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize };

    private readonly XmlNaming naming;
    private readonly XmlWriter writer;

    private XmlWriting(XmlNaming naming, XmlWriter writer)
    {
        this.naming = naming;
        this.writer = writer;
    }

    /// <summary>An XML document, UTF-8.</summary>
    public static byte[] Write(ApiSpec spec, RawNode schema, JsonElement value)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            var writing = new XmlWriting(new XmlNaming(spec), xml);
            var shape = ValueShape.Of(spec, schema);
            var root = writing.naming.Root(shape);
            writing.Start(root, RootName);
            writing.Content(shape, value, inferred: "");
            xml.WriteEndElement();
        }
        return stream.ToArray();
    }

    private void Element(XmlNode node, ValueShape shape, JsonElement value)
    {
        Start(node, ItemName);
        Content(shape, value, node.Name);
        writer.WriteEndElement();
    }

    private void Start(XmlNode node, string otherwise)
    {
        if (node.Namespace is null) writer.WriteStartElement(node.NameOr(otherwise));
        else if (node.Prefix is null) writer.WriteStartElement(node.NameOr(otherwise), node.Namespace);
        else writer.WriteStartElement(XmlConvert.EncodeLocalName(node.Prefix), node.NameOr(otherwise), node.Namespace);
    }

    private void Content(ValueShape shape, JsonElement value, string inferred)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Attributes(shape, value);
                Members(shape, value);
                break;
            case JsonValueKind.Array: Items(shape, value, inferred); break;
            case JsonValueKind.Null: writer.WriteAttributeString("xsi", "nil", Instance, "true"); break;
            default: writer.WriteString(TextOf(value)); break;
        }
    }

    /// <summary>Attributes must be written before anything else, those of objects without an element of their own included.</summary>
    private void Attributes(ValueShape shape, JsonElement value)
    {
        foreach (var member in value.EnumerateObject())
        {
            var own = shape.Property(member.Name);
            var node = naming.Node(own, member.Name);
            if (IsUnwrapped(node, member.Value)) Attributes(own, member.Value);
            if (IsAttribute(node, member.Value)) Attribute(node, TextOf(member.Value));
        }
    }

    private void Attribute(XmlNode node, string text)
    {
        if (node.Namespace is null) writer.WriteAttributeString(node.NameOr(ItemName), text);
        else writer.WriteAttributeString(node.Prefix is null ? null : XmlConvert.EncodeLocalName(node.Prefix), node.NameOr(ItemName), node.Namespace, text);
    }

    private void Members(ValueShape shape, JsonElement value)
    {
        foreach (var member in value.EnumerateObject())
        {
            var own = shape.Property(member.Name);
            var node = naming.Node(own, member.Name);
            if (XmlNaming.IsList(own) && member.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Null) List(own, member);
            else if (IsUnwrapped(node, member.Value)) Members(own, member.Value);
            else if (node.Kind == XmlNodeKind.Text && !JsonScalars.IsContainer(member.Value)) writer.WriteString(TextOf(member.Value));
            else if (node.Kind == XmlNodeKind.CData && !JsonScalars.IsContainer(member.Value)) writer.WriteCData(TextOf(member.Value));
            else if (member.Value.ValueKind == JsonValueKind.Array && own.IsUnknown) Items(own, member.Value, member.Name);
            else if (!IsAttribute(node, member.Value) && !(node.Kind == XmlNodeKind.Attribute && member.Value.ValueKind == JsonValueKind.Null))
                Element(node, own, member.Value);
        }
    }

    private void List(ValueShape list, JsonProperty member)
    {
        if (naming.Wrapper(list, member.Name) is { } wrapper) Element(wrapper, list, member.Value);
        else if (member.Value.ValueKind == JsonValueKind.Array) Items(list, member.Value, member.Name);
    }

    private void Items(ValueShape list, JsonElement items, string inferred)
    {
        var place = 0;
        foreach (var item in items.EnumerateArray())
        {
            var own = list.ItemAt(place++);
            var node = naming.Node(own, inferred);
            if (node.Kind == XmlNodeKind.Text) writer.WriteString(TextOf(item));
            else if (node.Kind == XmlNodeKind.CData) writer.WriteCData(TextOf(item));
            else Element(node, own, item);
        }
    }

    private static bool IsUnwrapped(XmlNode node, JsonElement value) => node.Kind == XmlNodeKind.None && value.ValueKind == JsonValueKind.Object;

    private static bool IsAttribute(XmlNode node, JsonElement value) =>
        node.Kind == XmlNodeKind.Attribute && !JsonScalars.IsContainer(value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>The text without the characters that no XML document can hold.</summary>
    private static string TextOf(JsonElement value)
    {
        var text = JsonScalars.TextOf(value);
        return text.EnumerateRunes().All(IsXml) ? text : string.Concat(text.EnumerateRunes().Where(IsXml).Select(r => r.ToString()));
    }

    private static bool IsXml(Rune rune) => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value);
}
