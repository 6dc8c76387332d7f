using System.IO.Compression;

namespace IntegrationCopilot.Validator;

/// <summary>Undoes content codings (RFC 9110, section 8.4) within a bound, so that a small body cannot become a huge one.</summary>
internal static class ContentCoding
{
    /// <summary>Decodes a body.</summary>
    /// <param name="body">The body as sent.</param>
    /// <param name="coding">The <c>Content-Encoding</c>; null when there is none.</param>
    /// <param name="maxBytes">Bytes the decoded body may have.</param>
    /// <param name="decoded">The decoded body; the body itself when nothing is coded.</param>
    /// <returns>What is wrong, in a few words; null when nothing is.</returns>
    public static string? Decode(ReadOnlyMemory<byte> body, string? coding, int maxBytes, out ReadOnlyMemory<byte> decoded)
    {
        decoded = body;
        if (string.IsNullOrWhiteSpace(coding) || coding.Trim().Equals("identity", StringComparison.OrdinalIgnoreCase)) return null;
        using var source = new MemoryStream(body.ToArray(), writable: false);
        using var stream = Open(coding.Trim().ToLowerInvariant(), source);
        if (stream is null) return $"its content coding '{coding}' is not known";
        try
        {
            return ReadBounded(stream, maxBytes, out decoded);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            return $"it is not valid {coding.Trim().ToLowerInvariant()} data";
        }
    }

    private static Stream? Open(string coding, Stream source) => coding switch
    {
        "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),
        "deflate" => new ZLibStream(source, CompressionMode.Decompress),
        "br" when !OperatingSystem.IsBrowser() => new BrotliStream(source, CompressionMode.Decompress),
        _ => null,
    };

    private static string? ReadBounded(Stream stream, int maxBytes, out ReadOnlyMemory<byte> decoded)
    {
        using var target = new MemoryStream();
        var chunk = new byte[16 * 1024];
        decoded = default;
        while (stream.Read(chunk) is > 0 and var count)
        {
            if (target.Length + count > maxBytes) return $"it is larger than {maxBytes} bytes when decoded";
            target.Write(chunk, 0, count);
        }
        decoded = target.ToArray();
        return null;
    }
}
