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
        List<int> starts = [0];
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

        /// <summary>UTF-16 code units before a byte offset; looks at no more than one stride of the text.</summary>
        private int UnitsBefore(int position)
        {
            if (unitsAtStride.Value is not { } counts) return position;
            var stride = position / Stride;
            return counts[stride] + Units(text.Span[(stride * Stride)..position]);
        }

        /// <summary>Null when the text is ASCII, where bytes are code units.</summary>
        private static int[]? CountUnits(ReadOnlySpan<byte> text)
        {
            if (Ascii.IsValid(text)) return null;
            var counts = new int[(text.Length / Stride) + 1];
            for (var i = 1; i < counts.Length; i++)
                counts[i] = counts[i - 1] + Units(text.Slice((i - 1) * Stride, Stride));
            return counts;
        }

        /// <summary>Each lead byte starts one code unit, and a four-byte sequence is two; so slices may split a character.</summary>
        private static int Units(ReadOnlySpan<byte> slice)
        {
            var units = 0;
            foreach (var b in slice)
            {
                if ((b & 0xC0) != 0x80) units++;
                if (b >= 0xF0) units++;
            }
            return units;
        }
    }
}
