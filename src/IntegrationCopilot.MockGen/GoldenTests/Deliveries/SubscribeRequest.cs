using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>The request that registers an address for an event.</summary>
/// <param name="Plan">The request.</param>
/// <param name="NeedsHttps">Whether it takes addresses of https only.</param>
/// <param name="Secret">The secret it asks to sign with unless another is given; null when it does not say.</param>
/// <param name="SecretPointer">Where its answer tells the secret; null when it does not.</param>
internal sealed record SubscribeRequest(RequestPlan Plan, bool NeedsHttps, string? Secret, string? SecretPointer)
{
    private static readonly string[] On = ["enabled", "active", "ENABLED", "ACTIVE"];

    /// <summary>Makes it; null when the operation takes no address that could be listened at, or no such event.</summary>
    public static SubscribeRequest? Make(TestMaterial material, ApiOperation operation, DeliveryEvent told)
    {
        var fact = operation.Facts.OfType<SubscriptionFact>().First();
        if (material.RequestFor(operation).Plan is not { } plan || TwinBody.Of(material, plan) is not { } body) return null;
        if (AddressPlace.Put(body, fact.Address.Pointer) is not { } needsHttps) return null;
        List<IReadOnlyList<string>> holders = [[.. fact.Address.Pointer.Tokens.SkipLast(1)]];
        if (holders[0].Count > 0) holders.Add([]);
        if (!holders.TrueForAll(way => AsksFor(body, way, told) && IsOn(body, way))) return null;
        var secret = holders.Select(way => SecretIn(body, way)).FirstOrDefault(found => found is not null);
        return new(body.Plan, needsHttps, secret, secret is null ? AnswerSecret(material, operation) : null);
    }

    /// <summary>Whether the event is among those that are asked for, or can be brought there.</summary>
    private static bool AsksFor(TwinBody body, IReadOnlyList<string> holder, DeliveryEvent told)
    {
        foreach (var (name, value) in Members(body, holder, SubscriptionFields.Events))
        {
            if (value is not (JsonArray or JsonValue) || Texts(value).Any(told.IsMeantBy)) continue;
            IReadOnlyList<string> way = [.. holder, name];
            if (!told.Names.Append("*").Any(word => body.TrySet(way, Naming(value, word))) && !body.TryRemove(way)) return false;
        }

        return true;
    }

    private static bool IsOn(TwinBody body, IReadOnlyList<string> holder)
    {
        foreach (var (name, value) in Members(body, holder, SubscriptionFields.Switches))
        {
            IReadOnlyList<string> way = [.. holder, name];
            var isOff = value is JsonValue scalar && (scalar.GetValueKind() == JsonValueKind.False
                || (scalar.TryGetValue<string>(out var text) && SubscriptionFields.IsOff(text)));
            if (isOff && !body.TrySet(way, JsonValue.Create(true)) && !Array.Exists(On, word => body.TrySet(way, JsonValue.Create(word)))
                && !body.TryRemove(way)) return false;
        }

        return true;
    }

    /// <summary>Has the secret given by who runs the test; what is agreed unless one is given.</summary>
    private static string? SecretIn(TwinBody body, IReadOnlyList<string> holder)
    {
        var sent = JsonValue.Create($"{{{{ {StepDelivery.SecretVariable} }}}}");
        foreach (var (name, value) in Members(body, holder, SubscriptionFields.Secrets))
        {
            if (value is not JsonValue text || !text.TryGetValue<string>(out var sample)) continue;
            IReadOnlyList<string> way = [.. holder, name];
            foreach (var secret in (string[])[DeliveryOptions.DefaultSecret, sample])
                if (body.TrySet(way, JsonValue.Create(secret), sent)) return secret;
        }

        return null;
    }

    private static string? AnswerSecret(TestMaterial material, ApiOperation operation)
    {
        if (TestMaterial.JsonAnswer(operation) is not { } media) return null;
        var envelope = material.Spec.Resources.Of(operation).Resource?.AnswerOf(operation)?.Envelope;
        _ = NodePointer.TryParse(envelope ?? "", out var place);
        var fields = material.Structure.FieldsOf(media.Schema);
        foreach (var name in place.Tokens)
            fields = fields.TryGetValue(name, out var inner) ? material.Structure.FieldsOf(inner) : new Dictionary<string, RawNode>();
        return fields.Keys.FirstOrDefault(SubscriptionFields.Secrets.Contains) is { } secret ? NodePointer.Of([.. place.Tokens, secret]).ToString() : null;
    }

    private static List<KeyValuePair<string, JsonNode?>> Members(TwinBody body, IReadOnlyList<string> holder, IReadOnlySet<string> names) =>
        body.Holder(holder) is { } members ? [.. members.Where(member => names.Contains(member.Key))] : [];

    private static IEnumerable<string> Texts(JsonNode value) =>
        value is JsonArray items ? items.Select(Text).OfType<string>() : Text(value) is { } text ? [text] : [];

    private static string? Text(JsonNode? node) => node switch
    {
        JsonObject members => members.Select(member => member.Value.ScalarText()).FirstOrDefault(),
        _ => node.ScalarText(),
    };

    /// <summary>A value of the same form that names another event.</summary>
    private static JsonNode Naming(JsonNode value, string word)
    {
        if (value is not JsonArray items) return JsonValue.Create(word);
        if (items is not [JsonObject first, ..] || first.FirstOrDefault().Key is not { } member) return new JsonArray(JsonValue.Create(word));
        var named = first.DeepClone().AsObject();
        named[member] = word;
        return new JsonArray(named);
    }
}
