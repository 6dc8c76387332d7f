using System.Text.Json;

namespace IntegrationCopilot.MockGen;

/// <summary>An answer of a mock, complete but for what the connection adds.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record MockReply
{
    private static readonly JsonWriterOptions Written = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Status code, 200 to 599.</summary>
    public required int Status { get; init; }

    /// <summary>All header fields, <c>Content-Type</c> included and <c>Content-Length</c> not.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body. It is not sent to HEAD, nor with a status that has none (RFC 9110, sections 6.4.1 and 15.3.6).</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>
    /// Bytes of <see cref="Body"/> after which the connection breaks; null (the default) to send it whole, 0 to break before anything is sent.
    /// </summary>
    public int? BreakAfterBytes { get; init; }

    /// <summary>An answer with a JSON body.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="json">UTF-8 JSON text.</param>
    /// <param name="contentType">Its media type.</param>
    public static MockReply Json(int status, ReadOnlyMemory<byte> json, string contentType = "application/json")
    {
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        return new MockReply { Status = status, Headers = [new("Content-Type", contentType)], Body = json };
    }

    /// <summary>The combined value of a header field (RFC 9110, section 5.3); null when there is none.</summary>
    /// <param name="name">Its name; case does not matter.</param>
    public string? Field(string name) => Headers.Combined(name);

    /// <summary>With a field set, in place of any of that name.</summary>
    /// <param name="name">Its name; case does not matter.</param>
    /// <param name="value">Its value, without line breaks.</param>
    public MockReply With(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        var fields = new List<KeyValuePair<string, string>>(Headers.Count + 1);
        for (var i = 0; i < Headers.Count; i++)
            if (!Headers[i].Key.Equals(name, StringComparison.OrdinalIgnoreCase)) fields.Add(Headers[i]);
        fields.Add(new(name, value));
        return this with { Headers = fields };
    }

    /// <summary>Without any field of that name.</summary>
    /// <param name="name">Its name; case does not matter.</param>
    public MockReply Without(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return this with { Headers = [.. Headers.Where(h => !h.Key.Equals(name, StringComparison.OrdinalIgnoreCase))] };
    }

    /// <summary>Whether the body is sent in answer to a method.</summary>
    internal bool IsBodySent(string method) => !IsBodiless(Status) && method != "HEAD";

    /// <summary>Whether a status never has a body.</summary>
    internal static bool IsBodiless(int status) => status is < 200 or 204 or 205 or 304;

    /// <summary>An answer with a JSON object of the mock's own.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="write">Writes the members.</param>
    /// <param name="source">The value of <see cref="MockHeaders.Body"/>.</param>
    internal static MockReply Own(int status, string contentType, Action<Utf8JsonWriter> write, string source = "mock")
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Written))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }
        return new MockReply { Status = status, Headers = [new("Content-Type", contentType), new(MockHeaders.Body, source)], Body = buffer.WrittenMemory };
    }
}
