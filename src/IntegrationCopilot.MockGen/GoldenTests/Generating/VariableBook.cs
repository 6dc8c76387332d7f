using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>The variables of one request.</summary>
internal sealed class VariableBook(ApiOperation operation)
{
    private const int TooShortToTell = 4;
    private readonly List<TestVariable> variables = [];

    public IReadOnlyList<TestVariable> All => variables;

    /// <summary>A variable for a value, and the text that stands for it.</summary>
    public JsonElement For(string member, JsonElement value, bool invented, string? description)
    {
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null) return TemplateEscapes.Escape(value);
        return Add(new TestVariable
        {
            Name = NameFor(member),
            Type = value.ValueKind switch { JsonValueKind.Number => TestVariableType.Number,
                JsonValueKind.True or JsonValueKind.False => TestVariableType.Boolean, _ => TestVariableType.String },
            Default = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(),
            Description = FirstLine(description),
            Invented = invented,
        });
    }

    /// <summary>A variable that gets a new UUID for every run.</summary>
    public JsonElement Fresh(string name, string description) =>
        Add(new TestVariable { Name = name, Fresh = true, Invented = true, Description = description });

    private JsonElement Add(TestVariable variable)
    {
        var name = variable.Name;
        for (var number = 2; variables.Find(other => other.Name == variable.Name) is { } other && other != variable; number++)
            variable = variable with { Name = $"{name}_{number}" };
        if (!variables.Contains(variable)) variables.Add(variable);
        return JsonSerializer.SerializeToElement($"{{{{ {variable.Name} }}}}");
    }

    /// <summary>The member's name; where that is as short as <c>id</c>, with the thing before it: <c>payment_id</c>.</summary>
    private string NameFor(string member)
    {
        var words = NameWords.Of(member);
        var name = string.Join('_', words);
        if (name.Length < TooShortToTell && NameWords.Segments(operation.Path) is { Count: > 0 } segments && NameWords.Of(segments[^1]) is { Count: > 0 } thing)
            name = string.Join('_', [.. thing.SkipLast(1), NameWords.Singular(thing[^1]), .. words]);
        return name.Length == 0 ? "value" : char.IsAsciiDigit(name[0]) ? $"value_{name}" : name;
    }

    private static string? FirstLine(string? text)
    {
        var line = text?.Trim().Split('\n')[0].Trim();
        return string.IsNullOrEmpty(line) ? null : line.Length <= 200 ? line : $"{line[..199]}…";
    }
}
