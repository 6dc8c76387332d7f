using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace IntegrationCopilot.Validator;

/// <summary>Writes JSON tokens in the spelling of RFC 8785; the caller writes properties in canonical order.</summary>
internal ref struct CanonicalJsonWriter(IBufferWriter<byte> output)
{
    private const int ChunkBytes = 2048;
    private const int LongestEscape = 6;
    private static readonly SearchValues<byte> MustEscape = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (byte)c), (byte)'"', (byte)'\\']);

    private bool needsComma;

    public void StartObject() => Open((byte)'{');

    public void EndObject() => Close((byte)'}');

    public void StartArray() => Open((byte)'[');

    public void EndArray() => Close((byte)']');

    /// <summary>Writes a property name that needs no escaping.</summary>
    public void Name(ReadOnlySpan<byte> name)
    {
        Separate();
        var span = output.GetSpan(name.Length + 3);
        span[0] = (byte)'"';
        name.CopyTo(span[1..]);
        span[name.Length + 1] = (byte)'"';
        span[name.Length + 2] = (byte)':';
        output.Advance(name.Length + 3);
        needsComma = false;
    }

    public void Property(ReadOnlySpan<byte> name, string? value)
    {
        if (value is null) return;
        Name(name);
        String(value);
    }

    public void Property(ReadOnlySpan<byte> name, long value)
    {
        Name(name);
        Number(value);
    }

    /// <summary>Writes text; a lone surrogate, which UTF-8 cannot carry, becomes U+FFFD.</summary>
    public void String(string value)
    {
        var rented = value.Length > ChunkBytes ? ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length)) : null;
        var buffer = rented ?? stackalloc byte[Encoding.UTF8.GetMaxByteCount(Math.Min(value.Length, ChunkBytes))];
        Utf8.FromUtf16(value, buffer, out _, out var length, replaceInvalidSequences: true);
        String(buffer[..length]);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>Writes a string from valid UTF-8.</summary>
    public void String(scoped ReadOnlySpan<byte> utf8)
    {
        Separate();
        Raw((byte)'"');
        while (utf8.Length > 0)
        {
            var chunk = utf8[..Math.Min(utf8.Length, ChunkBytes)];
            var span = output.GetSpan(chunk.Length * LongestEscape);
            output.Advance(Escape(chunk, span));
            utf8 = utf8[chunk.Length..];
        }

        Raw((byte)'"');
        needsComma = true;
    }

    public void Number(long value)
    {
        Separate();
        Utf8Formatter.TryFormat(value, output.GetSpan(20), out var written);
        output.Advance(written);
        needsComma = true;
    }

    /// <summary>Writes a finite number.</summary>
    public void Number(double value)
    {
        Separate();
        if (!EcmaScriptNumber.TryFormat(value, output.GetSpan(EcmaScriptNumber.MaxLength), out var written))
            throw new ArgumentOutOfRangeException(nameof(value), "JSON has no infinity and no NaN.");
        output.Advance(written);
        needsComma = true;
    }

    /// <summary>Writes a token that is canonical already: a literal, or a string with its quotes.</summary>
    public void Token(scoped ReadOnlySpan<byte> canonical)
    {
        Separate();
        output.Write(canonical);
        needsComma = true;
    }

    /// <summary>Marks that a property name has just been written as a string, so a colon and a value follow.</summary>
    public void NameSeparator()
    {
        Raw((byte)':');
        needsComma = false;
    }

    private static int Escape(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        var written = 0;
        while (true)
        {
            var plain = source.IndexOfAny(MustEscape);
            if (plain < 0) break;
            source[..plain].CopyTo(destination[written..]);
            written += plain;
            written += EscapeOne(source[plain], destination[written..]);
            source = source[(plain + 1)..];
        }

        source.CopyTo(destination[written..]);
        return written + source.Length;
    }

    private static int EscapeOne(byte value, Span<byte> destination)
    {
        destination[0] = (byte)'\\';
        destination[1] = value switch
        {
            (byte)'\b' => (byte)'b',
            (byte)'\t' => (byte)'t',
            (byte)'\n' => (byte)'n',
            (byte)'\f' => (byte)'f',
            (byte)'\r' => (byte)'r',
            < 0x20 => (byte)'u',
            _ => value,
        };
        if (destination[1] != 'u') return 2;
        destination[2] = (byte)'0';
        destination[3] = (byte)'0';
        Utf8Formatter.TryFormat(value, destination[4..], out _, new StandardFormat('x', 2));
        return LongestEscape;
    }

    private void Open(byte bracket)
    {
        Separate();
        Raw(bracket);
        needsComma = false;
    }

    private void Close(byte bracket)
    {
        Raw(bracket);
        needsComma = true;
    }

    private readonly void Separate()
    {
        if (needsComma) Raw((byte)',');
    }

    private readonly void Raw(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }
}
