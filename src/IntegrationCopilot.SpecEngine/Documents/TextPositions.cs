using System.Text;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Turns an offset in a source text into line and column (both 1-based, columns in UTF-16 code units).</summary>
internal abstract class TextPositions
{
    public abstract (int Line, int Column) At(int position);

    /// <summary>Positions that are byte offsets into UTF-8 text.</summary>
    public static TextPositions OfUtf8(ReadOnlyMemory<byte> text) => new Utf8Positions(text);

    /// <summary>Positions that are indexes into UTF-16 text.</summary>
    public static TextPositions OfUtf16(string text) => new Utf16Positions(text);

    private static int LineOf(List<int> lineStarts, int position)
    {
        var found = lineStarts.BinarySearch(position);
        return found >= 0 ? found : ~found - 1;
    }

    /// <summary>A line ends with LF, CR LF or a lone CR, as in JSON editors and YAML alike.</summary>
    private static List<int> FindLineStarts<T>(ReadOnlySpan<T> text, T carriageReturn, T lineFeed)
        where T : unmanaged, IEquatable<T>
    {
        var starts = new List<int>(16 + (text.Length / 48)) { 0 };
        for (var at = 0; ;)
        {
            var next = text[at..].IndexOfAny(carriageReturn, lineFeed);
            if (next < 0) return starts;
            at += next + 1;
            if (text[at - 1].Equals(carriageReturn) && at < text.Length && text[at].Equals(lineFeed)) at++;
            starts.Add(at);
        }
    }

    private sealed class Utf16Positions(string text) : TextPositions
    {
        private readonly List<int> lineStarts = FindLineStarts(text.AsSpan(), '\r', '\n');

        public override (int Line, int Column) At(int position)
        {
            var line = LineOf(lineStarts, position);
            return (line + 1, position - lineStarts[line] + 1);
        }
    }

    private sealed class Utf8Positions(ReadOnlyMemory<byte> text) : TextPositions
    {
        private const int Stride = 1024;
        private readonly Lazy<List<int>> lineStarts = new(() => FindLineStarts(text.Span, (byte)'\r', (byte)'\n'));
        private readonly Lazy<int[]?> unitsAtStride = new(() => CountUnits(text.Span));

        public override (int Line, int Column) At(int position)
        {
            var line = LineOf(lineStarts.Value, position);
            return (line + 1, UnitsBefore(position) - UnitsBefore(lineStarts.Value[line]) + 1);
        }

        /// <summary>UTF-16 code units before the byte offset of a character; looks at no more than one stride of the text.</summary>
        private int UnitsBefore(int position)
        {
            if (unitsAtStride.Value is not { } counts) return position;
            var stride = position / Stride;
            return counts[stride] + Encoding.UTF8.GetCharCount(text.Span[CharacterAt(text.Span, stride * Stride)..position]);
        }

        /// <summary>The code units before the first character of each stride; null when the text is ASCII, where bytes are code units.</summary>
        private static int[]? CountUnits(ReadOnlySpan<byte> text)
        {
            if (Ascii.IsValid(text)) return null;
            var counts = new int[(text.Length / Stride) + 1];
            for (int i = 1, start = 0; i < counts.Length; i++)
            {
                var end = CharacterAt(text, i * Stride);
                counts[i] = counts[i - 1] + Encoding.UTF8.GetCharCount(text[start..end]);
                start = end;
            }
            return counts;
        }

        /// <summary>Where the character begins that the byte at an offset is part of.</summary>
        private static int CharacterAt(ReadOnlySpan<byte> text, int offset)
        {
            while (offset > 0 && offset < text.Length && (text[offset] & 0xC0) == 0x80) offset--;
            return offset;
        }
    }
}
