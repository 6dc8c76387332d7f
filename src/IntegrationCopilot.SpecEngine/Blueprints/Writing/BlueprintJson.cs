using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Blueprints as JSON.</summary>
internal static class BlueprintJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    public static string Write(Blueprint blueprint) => JsonSerializer.Serialize(blueprint, Options);

    public static Blueprint Read(string json) =>
        JsonSerializer.Deserialize<Blueprint>(json, Options) ?? throw new JsonException("The text is null, not a blueprint.");
}
