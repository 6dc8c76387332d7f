using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationCopilot.MockGen;

/// <summary>Writes answers so that a store can keep them, and reads them again.</summary>
internal static class KeptReplies
{
    public static byte[] Write(MockReply reply) =>
        JsonSerializer.SerializeToUtf8Bytes(new KeptReply(reply.Status, [.. reply.Headers.Select(h => new[] { h.Key, h.Value })], reply.Body.ToArray()),
            KeptJson.Default.KeptReply);

    public static MockReply? Read(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize(json.Span, KeptJson.Default.KeptReply) is { } kept
            ? new MockReply { Status = kept.Status, Headers = [.. kept.Headers.Select(h => new KeyValuePair<string, string>(h[0], h[1]))], Body = kept.Body }
            : null;
}

/// <summary>What is kept of an answer.</summary>
internal sealed record KeptReply(int Status, string[][] Headers, byte[] Body);

/// <summary>Kept answers as JSON, by code that is generated when this package is compiled.</summary>
[JsonSerializable(typeof(KeptReply))]
internal sealed partial class KeptJson : JsonSerializerContext;
