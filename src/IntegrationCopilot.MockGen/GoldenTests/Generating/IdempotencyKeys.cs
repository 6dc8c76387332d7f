using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Idempotency keys of requests.</summary>
internal static class IdempotencyKeys
{
    public const string Variable = "idempotency_key";
    public const string Description = "Names the attempt; a new UUID for every run.";

    /// <summary>A key as the runner makes them.</summary>
    public static JsonElement Example { get; } = AsJson.Element("3f0c2a51-9d7e-8b64-a1f2-5c6d7e8f9a0b");

    /// <summary>The request with a key that is new in every run; null when the document allows no such key.</summary>
    public static RequestPlan? With(RequestPlan plan, MessageField key, TestMaterial material)
    {
        var schema = key.FindIn(plan.Operation) is { } parameter ? parameter.Schema
            : plan.Media is { } media && material.Structure.FieldsOf(media.Schema).TryGetValue(key.Name, out var field) ? field : default;
        if (!material.Accepts(schema, Example)) return null;
        var text = AsJson.Element($"{{{{ {Variable} }}}}");
        var keyed = plan.With(new TestVariable { Name = Variable, Fresh = true, Invented = true, Description = Description });
        if (key.Place == MessagePlace.Header) return keyed.WithHeader(key.Name, text);
        if (key.Place == MessagePlace.Query) return keyed.WithQuery(key.Name, text);
        return plan.Request.Body?.Json is { ValueKind: JsonValueKind.Object } body
            ? keyed.WithBody(JsonEdits.Set(body, key.Name, AsJson.Node(text)))
            : null;
    }
}
