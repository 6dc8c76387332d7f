using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Where an operation takes its idempotency key.</summary>
/// <param name="Parameter">The header or query parameter; null when the key is in the body.</param>
/// <param name="Field">The field of the body; null when the key is a parameter.</param>
internal sealed record IdempotencyPlace(ApiParameter? Parameter, string? Field);

/// <summary>Idempotency keys of requests.</summary>
internal static class IdempotencyKeys
{
    public const string Variable = "idempotency_key";
    public const string Description = "Names the attempt; a new UUID for every run.";

    /// <summary>A key as the runner makes them.</summary>
    public static JsonElement Example { get; } = JsonSerializer.SerializeToElement("3f0c2a51-9d7e-8b64-a1f2-5c6d7e8f9a0b");

    /// <summary>The place the document shows for an operation; null when it shows none.</summary>
    public static IdempotencyPlace? PlaceIn(ApiOperation operation, Capability capability)
    {
        foreach (var evidence in capability.Evidence.Where(evidence => evidence.OperationId == operation.Id))
        {
            if (operation.Parameters.FirstOrDefault(parameter => parameter.Node.Location == evidence.Location) is { } parameter) return new(parameter, null);
            if (evidence.Reason.StartsWith("body field ", StringComparison.Ordinal)) return new(null, evidence.Reason["body field ".Length..]);
        }

        return null;
    }

    /// <summary>The request with a key that is new in every run; null when the document allows no such key.</summary>
    public static RequestPlan? With(RequestPlan plan, IdempotencyPlace place, TestMaterial material)
    {
        var schema = place.Parameter is { } parameter ? parameter.Schema : plan.Media is { } media && material.Fields.Of(media.Schema).TryGetValue(place.Field!, out var field) ? field : default;
        if (!material.Accepts(schema, Example)) return null;
        var text = JsonSerializer.SerializeToElement($"{{{{ {Variable} }}}}");
        var keyed = plan.With(new TestVariable { Name = Variable, Fresh = true, Invented = true, Description = Description });
        if (place.Parameter is { Place: ParameterPlace.Header } header) return keyed.WithHeader(header.Name, text);
        if (place.Parameter is { } query) return keyed.WithQuery(query.Name, text);
        return plan.Request.Body?.Json is { ValueKind: JsonValueKind.Object } body ? keyed.WithBody(JsonEdits.Set(body, place.Field!, JsonSerializer.SerializeToNode(text))) : null;
    }
}
