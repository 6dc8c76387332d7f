using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationCopilot.Validator;

/// <summary>How texts and values are written as JSON, by code that is generated when this package is compiled.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class GeneratedJson : JsonSerializerContext;
