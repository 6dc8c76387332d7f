using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Shows an example of a body: the document's own, else one made from the schema's examples, defaults and first enumerated values.</summary>
internal sealed class ExampleMaker(ApiSpec spec)
{
    private const int MaxDepth = 6;
    private const int MaxMembers = 40;
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public BlueprintExample? Of(ApiMediaType type, bool request)
    {
        if (type.Examples.Count > 0) return new BlueprintExample(Cut(TextOf(type.Examples[0].Value)), Invented: false);
        var schema = spec.Resolve(type.Schema);
        if (Given(schema) is { IsDefined: true } given) return new BlueprintExample(Cut(TextOf(given)), Invented: false);
        if (!schema.IsObject || !(type.IsJson || type.Name == "*/*")) return null;
        return new BlueprintExample(Cut(Text(writer => Write(writer, schema, request ? "readOnly" : "writeOnly", []))), Invented: true);
    }

    private static string TextOf(RawNode value) => value.Kind == RawKind.String ? value.GetString()! : Text(value.WriteTo);

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options)) write(writer);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static string Cut(string text)
    {
        if (text.Length <= BlueprintLimits.MaxExample) return text;
        var end = text.LastIndexOf('\n', BlueprintLimits.MaxExample - 2);
        if (end <= 0) end = BlueprintLimits.MaxExample - 2;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + "\n…";
    }

    private static RawNode Given(RawNode schema)
    {
        if (schema["example"] is { IsDefined: true } example) return example;
        return schema["examples"] is { IsArray: true, Count: > 0 } examples ? examples[0] : default;
    }

    private void Write(Utf8JsonWriter writer, RawNode schema, string hidden, List<RawNode> open)
    {
        var target = spec.Resolve(schema);
        var given = Given(target) is { IsDefined: true } example ? example : target["default"] is { IsDefined: true } standard ? standard
            : target["const"] is { IsDefined: true } constant ? constant : target["enum"] is { Count: > 0 } values ? values[0] : default;
        if (given.IsDefined) { given.WriteTo(writer); return; }
        if (open.Count >= MaxDepth || open.Contains(target)) { WriteEmpty(writer, target); return; }
        open.Add(target);
        WriteMade(writer, target, hidden, open);
        open.RemoveAt(open.Count - 1);
    }

    private void WriteMade(Utf8JsonWriter writer, RawNode schema, string hidden, List<RawNode> open)
    {
        if (schema["properties"].Count > 0 || schema["allOf"].Count > 0) WriteObject(writer, schema, hidden, open);
        else if ((schema["oneOf"] is { Count: > 0 } one ? one : schema["anyOf"]) is { Count: > 0 } parts) Write(writer, parts[0], hidden, open);
        else if (schema["items"].IsDefined)
        {
            writer.WriteStartArray();
            Write(writer, schema["items"], hidden, open);
            writer.WriteEndArray();
        }
        else WriteScalar(writer, schema);
    }

    private void WriteObject(Utf8JsonWriter writer, RawNode schema, string hidden, List<RawNode> open)
    {
        var fields = new Dictionary<string, RawNode>(StringComparer.Ordinal);
        Collect(schema, fields, depth: 0);
        writer.WriteStartObject();
        foreach (var (name, field) in fields)
        {
            var target = spec.Resolve(field);
            if (field[hidden].GetBoolean() == true || target[hidden].GetBoolean() == true || target["deprecated"].GetBoolean() == true) continue;
            writer.WritePropertyName(name);
            Write(writer, field, hidden, open);
        }
        writer.WriteEndObject();
    }

    private void Collect(RawNode schema, Dictionary<string, RawNode> fields, int depth)
    {
        if (depth > MaxDepth) return;
        var target = spec.Resolve(schema);
        foreach (var part in target["allOf"].Children) Collect(part, fields, depth + 1);
        foreach (var field in target["properties"].Children)
            if (fields.Count < MaxMembers) fields[field.Name] = field;
        if ((target["oneOf"] is { Count: > 0 } one ? one : target["anyOf"]) is { Count: > 0 } parts) Collect(parts[0], fields, depth + 1);
    }

    private static void WriteScalar(Utf8JsonWriter writer, RawNode schema)
    {
        var type = schema["type"].IsArray ? schema["type"].Children.Select(t => t.GetString()).FirstOrDefault(t => t != "null") : schema["type"].GetString();
        switch (type)
        {
            case "integer" or "number": writer.WriteNumberValue(schema["minimum"].GetInt64() ?? 1); break;
            case "boolean": writer.WriteBooleanValue(true); break;
            case "string": writer.WriteStringValue(ExampleText.For(schema)); break;
            default: WriteEmpty(writer, schema); break;
        }
    }

    private static void WriteEmpty(Utf8JsonWriter writer, RawNode schema)
    {
        if (schema["type"].IsString("array") || schema["items"].IsDefined) { writer.WriteStartArray(); writer.WriteEndArray(); }
        else if (schema["type"].IsString("string")) writer.WriteStringValue("text");
        else { writer.WriteStartObject(); writer.WriteEndObject(); }
    }
}
