using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Shows an example of a body: what the provider gives for JSON, else the document's own.</summary>
internal sealed class BodyExamples(ApiSpec spec, IExampleProvider? provider)
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public (BlueprintExample? Example, string? WhyNone) Of(ApiMediaType type, bool sent)
    {
        if (provider is null || !(type.IsJson || type.Name == "*/*") || !type.Schema.IsDefined) return (Given(type), null);
        var example = provider.ExampleOf(type, sent);
        return example.Problem is { } problem ? (null, PlainText.Line(problem)) : (new BlueprintExample(Cut(Indented(example.Json)), example.Invented), null);
    }

    private BlueprintExample? Given(ApiMediaType type)
    {
        var value = type.Examples.Count > 0 ? type.Examples[0].Value : OfSchema(spec.Resolve(type.Schema));
        return value.IsDefined ? new BlueprintExample(Cut(value.Kind == RawKind.String ? value.GetString()! : Text(value.WriteTo)), Invented: false) : null;
    }

    private static RawNode OfSchema(RawNode schema)
    {
        if (schema["example"] is { IsDefined: true } example) return example;
        return schema["examples"] is { IsArray: true, Count: > 0 } examples ? examples[0] : default;
    }

    private static string Indented(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return Text(document.RootElement.WriteTo);
    }

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
}
