using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>A member of a body with what the document says of it.</summary>
/// <param name="Holder">The object it is a member of.</param>
/// <param name="Schema">What is said of it.</param>
internal sealed record BodyPlace(JsonObject Holder, FieldPlace Schema)
{
    public string Name => Schema.Name;

    public JsonNode? Value
    {
        get => Holder[Name];
        set => Holder[Name] = value;
    }

    public bool IsThere => Holder.ContainsKey(Name);
}

/// <summary>Spoils the JSON of good answers at a place where the document's schema refuses it afterwards.</summary>
internal static class BodySpoiler
{
    private const int MaxPlaces = 60;
    private const int MaxDepth = 8;
    private const int MaxItems = 3;

    /// <summary>The fault that makes one change to the body.</summary>
    /// <param name="edit">Makes the change; false when the place does not suit.</param>
    public static FaultAct With(Func<BodyPlace, bool> edit) => FaultAct.SpoilSuccess((site, reply) => Spoil(site, reply, edit));

    private static MockReply? Spoil(FaultSite site, MockReply reply, Func<BodyPlace, bool> edit)
    {
        if ((JsonOf(site, reply.Status) ?? site.Subject.Json) is not { Schema.IsDefined: true } media
            || JsonTrees.Parse(reply.Body) is null) return null;
        var schema = site.Schemas.For(media.Schema, MessageDirection.Response);
        for (var i = 0; i < MaxPlaces; i++)
        {
            // Each try starts from the whole answer, because a change that the schema allows cannot be undone in place.
            var root = JsonTrees.Parse(reply.Body)!;
            if (Places(site.Subject.Spec, media.Schema, root).ElementAtOrDefault(i) is not { } place) return null;
            if (edit(place) && JsonTrees.Write(root) is var spoilt && !schema.IsValid(spoilt)) return reply with { Body = spoilt };
        }
        return null;
    }

    private static ApiMediaType? JsonOf(FaultSite site, int status) => JsonContent.Of(site.Operation.Description.FindResponse(status)?.Content);

    /// <summary>The members of a body, outer before inner.</summary>
    private static List<BodyPlace> Places(ApiSpec spec, RawNode schema, JsonNode root)
    {
        var found = new List<BodyPlace>();
        var open = new Queue<(JsonNode? Node, IReadOnlyList<RawNode> Schemas, int Depth)>([(root, FieldPlaces.Views(spec, schema), 0)]);
        while (open.TryDequeue(out var next) && found.Count < MaxPlaces)
        {
            if (next.Depth > MaxDepth) continue;
            foreach (var place in FieldPlaces.Within(spec, next.Schemas))
            {
                if (next.Node is JsonArray items && place.Name.Length == 0)
                    foreach (var item in items.Take(MaxItems)) open.Enqueue((item, place.Schemas, next.Depth + 1));
                if (next.Node is not JsonObject holder || place.Name.Length == 0) continue;
                found.Add(new BodyPlace(holder, place));
                open.Enqueue((holder[place.Name], place.Schemas, next.Depth + 1));
            }
        }
        return found;
    }
}
