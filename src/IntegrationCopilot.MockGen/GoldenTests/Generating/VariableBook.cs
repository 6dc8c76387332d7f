using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>The variables of one request.</summary>
internal sealed class VariableBook(TestMaterial material, ApiOperation operation)
{
    private static readonly string[] Telling = ["type", "format", "pattern", "enum", "const", "minimum", "maximum", "minLength", "maxLength"];
    private readonly List<TestVariable> variables = [];

    public IReadOnlyList<TestVariable> All => variables;

    /// <summary>A variable for a value, and the text that stands for it.</summary>
    public JsonElement For(NamedValue named, JsonElement value, bool invented, string? description)
    {
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null) return TemplateEscapes.Escape(value);
        var (suppliers, resource) = material.Suppliers.For(operation, named.Parameter, named.Place);
        return Add(named, resource ?? named.Prefix, new TestVariable
        {
            Name = "",
            Type = value.ValueKind switch { JsonValueKind.Number => TestVariableType.Number,
                JsonValueKind.True or JsonValueKind.False => TestVariableType.Boolean, _ => TestVariableType.String },
            Default = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(),
            Description = FirstLine(description),
            Invented = invented,
            Secret = IsSecret(named),
            Suppliers = suppliers,
            Own = material.Suppliers.IsOwn(operation, named.Parameter, resource),
        });
    }

    /// <summary>Whether a value was made up that real APIs are sent.</summary>
    public bool HasGuesses { get; private set; }

    /// <summary>A variable whose made-up value real APIs are sent, too, since any will do.</summary>
    public JsonElement Guessed(NamedValue named, JsonElement value, string? description)
    {
        HasGuesses = true;
        return For(named, value, invented: false, description);
    }

    /// <summary>A variable that gets a new value for every case of every run.</summary>
    public JsonElement Fresh(NamedValue named, TestVariable variable) => Add(named, $"{variable.Form}", variable);

    /// <summary>A variable that gets a new UUID for every run.</summary>
    public JsonElement Fresh(string name, string description) =>
        Add(new TestVariable { Name = name, Fresh = true, Invented = true, Description = description });

    /// <summary>The text that stands for a variable.</summary>
    public static JsonElement Placeholder(string name) => AsJson.Element($"{{{{ {name} }}}}");

    private JsonElement Add(NamedValue named, string? meaning, TestVariable variable)
    {
        var schema = material.Structure.Resolve(named.Schema);
        var kind = string.Join('|', Telling.Select(keyword => schema[keyword].ToString()));
        var (member, thing) = named.Common is { } common ? (common, null) : (named.Name, named.Thing);
        return Add(variable with { Name = material.Names.Of(member, thing, operation, $"{variable.Type}|{meaning}|{kind}") });
    }

    /// <summary>Whether a value must not be shown: the document says so, or its name does.</summary>
    private bool IsSecret(NamedValue named) =>
        material.Structure.Resolve(named.Schema)["format"].GetString() == "password"
        || NameWords.Of(named.Name) is [.., "password" or "passphrase" or "passcode" or "secret"];

    private JsonElement Add(TestVariable variable)
    {
        if (!variables.Exists(other => other.Name == variable.Name)) variables.Add(variable);
        return Placeholder(variable.Name);
    }

    private static string? FirstLine(string? text)
    {
        var line = text?.Trim().Split('\n')[0].Trim();
        return string.IsNullOrEmpty(line) ? null : line.Length <= 200 ? line : $"{line[..199]}…";
    }
}

/// <summary>A place of a request that a variable stands in.</summary>
/// <param name="Name">Name of the parameter or field.</param>
/// <param name="Parameter">The name of a parameter, or the JSON Pointer of a field of the body.</param>
/// <param name="Place">Where a parameter travels; null for fields of the body.</param>
/// <param name="Schema">Its schema; undefined when none is known.</param>
/// <param name="Thing">The literal of the path before it; null when there is none.</param>
internal readonly record struct NamedValue(string Name, string Parameter, ParameterPlace? Place, RawNode Schema, string? Thing)
{
    /// <summary>The name that such values have for every document; null when there is none.</summary>
    public string? Common { get; init; }

    /// <summary>The path before it; null for what does not stand in the path.</summary>
    public string? Prefix { get; private init; }

    public static NamedValue Of(ApiOperation operation, ApiParameter parameter)
    {
        var at = parameter.Place == ParameterPlace.Path ? operation.Path.IndexOf($"{{{parameter.Name}", StringComparison.Ordinal) : -1;
        return new NamedValue(parameter.Name, parameter.Name, parameter.Place, parameter.Schema, LastThing(at < 0 ? operation.Path : operation.Path[..at]))
            .Named() with { Prefix = at < 0 ? null : operation.Path[..at] };
    }

    public static NamedValue Of(ApiOperation operation, string name, string pointer, RawNode schema) =>
        new NamedValue(name, pointer, null, schema, LastThing(operation.Path)).Named();

    private NamedValue Named() => this with { Common = CommonNames.Of(this) };

    private static string? LastThing(string path) => NameWords.Segments(path) is { Count: > 0 } segments ? segments[^1] : null;
}
