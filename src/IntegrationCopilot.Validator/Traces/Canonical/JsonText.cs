using System.Buffers;
using System.Globalization;
using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>The escapes of JSON strings (RFC 8259, section 7) on UTF-8.</summary>
internal static class JsonText
{
    /// <summary>Replaces the escapes of a well-formed JSON string; false when an escape is half a surrogate pair.</summary>
    /// <param name="escaped">The text between the quotes.</param>
    /// <param name="destination">At least as long as <paramref name="escaped"/>.</param>
    /// <param name="written">How many bytes the text has without escapes.</param>
    public static bool TryUnescape(ReadOnlySpan<byte> escaped, Span<byte> destination, out int written)
    {
        written = 0;
        while (true)
        {
            var plain = escaped.IndexOf((byte)'\\');
            if (plain < 0) break;
            escaped[..plain].CopyTo(destination[written..]);
            written += plain;
            escaped = escaped[plain..];
            if (!TryUnescapeOne(ref escaped, destination, ref written)) return false;
        }

        escaped.CopyTo(destination[written..]);
        written += escaped.Length;
        return true;
    }

    private static bool TryUnescapeOne(ref ReadOnlySpan<byte> escaped, Span<byte> destination, ref int written)
    {
        var kind = escaped[1];
        if (kind != 'u')
        {
            destination[written++] = kind switch
            {
                (byte)'b' => (byte)'\b',
                (byte)'t' => (byte)'\t',
                (byte)'n' => (byte)'\n',
                (byte)'f' => (byte)'\f',
                (byte)'r' => (byte)'\r',
                _ => kind,
            };
            escaped = escaped[2..];
            return true;
        }

        Span<char> units = [CodeUnit(escaped), '\0'];
        escaped = escaped[6..];
        if (char.IsHighSurrogate(units[0]) && escaped is [(byte)'\\', (byte)'u', ..])
        {
            units[1] = CodeUnit(escaped);
            escaped = escaped[6..];
        }

        if (Rune.DecodeFromUtf16(units, out var rune, out _) != OperationStatus.Done) return false;
        written += rune.EncodeToUtf8(destination[written..]);
        return true;
    }

    private static char CodeUnit(ReadOnlySpan<byte> escape) =>
        (char)ushort.Parse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
