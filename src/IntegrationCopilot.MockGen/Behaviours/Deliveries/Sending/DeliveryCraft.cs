using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>What goes over the wire for a delivery, right or wrong on purpose.</summary>
internal sealed class DeliveryCraft(DeliverySigner signer)
{
    private const string UserAgent = "IntegrationCopilot-Mock/1";

    /// <summary>The fields and body of an attempt. Signatures are made anew, so that their time is that of the attempt.</summary>
    public DeliveryMessage Make(DeliveryDraft draft)
    {
        var message = draft.Message;
        var headers = new List<KeyValuePair<string, string>> { new("User-Agent", UserAgent) };
        headers.AddRange(signer.Sign(draft));
        headers.AddRange(message.Headers.Where(h => !headers.Exists(own => own.Key.Equals(h.Key, StringComparison.OrdinalIgnoreCase))
            && !(draft.Defect == DeliveryDefect.Unsigned && DeliverySigner.IsSignature(h.Key, null))));
        var contentType = draft.Defect == DeliveryDefect.WrongContentType && message.ContentType is not null ? "text/plain" : message.ContentType;
        if (contentType is not null) headers.Add(new("Content-Type", contentType));
        return new DeliveryMessage(contentType, BodyOf(draft), headers);
    }

    private static ReadOnlyMemory<byte> BodyOf(DeliveryDraft draft) => draft.Defect switch
    {
        DeliveryDefect.TamperedBody => Tampered(draft.Message.Body),
        DeliveryDefect.Truncated => draft.Message.Body[..(draft.Message.Body.Length / 2)],
        _ => draft.Message.Body,
    };

    /// <summary>Another value in the same form: what a forger would send, not what a line breaks.</summary>
    private static ReadOnlyMemory<byte> Tampered(ReadOnlyMemory<byte> body)
    {
        if (JsonTrees.Parse(body) is { } root && Scalars(root) is [.., { } last]) return Changed(root, last);
        return (byte[])[.. body.Span, (byte)'0'];
    }

    private static byte[] Changed(JsonNode root, JsonValue value)
    {
        var other = value.GetValueKind() switch
        {
            JsonValueKind.Number => JsonValue.Create(value.TryGetValue<long>(out var number) && number < long.MaxValue ? number + 1 : 1),
            JsonValueKind.String => JsonValue.Create(value.GetValue<string>() + "0"),
            var kind => JsonValue.Create(kind == JsonValueKind.False),
        };
        if (ReferenceEquals(root, value)) return JsonTrees.Write(other);
        if (value.Parent is JsonObject members) members[value.GetPropertyName()] = other;
        else value.Parent!.AsArray()[value.GetElementIndex()] = other;
        return JsonTrees.Write(root);
    }

    /// <summary>Some of the values that are neither object nor array, numbers last: a forger changes the amount first.</summary>
    private static List<JsonValue> Scalars(JsonNode root)
    {
        const int MaxSeen = 1_000;
        var found = new List<JsonValue>();
        var open = new Stack<JsonNode?>([root]);
        for (var seen = 0; seen < MaxSeen && open.TryPop(out var node); seen++)
        {
            if (node is JsonObject members)
                foreach (var (_, member) in members) open.Push(member);
            else if (node is JsonArray items)
                foreach (var item in items) open.Push(item);
            else if (node is JsonValue value) found.Add(value);
        }
        return [.. found.OrderBy(v => v.GetValueKind() == JsonValueKind.Number)];
    }
}
