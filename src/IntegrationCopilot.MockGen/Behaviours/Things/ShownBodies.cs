using System.Text.Json.Nodes;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>What the document itself shows as what may be sent to an operation. Whoever follows the document sends it, and may do so again.</summary>
internal static class ShownBodies
{
    /// <summary>The things within its examples and within a sample of each representation.</summary>
    public static IEnumerable<JsonObject> Of(ThingCall call)
    {
        foreach (var media in call.Operation.Description.RequestBody?.Content ?? [])
        {
            var samples = media.Examples.Select(example => JsonTrees.Parse(example.Value.ToUtf8Json()));
            if (call.Kind.Model.Samples.ForBody(media, MessageDirection.Request) is { Found: true } made) samples = samples.Append(JsonTrees.Parse(made.Json));
            foreach (var sample in samples)
                if (call.Sent(sample) is { } sent) yield return sent;
        }
    }
}
