using System.Text;
using System.Text.Json;

namespace IntegrationCopilot.Validator;

/// <summary>The way from the top of a document to the token that is read.</summary>
internal sealed class JsonWay
{
    private readonly List<Step> steps = [];

    public string Pointer
    {
        get
        {
            var pointer = new StringBuilder();
            foreach (var step in steps) pointer.Append('/').Append(step.Name is { } name ? Escaped(name) : step.Index);
            return pointer.ToString();
        }
    }

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public void Enter(Utf8JsonReader reader)
    {
        if (steps.Count == 0) return;
        if (reader.TokenType == JsonTokenType.PropertyName) steps[^1] = new Step(reader.GetString(), 0);
        else if (steps[^1].Name is null && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
            steps[^1] = new Step(null, steps[^1].Index + 1);
    }

    public void Leave(Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            steps.Add(new Step(reader.TokenType == JsonTokenType.StartObject ? "" : null, -1));
        else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) steps.RemoveAt(steps.Count - 1);
    }

    private readonly record struct Step(string? Name, int Index);
}
