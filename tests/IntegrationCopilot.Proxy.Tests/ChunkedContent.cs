using System.Net;
using System.Net.Http.Headers;

namespace IntegrationCopilot.Proxy.Tests;

/// <summary>Bytes that are sent in pieces.</summary>
internal sealed class ChunkedContent : HttpContent
{
    private readonly byte[] bytes;
    private readonly SeededBytes random;
    private readonly bool isChunked;

    public ChunkedContent(byte[] bytes, SeededBytes random, bool isChunked)
    {
        (this.bytes, this.random, this.isChunked) = (bytes, random, isChunked);
        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (var offset = 0; offset < bytes.Length;)
        {
            var count = Math.Min(bytes.Length - offset, 1 + random.Number(30_000));
            await stream.WriteAsync(bytes.AsMemory(offset, count));
            await stream.FlushAsync();
            offset += count;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = bytes.Length;
        return !isChunked;
    }
}

/// <summary>Bytes that are the same in every run (xorshift).</summary>
internal sealed class SeededBytes(ulong seed)
{
    private ulong state = seed;

    public int Number(int below) => (int)(Step() % (ulong)below);

    public byte[] Next(int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++) bytes[i] = (byte)(Step() >> 11);
        return bytes;
    }

    private ulong Step()
    {
        state ^= state << 13;
        state ^= state >> 7;
        return state ^= state << 17;
    }
}
