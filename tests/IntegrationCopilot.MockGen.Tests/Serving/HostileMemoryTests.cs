using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Requests that are meant to fill the memory are refused before they do.</summary>
[Collection(nameof(Memory))]
public sealed class HostileMemoryTests
{
    private const int Mebibyte = 1024 * 1024;

    private const string Head = "POST /things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    private const string Api = """
        openapi: 3.1.0
        info: { title: Hostile, version: "1" }
        paths:
          /alive: { get: { responses: { "200": { description: ok, content: { application/json: { example: 1 } } } } } }
          /things: { post: { requestBody: { required: true, content: { application/json: { schema: { type: object } } } }, responses: { "204": { description: ok } } } }
        """;

    [Theory]
    [InlineData("Content-Length: 104857600\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n")]
    public async Task Send_HundredMegabytes_Is413BeforeTheyAreKept(string framing)
    {
        await using var mock = await MockSession.StartAsync(Api);
        using var client = await PlainSocket.ConnectAsync(mock.Server.BaseUrl);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(Head + framing));
        var reading = FirstLineAsync(client);
        var piece = Encoding.Latin1.GetBytes(framing.StartsWith('T') ? $"100000\r\n{new string(' ', 0x100000)}\r\n" : new string(' ', 0x100000));
        for (var i = 0; i < 100 && !reading.IsCompleted; i++)
        {
            try
            {
                await client.GetStream().WriteAsync(piece);
            }
            catch (IOException)
            {
                // The mock has answered and hung up, as it may.
                break;
            }
        }
        (await reading.WaitAsync(TimeSpan.FromSeconds(60))).Should().Contain(" 413 ");
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(40 * Mebibyte);
        (await mock.SendAsync("GET", "alive", null)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("gzip, gzip")]
    public async Task Send_BombInAContentCoding_Is413InBoundedMemory(string coding)
    {
        await using var mock = await MockSession.StartAsync(Api);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var content = new ByteArrayContent(Packed(coding, 200 * Mebibyte));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        using var answer = await mock.Client.PostAsync("things", content);
        ((int)answer.StatusCode).Should().BeOneOf(413, 400);
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(60 * Mebibyte);
        (await mock.SendAsync("GET", "alive", null)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    /// <summary>Clients that say a lot will come and send nothing take no room.</summary>
    [Fact]
    public async Task Send_LengthsThatAreOnlySaid_TakeNoRoom()
    {
        await using var mock = await MockSession.StartAsync(Api);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clients = new List<TcpClient>();
        for (var i = 0; i < 100; i++)
        {
            var client = await PlainSocket.ConnectAsync(mock.Server.BaseUrl);
            clients.Add(client);
            await client.GetStream()
                .WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
                $"POST /things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {10 * Mebibyte}\r\n\r\n{{")));
        }
        (await mock.SendAsync("GET", "alive", null)).StatusCode.Should().Be(HttpStatusCode.OK);
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(100 * Mebibyte);
        clients.ForEach(c => c.Dispose());
    }

    private static byte[] Packed(string codings, int length)
    {
        using var packed = new MemoryStream();
        using (var packing = Packing(codings.Split(',')[0], packed))
        {
            var piece = new byte[Mebibyte];
            Array.Fill(piece, (byte)' ');
            for (var written = 0; written < length; written += piece.Length) packing.Write(piece);
        }
        if (!codings.Contains(',')) return packed.ToArray();
        using var twice = new MemoryStream();
        using (var packing = Packing("gzip", twice)) packing.Write(packed.ToArray());
        return twice.ToArray();
    }

    private static Stream Packing(string coding, Stream to) => coding switch
    {
        "gzip" => new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true),
        "br" => new BrotliStream(to, CompressionLevel.Fastest, leaveOpen: true),
        _ => new ZLibStream(to, CompressionLevel.Optimal, leaveOpen: true),
    };

    private static async Task<string> FirstLineAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1, leaveOpen: true);
        return await reader.ReadLineAsync() ?? "closed";
    }
}
