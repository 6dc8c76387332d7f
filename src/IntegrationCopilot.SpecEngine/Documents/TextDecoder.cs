using System.Text;
using System.Text.Unicode;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Brings the bytes of a document to UTF-8 without a byte order mark.</summary>
internal static class TextDecoder
{
    private static readonly (byte[] Start, string What)[] BinaryKinds =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ([(byte)'G', (byte)'I', (byte)'F', (byte)'8'], "a GIF image"),
        ([(byte)'P', (byte)'K', 3, 4], "a ZIP archive or Office document"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-'], "a PDF document"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ([(byte)'M', (byte)'Z', 0x90], "a program"),
    ];

    /// <summary>The text as UTF-8; null, with the problem, when it cannot be decoded.</summary>
    public static ReadOnlyMemory<byte>? Decode(ReadOnlyMemory<byte> content, string name, out SpecProblem? problem)
    {
        problem = null;
        var start = new SourceLocation(name, "", 1, 1);
        var bytes = content.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            problem = SpecRules.Utf32.At(start);
        else if (BinaryKind(bytes) is { } kind) problem = SpecRules.NotText.At(start, kind);
        else if (Utf16Order(bytes) is { } bigEndian) return FromUtf16(bytes, bigEndian, start, out problem);
        else if (!Utf8.IsValid(bytes)) problem = InvalidUtf8(content, name);
        if (problem is not null) return null;
        return bytes.StartsWith("\uFEFF"u8) ? content[3..] : content;
    }

    private static string? BinaryKind(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, what) in BinaryKinds)
            if (bytes.StartsWith(start)) return what;
        return null;
    }

    /// <summary>
    /// Whether the text is UTF-16, and big-endian: by its byte order mark, or because its first two characters are ASCII (as in RFC 4627, section 3).
    /// </summary>
    private static bool? Utf16Order(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return true;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return false;
        if (bytes.Length < 4) return null;
        return (bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0) switch
        {
            (true, false, true, false) => true,
            (false, true, false, true) => false,
            _ => null,
        };
    }

    private static ReadOnlyMemory<byte>? FromUtf16(ReadOnlySpan<byte> bytes, bool bigEndian, SourceLocation start, out SpecProblem? problem)
    {
        problem = null;
        try
        {
            var text = new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes);
            return Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            problem = SpecRules.BadUtf16.At(start);
            return null;
        }
    }

    /// <summary>Invalid bytes among zero bytes are a binary file; others are an older character set.</summary>
    private static SpecProblem InvalidUtf8(ReadOnlyMemory<byte> content, string name)
    {
        var bytes = content.Span;
        if (bytes.Contains((byte)0)) return SpecRules.NotText.At(new SourceLocation(name, "", 1, 1), "a binary file");
        var valid = ValidPrefix(bytes);
        var (line, column) = TextPositions.OfUtf8(content[..valid]).At(valid);
        return SpecRules.NotUtf8.At(new SourceLocation(name, "", line, column), valid, bytes[valid]);
    }

    private static int ValidPrefix(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return at;
    }
}
