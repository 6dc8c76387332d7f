using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>A value for a variable: text, a number, a boolean or any JSON value.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class TemplateValue
{
    private readonly JsonElement json;

    /// <summary>Initializes a new instance from a JSON value, which it keeps the type of.</summary>
    /// <param name="json">The value.</param>
    /// <exception cref="ArgumentException"><paramref name="json"/> is no value.</exception>
    public TemplateValue(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Undefined) throw new ArgumentException("There is no value.", nameof(json));
        this.json = json.Clone();
    }

    /// <summary>Reads a value of a type from text.</summary>
    /// <param name="type">The type.</param>
    /// <param name="text">The text itself for a string; JSON (RFC 8259) for everything else.</param>
    /// <param name="value">The value when the answer is true.</param>
    /// <returns>Whether the text is a value of that type.</returns>
    public static bool TryParse(TestVariableType type, string text, [NotNullWhen(true)] out TemplateValue? value)
    {
        ArgumentNullException.ThrowIfNull(text);
        value = type == TestVariableType.String ? OfText(text) : OfJson(text);
        if (value is not null && !value.IsOf(type)) value = null;
        return value is not null;
    }

    /// <summary>
    /// What stands in text for the value: a string itself, everything else as JSON. A string with half a surrogate pair, which is no text, is given as it is
    /// escaped.
    /// </summary>
    public string AsText()
    {
        if (json.ValueKind != JsonValueKind.String) return json.GetRawText();
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return json.GetRawText()[1..^1];
        }
    }

    /// <summary>The JSON value.</summary>
    public JsonElement AsJson() => json;

    /// <summary>The type of the value, never the value, which may be a secret.</summary>
    public override string ToString() => $"{nameof(TemplateValue)} of kind {json.ValueKind}";

    internal static TemplateValue OfText(string text) => new(MockGen.AsJson.Element(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))));

    private static TemplateValue? OfJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return new(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsOf(TestVariableType type) => type switch
    {
        TestVariableType.Number => json.ValueKind == JsonValueKind.Number,
        TestVariableType.Boolean => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => true,
    };
}
