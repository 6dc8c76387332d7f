using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Blueprints as JSON, by code that is generated when this package is compiled.</summary>
/// <remarks>Such code sets lists that a text leaves out to null; the members take that as empty.</remarks>
[JsonSerializable(typeof(Blueprint))]
internal sealed partial class BlueprintJson : JsonSerializerContext
{
    private static readonly BlueprintJson Written = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    });

    public static string Write(Blueprint blueprint) => JsonSerializer.Serialize(blueprint, Written.Blueprint);

    public static Blueprint Read(string json) =>
        JsonSerializer.Deserialize(json, Written.Blueprint) ?? throw new JsonException("The text is null, not a blueprint.");
}
