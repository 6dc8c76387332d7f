using System.Text.Json;

namespace IntegrationCopilot.MockGen;

/// <summary>Writes answers so that a store can keep them, and reads them again.</summary>
internal static class KeptReplies
{
    public static byte[] Write(MockReply reply) =>
        JsonSerializer.SerializeToUtf8Bytes(new Kept(reply.Status, [.. reply.Headers.Select(h => new[] { h.Key, h.Value })], reply.Body.ToArray()));

    public static MockReply? Read(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize<Kept>(json.Span) is { } kept
            ? new MockReply { Status = kept.Status, Headers = [.. kept.Headers.Select(h => new KeyValuePair<string, string>(h[0], h[1]))], Body = kept.Body }
            : null;

    private sealed record Kept(int Status, string[][] Headers, byte[] Body);
}
