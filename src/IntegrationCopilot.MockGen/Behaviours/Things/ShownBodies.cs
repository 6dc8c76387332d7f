using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>What the document itself shows as what may be sent to an operation. Whoever follows the document sends it, and may do so again.</summary>
internal static class ShownBodies
{
    /// <summary>The things within its examples and within a sample of each representation.</summary>
    public static IEnumerable<JsonObject> Of(ThingCall call) =>
        Of(call.Operation.Description, call.Kind.Model.Samples).Select(call.Sent).OfType<JsonObject>();

    /// <summary>Its examples and a sample of each representation, whole.</summary>
    public static IEnumerable<JsonNode?> Of(ApiOperation operation, SampleGenerator samples)
    {
        foreach (var media in operation.RequestBody?.Content ?? [])
        {
            foreach (var example in media.Examples) yield return JsonTrees.Parse(example.Value.ToUtf8Json());
            if (samples.ForBody(media, MessageDirection.Request) is { Found: true } made) yield return JsonTrees.Parse(made.Json);
        }
    }
}
