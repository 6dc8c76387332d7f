using System.Text.Json;

namespace IntegrationCopilot.MockGen;

/// <summary>An answer, complete but for what the connection adds.</summary>
internal sealed record MockAnswer
{
    public required int Status { get; init; }

    /// <summary>All header fields, <c>Content-Type</c> included.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether a status never has a body (RFC 9110, sections 6.4.1 and 15.3.6).</summary>
    public static bool IsBodiless(int status) => status is < 200 or 204 or 205 or 304;

    /// <summary>With a field set, in place of any of that name.</summary>
    public MockAnswer With(string name, string value) =>
        this with { Headers = [.. Headers.Where(h => !h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)), new(name, value)] };

    /// <summary>An answer with a JSON body of the mock's own.</summary>
    public static MockAnswer Json(int status, string contentType, Action<Utf8JsonWriter> write)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Written))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        return new MockAnswer { Status = status, Headers = [new("Content-Type", contentType), new(MockHeaders.Body, "problem")], Body = buffer.WrittenMemory };
    }

    private static readonly JsonWriterOptions Written = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
