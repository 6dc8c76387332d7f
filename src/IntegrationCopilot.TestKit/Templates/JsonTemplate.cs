using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationCopilot.TestKit;

/// <summary>A JSON value whose strings and property names are templates.</summary>
/// <remarks>
/// A string that is nothing but one placeholder becomes the value with its type; within a longer string, and in a property name, the text of the value is put
/// in.
/// </remarks>
/// <threadsafety>Static and stateless.</threadsafety>
public static class JsonTemplate
{
    private const int MaxDepth = 100_000;

    /// <summary>The variables a JSON value uses, each as its first placeholder declares it, in order.</summary>
    /// <param name="template">The JSON value.</param>
    public static IReadOnlyList<TemplateVariable> Variables(JsonElement template)
    {
        var json = JsonMarshal.GetRawUtf8Value(template);
        if (IsConstant(json)) return [];
        var reader = Reader(json);
        var variables = new List<TemplateVariable>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) variables.AddRange(Parse(ref reader, []).Variables);
        }

        return [.. variables.DistinctBy(variable => variable.Name, StringComparer.Ordinal)];
    }

    /// <summary>Fills a JSON value in.</summary>
    /// <param name="template">The JSON value.</param>
    /// <param name="values">The values.</param>
    public static TemplateResult<JsonElement> Substitute(JsonElement template, TemplateValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var json = JsonMarshal.GetRawUtf8Value(template);
        if (IsConstant(json)) return new(template.Clone(), []);
        var output = new ArrayBufferWriter<byte>();
        var problems = new List<TemplateProblem>();
        using (var writer = new Utf8JsonWriter(output,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth, SkipValidation = true }))
        {
            var reader = Reader(json);
            while (reader.Read()) Copy(ref reader, writer, values, problems);
        }

        using var document = JsonDocument.Parse(output.WrittenMemory, new JsonDocumentOptions { MaxDepth = MaxDepth });
        return new(document.RootElement.Clone(), [.. problems.Distinct()]);
    }

    /// <summary>Whether no string can be a template: a brace may also be written as an escape.</summary>
    internal static bool IsConstant(ReadOnlySpan<byte> json) => json.IndexOf("{{"u8) < 0 && !json.Contains((byte)'\\');

    private static Utf8JsonReader Reader(ReadOnlySpan<byte> json) => new(json, new JsonReaderOptions { MaxDepth = MaxDepth });

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter writer, TemplateValues values, List<TemplateProblem> problems)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                writer.WriteEndArray();
                break;
            case JsonTokenType.PropertyName when IsPlain(reader.ValueSpan):
                writer.WritePropertyName(reader.ValueSpan);
                break;
            case JsonTokenType.String when IsPlain(reader.ValueSpan):
                writer.WriteStringValue(reader.ValueSpan);
                break;
            case JsonTokenType.PropertyName:
                writer.WritePropertyName(Text(Parse(ref reader, problems), values, problems));
                break;
            case JsonTokenType.String:
                WriteString(Parse(ref reader, problems), writer, values, problems);
                break;
            default:
                writer.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }

    private static bool IsPlain(ReadOnlySpan<byte> text) => Ascii.IsValid(text) && text.IndexOfAny((byte)'{', (byte)'\\') < 0;

    /// <summary>The template a string is; a string with half a surrogate pair is no text and so none.</summary>
    private static TextTemplate Parse(ref Utf8JsonReader reader, List<TemplateProblem> problems)
    {
        try
        {
            return TextTemplate.Parse(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            problems.Add(new(TemplateProblemKind.Syntax, null, "A string of the template holds half a surrogate pair and is no text."));
            return TextTemplate.Parse("");
        }
    }

    private static void WriteString(TextTemplate template, Utf8JsonWriter writer, TemplateValues values, List<TemplateProblem> problems)
    {
        if (template.Whole is not { } variable) writer.WriteStringValue(Text(template, values, problems));
        else if (values.TryResolve(variable, out var value, out var problem)) writer.WriteRawValue(value.AsJson().GetRawText(), skipInputValidation: true);
        else
        {
            problems.Add(problem);
            writer.WriteNullValue();
        }
    }

    private static string Text(TextTemplate template, TemplateValues values, List<TemplateProblem> problems)
    {
        var result = template.Substitute(values);
        problems.AddRange(result.Problems);
        return result.Value;
    }
}
