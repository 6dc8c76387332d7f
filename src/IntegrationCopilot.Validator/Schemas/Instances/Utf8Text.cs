using System.Buffers;
using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Counts and positions in UTF-8 text.</summary>
internal static class Utf8Text
{
    /// <summary>Number of code points in valid UTF-8.</summary>
    public static int CountCodePoints(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var b in utf8)
            if ((b & 0xC0) != 0x80) count++;
        return count;
    }

    /// <summary>Position of the first byte that is not UTF-8; the length when there is none.</summary>
    public static int FindFault(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (Rune.DecodeFromUtf8(text[at..], out _, out var used) != OperationStatus.Done) return at;
            at += used;
        }
        return at;
    }

    /// <summary>Line and column of a byte, both from 1; columns count code points.</summary>
    public static (int Line, int Column) PositionOf(ReadOnlySpan<byte> text, int at)
    {
        var before = text[..Math.Min(at, text.Length)];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, CountCodePoints(before[lineStart..]) + 1);
    }
}
