using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Tells whether a text that was given for a place means JSON or itself: what the schema of the place says.</summary>
internal static class GivenJson
{
    public static JsonElement Of(ApiSpec spec, GivenPlace place, StepRequest request, string text)
    {
        var itself = AsJson.Element(text);
        if (GivenBody.Parse(text) is not { } json) return itself;
        var schemas = new SchemaSet(spec);
        return Accepts(schemas, place, request, json) || !Accepts(schemas, place, request, itself) ? json : itself;
    }

    private static bool Accepts(SchemaSet schemas, GivenPlace place, StepRequest request, JsonElement value)
    {
        if (!place.IsInBody)
            return place.Parameter is not { Schema.IsDefined: true } parameter || schemas.For(parameter.Schema, MessageDirection.Request).IsValid(value);
        if (request.Body is not { Json: { } json } body || MediaOf(place.Operation, body.MediaType) is not { Schema.IsDefined: true } media) return true;
        if (AsJson.Node(json) is not { } node || !JsonPlaces.Set(node, place.Place, value)) return true;
        return !GivenFindings.At(schemas.For(media.Schema, MessageDirection.Request), node, place.Place).Any();
    }

    public static ApiMediaType? MediaOf(ApiOperation operation, string name) =>
        operation.RequestBody is { } body ? ContentNegotiation.Select(body.Content, name) : null;
}

/// <summary>What a schema says against a place of a value.</summary>
internal static class GivenFindings
{
    public static IEnumerable<Finding> At(CompiledSchema schema, JsonNode node, string pointer) =>
        schema.Validate(AsJson.Bytes(node)).Where(finding => finding.Severity == FindingSeverity.Error
            && (finding.Pointer == pointer || finding.Pointer.StartsWith($"{pointer}/", StringComparison.Ordinal)));
}
