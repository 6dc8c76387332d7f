using System.Text.Json;
using System.Xml;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Writes sample values as XML: element names, attributes and wrapped lists as the <c>xml</c> keywords ask (OpenAPI 3.1.1, section 4.8.26).</summary>
internal sealed class XmlSamples
{
    private const int MaxDepth = 60;
    private static readonly XmlWriterSettings Settings = new() { Encoding = new System.Text.UTF8Encoding(false), Indent = false };
    private readonly ApiSpec spec;
    private readonly XmlWriter writer;

    private XmlSamples(ApiSpec spec, XmlWriter writer)
    {
        this.spec = spec;
        this.writer = writer;
    }

    /// <summary>An XML document, UTF-8.</summary>
    public static byte[] Write(ApiSpec spec, RawNode schema, JsonElement value)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            var root = spec.Resolve(schema);
            var samples = new XmlSamples(spec, xml);
            var name = root["xml"]["name"].GetString() ?? (root.Pointer.Contains("schemas/", StringComparison.Ordinal) || root.Pointer.Contains("definitions/", StringComparison.Ordinal) ? root.Name : "");
            samples.Element(NameOf(name, "root"), root, value, 0);
        }
        return stream.ToArray();
    }

    private void Element(string name, RawNode schema, JsonElement value, int depth)
    {
        if (depth > MaxDepth) return;
        if (schema["xml"]["namespace"].GetString() is { Length: > 0 } space && schema["xml"]["prefix"].GetString() is { Length: > 0 } prefix) writer.WriteStartElement(NameOf(prefix, "p"), name, space);
        else writer.WriteStartElement(name);
        if (value.ValueKind == JsonValueKind.Object) Members(schema, value, depth);
        else if (value.ValueKind == JsonValueKind.Array) Items("item", spec.Resolve(schema["items"]), value, depth);
        else if (value.ValueKind != JsonValueKind.Null) writer.WriteString(Text(value));
        writer.WriteEndElement();
    }

    private void Members(RawNode schema, JsonElement value, int depth)
    {
        var members = value.EnumerateObject().Select(m => (Member: m, Schema: MemberSchema(schema, m.Name, 0))).ToList();
        foreach (var (member, own) in members.Where(m => IsAttribute(m.Schema, m.Member.Value)))
            writer.WriteAttributeString(NameOf(own["xml"]["name"].GetString() ?? member.Name, "attribute"), Text(member.Value));
        foreach (var (member, own) in members.Where(m => !IsAttribute(m.Schema, m.Member.Value)))
        {
            var name = NameOf(own["xml"]["name"].GetString() ?? member.Name, "member");
            if (member.Value.ValueKind != JsonValueKind.Array) Element(name, own, member.Value, depth + 1);
            else if (own["xml"]["wrapped"].GetBoolean() != true) Items(name, spec.Resolve(own["items"]), member.Value, depth + 1);
            else
            {
                writer.WriteStartElement(name);
                Items(name, spec.Resolve(own["items"]), member.Value, depth + 1);
                writer.WriteEndElement();
            }
        }
    }

    private void Items(string name, RawNode schema, JsonElement items, int depth)
    {
        var own = NameOf(schema["xml"]["name"].GetString() ?? name, "item");
        foreach (var item in items.EnumerateArray()) Element(own, schema, item, depth + 1);
    }

    private RawNode MemberSchema(RawNode schema, string name, int hops)
    {
        if (schema["properties"].TryGet(name, out var own)) return spec.Resolve(own);
        if (hops > 8) return default;
        foreach (var part in schema["allOf"].Children)
            if (MemberSchema(spec.Resolve(part), name, hops + 1) is { IsDefined: true } found) return found;
        return default;
    }

    private static bool IsAttribute(RawNode schema, JsonElement value) =>
        schema["xml"]["attribute"].GetBoolean() == true && value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null);

    private static string Text(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return string.Concat(text.Where(c => XmlConvert.IsXmlChar(c)));
    }

    private static string NameOf(string name, string otherwise) => name.Length == 0 ? otherwise : XmlConvert.EncodeLocalName(name) ?? otherwise;
}
