using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes what is delivered: a sample of what the webhook describes, filled with what caused it as far as the schema allows.</summary>
internal sealed class DeliveryPayloads(ApiSpec spec, SchemaSet schemas, SampleGenerator samples)
{
    public DeliveryMessage Make(ApiOperation webhook, PayloadFacts facts)
    {
        var headers = HeadersOf(webhook, facts);
        if (webhook.RequestBody?.Content is not { Count: > 0 } content) return new DeliveryMessage(null, ReadOnlyMemory<byte>.Empty, headers);
        var media = content.FirstOrDefault(c => c.IsJson) ?? content[0];
        var sample = samples.ForBody(media, MessageDirection.Request);
        var json = sample.Found ? Filled(media.Schema, sample.Json, facts) : "{}"u8.ToArray();
        if (media.IsJson) return new DeliveryMessage(media.Name, json, headers);
        using var value = JsonDocument.Parse(json);
        var body = BodyWriters.Write(new BodyContent(spec, media, value.RootElement, IsInvented: !sample.Found || sample.Origin == SampleOrigin.Generated));
        return new DeliveryMessage(body.ContentType, body.Bytes, headers);
    }

    /// <summary>A body as it was given.</summary>
    public DeliveryMessage Given(ApiOperation webhook, ReadOnlyMemory<byte> body, PayloadFacts facts) =>
        new(webhook.RequestBody?.Content is [var media, ..] ? media.Name : "application/json", body, HeadersOf(webhook, facts));

    /// <summary>The sample with every change that leaves it conforming.</summary>
    private ReadOnlyMemory<byte> Filled(RawNode schema, ReadOnlyMemory<byte> sample, PayloadFacts facts)
    {
        if (JsonTrees.Parse(sample) is not JsonObject root) return sample;
        var compiled = schema.IsDefined ? schemas.For(schema, MessageDirection.Request) : null;
        foreach (var change in PayloadFill.Changes(root, facts).ToList()) Apply(root, change, compiled);
        return JsonTrees.Write(root);
    }

    private static void Apply(JsonObject root, PayloadFill.Change change, CompiledSchema? schema)
    {
        var before = change.Holder[change.Name]?.DeepClone();
        foreach (var value in change.Values)
        {
            change.Holder[change.Name] = value?.DeepClone();
            if (schema is null || schema.IsValid(JsonTrees.Write(root))) return;
        }
        change.Holder[change.Name] = before;
    }

    /// <summary>
    /// Described header fields that no signature fills: identifiers are those of the delivery, event names those of the event, the rest are samples.
    /// </summary>
    private List<KeyValuePair<string, string>> HeadersOf(ApiOperation webhook, PayloadFacts facts)
    {
        var signature = webhook.Facts.OfType<DeliverySignatureFact>().FirstOrDefault();
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var parameter in webhook.Parameters)
        {
            if (parameter.Place != ParameterPlace.Header || DeliverySigner.IsSignature(parameter.Name, signature)
                || parameter.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) continue;
            if (HeaderValue(parameter, signature, facts) is { Length: > 0 } value
                && !value.AsSpan().ContainsAnyInRange('\0', '\x1F')) fields.Add(new(parameter.Name, value));
        }
        return fields;
    }

    /// <summary>An identifier of a delivery in a form that the header field which tells it takes.</summary>
    public string IdFor(ApiOperation webhook, string id)
    {
        var signature = webhook.Facts.OfType<DeliverySignatureFact>().FirstOrDefault();
        return webhook.Parameters.FirstOrDefault(parameter => parameter.Place == ParameterPlace.Header
            && parameter.Name.Equals(signature?.IdHeader, StringComparison.OrdinalIgnoreCase)) is { } field
            ? ((string[])[id, DeliveryIds.AsUuid(id)]).FirstOrDefault(form => Takes(field, form)) ?? id : id;
    }

    private bool Takes(ApiParameter parameter, string value) => !parameter.Schema.IsDefined
        || schemas.For(parameter.Schema, MessageDirection.Request).IsValid(AsJson.Bytes(value));

    private string? HeaderValue(ApiParameter parameter, DeliverySignatureFact? signature, PayloadFacts facts)
    {
        var isId = parameter.Name.Equals(signature?.IdHeader, StringComparison.OrdinalIgnoreCase);
        var isTime = parameter.Name.Equals(signature?.TimestampHeader, StringComparison.OrdinalIgnoreCase);
        var isType = EventWords.Of(parameter.Name).Exists(word => word is "event" or "topic");
        string?[] own =
        [
            isId ? facts.Id : null,
            isId ? DeliveryIds.AsUuid(facts.Id) : null,
            isTime ? facts.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : null,
            isTime ? facts.Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : null,
            isType ? facts.EventType : null,
        ];
        foreach (var value in own)
            if (value is not null && Takes(parameter, value)) return value;
        var sample = samples.ForParameter(parameter);
        return sample.Found ? ParameterSerializer.Serialize(parameter, sample.ToElement()) : null;
    }
}
