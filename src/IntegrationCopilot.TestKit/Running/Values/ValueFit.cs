using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Tells whether a value that the API told may be sent where requests have its variable: a path may want less than the API gives.</summary>
internal sealed class ValueFit(ApiSpec spec)
{
    private readonly WireCheck wire = new(spec);
    private readonly SchemaSet schemas = new(spec);

    /// <summary>Whether the document allows the value in every parameter, and at every place of a body, that the variable stands for.</summary>
    public bool Fits(IEnumerable<StepRequest> requests, string variable, JsonElement value)
    {
        var (all, placeholder) = (requests.ToList(), $"{{{{ {variable} }}}}");
        return all.SelectMany(request => Takers(request, placeholder)).Distinct().All(parameter => wire.OfParameter(parameter, value).Count == 0)
            && all.TrueForAll(request => FitsInBody(request, placeholder, value));
    }

    private bool FitsInBody(StepRequest request, string placeholder, JsonElement value)
    {
        if (request.Body is not { Json: { } json } body || !json.GetRawText().Contains(placeholder, StringComparison.Ordinal)) return true;
        if (OperationOf(request) is not { } operation || GivenJson.MediaOf(operation, body.MediaType) is not { Schema.IsDefined: true } media) return true;
        var node = AsJson.Node(json)!;
        var places = Places(node, "", placeholder).ToList();
        foreach (var place in places) JsonPlaces.Set(node, place, value);
        var schema = schemas.For(media.Schema, MessageDirection.Request);
        return places.TrueForAll(place => !GivenFindings.At(schema, node, place).Any());
    }

    private static IEnumerable<string> Places(JsonNode? node, string pointer, string placeholder) => node switch
    {
        JsonObject members => members.SelectMany(member => Places(member.Value, $"{pointer}/{NodePointer.Escape(member.Key)}", placeholder)),
        JsonArray items => items.Index().SelectMany(item => Places(item.Item, $"{pointer}/{item.Index}", placeholder)),
        JsonValue value when value.TryGetValue<string>(out var text) && text == placeholder => [pointer],
        _ => [],
    };

    /// <summary>The operation of a request; where its method is not described, HEAD means what GET does (RFC 9110, section 9.3.2).</summary>
    private ApiOperation? OperationOf(StepRequest request) =>
        spec.FindOperation(request.Method, request.Path) ?? (request.Method == "HEAD" ? spec.FindOperation("GET", request.Path) : null)
            ?? spec.Operations.FirstOrDefault(other => other.Path == request.Path);

    private IEnumerable<ApiParameter> Takers(StepRequest request, string placeholder)
    {
        if (OperationOf(request) is not { } operation) return [];
        return operation.Parameters.Where(parameter => ValuesAt(request, parameter.Place) is { } values && values.TryGetValue(parameter.Name, out var value)
            && value.ValueKind == JsonValueKind.String && value.ValueEquals(placeholder));
    }

    private static IReadOnlyDictionary<string, JsonElement>? ValuesAt(StepRequest request, ParameterPlace place) => place switch
    {
        ParameterPlace.Path => request.PathValues,
        ParameterPlace.Query => request.Query,
        ParameterPlace.Header => request.Headers,
        _ => null,
    };
}
