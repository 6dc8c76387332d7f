using System.Text;
using System.Text.Json;

namespace IntegrationCopilot.Validator.Tests.Traffic;

/// <summary>HTTP archives for tests, as recorders write them.</summary>
internal static class Har
{
    public const string Thing = """{"id":1,"name":"a"}""";

    public static string Of(string creator, params string[] entries) =>
        $$"""{"log":{"version":"1.2","creator":{"name":"{{creator}}","version":"1"},"pages":[],"entries":[{{string.Join(",\n", entries)}}]} }""";

    public static string Entry(string url, string request = "", string response = "", string method = "GET", int status = 200) =>
        $$"""
        {"startedDateTime":"2026-01-02T03:04:05.678Z","time":12,"request":{"method":"{{method}}","url":"{{url}}","httpVersion":"http/2.0"{{request}} },
         "response":{"status":{{status}},"statusText":"","httpVersion":"http/2.0"{{response}} },"cache":{},"timings":{} }
        """;

    /// <summary>Headers and a body of JSON, of a response.</summary>
    public static string Json(string text, string more = "") =>
        $$""","headers":[{"name":"content-type","value":"application/json"}{{more}}],"content":{"size":{{Encoding.UTF8.GetByteCount(text)}},"mimeType":"application/json","text":{{Quoted(text)}} }""";

    public static string Quoted(string text) => JsonSerializer.Serialize(text);

    public static async Task<List<TrafficEntry>> ReadAsync(string har, int chunk = 0)
    {
        await using var stream = new DrippingStream(Encoding.UTF8.GetBytes(har), chunk);
        return await TrafficReader.ReadAsync(stream, "a.har", TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<TrafficExchange> OneAsync(string har)
    {
        var entry = (await ReadAsync(har)).Should().ContainSingle().Subject;
        entry.Problem.Should().BeNull();
        return entry.Exchange!;
    }

    /// <summary>A stream that gives a few bytes at a time.</summary>
    internal sealed class DrippingStream(byte[] content, int chunk) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer) => base.Read(chunk > 0 && buffer.Length > chunk ? buffer[..chunk] : buffer);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(chunk > 0 && buffer.Length > chunk ? buffer[..chunk] : buffer, cancellationToken);
    }
}
