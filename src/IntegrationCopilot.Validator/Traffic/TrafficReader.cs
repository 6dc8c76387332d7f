using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace IntegrationCopilot.Validator;

/// <summary>Reads recorded traffic: HTTP archives (HAR 1.2), and trace files of <see cref="TraceWriter"/>, of any version; either may be compressed with
/// gzip.</summary>
/// <remarks>
/// <para>Files of any size are read as a stream: no more than the entry at hand is in memory. Signatures of traces are not looked at; see
/// <see cref="TraceVerifier"/>.</para>
/// <para>Archives are taken as browsers (Chrome, Firefox, Safari), Playwright, mitmproxy, Charles, Fiddler and Insomnia write them: pseudo-header fields of
/// HTTP/2 are no fields, bodies may be in base64, a body that was decoded has no coding any more, fields that cookies were taken from are put together again,
/// and a body of which only the size is written is not known.</para>
/// <para>Source: HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/).</para>
/// </remarks>
/// <threadsafety>Static and stateless.</threadsafety>
public static class TrafficReader
{
    private const int Sniffed = 512;

    /// <summary>Reads a file of either kind.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>As for <see cref="ReadAsync(Stream, string, CancellationToken)"/>.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async IAsyncEnumerable<TrafficEntry> ReadFileAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        await using var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, BufferSize = 0 });
        await foreach (var entry in ReadAsync(file, path, cancellationToken)) yield return entry;
    }

    /// <summary>Reads recorded traffic; which of both kinds it is, its first bytes tell.</summary>
    /// <param name="recording">The recording from its beginning; it stays open.</param>
    /// <param name="name">What the recording is called in places.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The exchanges in the order of the recording, and a problem for each entry that is none; a recording that breaks off ends with a
    /// problem.</returns>
    public static async IAsyncEnumerable<TrafficEntry> ReadAsync(
        Stream recording, string name, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(name);
        var pipe = PipeReader.Create(recording, new StreamPipeReaderOptions(leaveOpen: true));
        var start = await StartAsync(pipe, cancellationToken);
        await using var content = IsGzip(start) ? new GZipStream(pipe.AsStream(), CompressionMode.Decompress) : pipe.AsStream();
        if (IsGzip(start))
        {
            var inner = PipeReader.Create(content);
            var innerStart = await StartAsync(inner, cancellationToken);
            await foreach (var entry in ReadAsync(innerStart, inner.AsStream(), name, cancellationToken)) yield return entry;
            yield break;
        }

        await foreach (var entry in ReadAsync(start, content, name, cancellationToken)) yield return entry;
    }

    private static IAsyncEnumerable<TrafficEntry> ReadAsync(byte[] start, Stream content, string name, CancellationToken cancellationToken)
    {
        if (start.AsSpan().StartsWith("PK"u8)) return Nothing(name, "This is a ZIP archive. Unpack it and name the .har file in it.");
        return IsTraceFile(start) ? TraceTraffic.ReadAsync(content, name, cancellationToken) : HarTraffic.ReadAsync(content, name, cancellationToken);
    }

    private static async IAsyncEnumerable<TrafficEntry> Nothing(string name, string problem)
    {
        await Task.CompletedTask;
        yield return new TrafficEntry(new TrafficPlace(name, 1, 1), null, problem);
    }

    /// <summary>The first bytes, which stay in the pipe.</summary>
    private static async Task<byte[]> StartAsync(PipeReader pipe, CancellationToken cancellationToken)
    {
        var read = await pipe.ReadAtLeastAsync(Sniffed, cancellationToken);
        var start = read.Buffer.Slice(0, Math.Min(Sniffed, read.Buffer.Length)).ToArray();
        pipe.AdvanceTo(read.Buffer.Start);
        return start;
    }

    private static bool IsGzip(byte[] start) => start is [0x1F, 0x8B, ..];

    private static bool IsTraceFile(byte[] start)
    {
        var text = start.AsSpan();
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        return text.TrimStart(" \t\r\n"u8).StartsWith("{\"data\":"u8);
    }
}
