using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace IntegrationCopilot.Validator;

/// <summary>A message body as a trace keeps it: redacted, and cut when it is long.</summary>
/// <remarks>
/// <para>Text when the whole body is valid UTF-8, base64 in files otherwise. A cut body keeps its beginning, the length of the whole and the SHA-256 of the
/// whole; text is cut between characters.</para>
/// <para>Length and hash are those of the redacted body, so a hash cannot be used to guess a redacted value.</para>
/// <para>Equality compares contents.</para>
/// </remarks>
/// <threadsafety>Immutable as long as the memory it was made from is not changed.</threadsafety>
public sealed record TraceBody
{
    /// <summary>How many bytes a trace keeps of a body unless told otherwise: 262,144 (256 KiB).</summary>
    public const int DefaultMaxBytes = 256 * 1024;

    private TraceBody(ReadOnlyMemory<byte> content, bool isText, long length, string? sha256)
    {
        Content = content;
        IsText = isText;
        Length = length;
        Sha256 = sha256;
    }

    /// <summary>No body.</summary>
    public static TraceBody Empty { get; } = new(ReadOnlyMemory<byte>.Empty, isText: true, 0, null);

    /// <summary>The bytes that are kept: all of the body, or its beginning.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Whether the whole body is valid UTF-8.</summary>
    public bool IsText { get; }

    /// <summary>Length of the whole body, in bytes.</summary>
    public long Length { get; }

    /// <summary>SHA-256 of the whole body, 64 lower-case hexadecimal digits; null unless the body was cut.</summary>
    public string? Sha256 { get; }

    /// <summary>Whether only the beginning of the body is kept.</summary>
    public bool IsTruncated => Content.Length < Length;

    /// <summary>The kept content as text: decoded UTF-8, or base64 when the body is not text.</summary>
    public string Text => IsText ? Encoding.UTF8.GetString(Content.Span) : Convert.ToBase64String(Content.Span);

    /// <summary>Keeps a body that has been redacted already.</summary>
    /// <param name="body">The whole body.</param>
    /// <param name="maxBytes">How many bytes to keep at most, 0 or more; default <see cref="DefaultMaxBytes"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxBytes"/> is negative.</exception>
    public static TraceBody Capture(ReadOnlyMemory<byte> body, int maxBytes = DefaultMaxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        if (body.IsEmpty) return Empty;
        var isText = Utf8.IsValid(body.Span);
        if (body.Length <= maxBytes) return new(body, isText, body.Length, null);
        var kept = isText ? CharacterBoundary(body.Span, maxBytes) : maxBytes;
        return new(body[..kept], isText, body.Length, Convert.ToHexStringLower(SHA256.HashData(body.Span)));
    }

    /// <inheritdoc/>
    public bool Equals(TraceBody? other) =>
        other is not null && IsText == other.IsText && Length == other.Length && string.Equals(Sha256, other.Sha256, StringComparison.Ordinal)
            && Content.Span.SequenceEqual(other.Content.Span);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Length);
        hash.AddBytes(Content.Span);
        return hash.ToHashCode();
    }

    /// <summary>A body read back from a file; null when its parts contradict each other.</summary>
    internal static TraceBody? Restore(ReadOnlyMemory<byte> content, bool isText, long length, string? sha256)
    {
        var isWhole = content.Length == length && sha256 is null;
        var isCut = content.Length < length && sha256 is { Length: 64 };
        return isWhole || isCut ? new(content, isText, length, sha256) : null;
    }

    private static int CharacterBoundary(ReadOnlySpan<byte> utf8, int end)
    {
        while (end > 0 && (utf8[end] & 0xC0) == 0x80) end--;
        return end;
    }
}
