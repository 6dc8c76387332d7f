using System.Text;

namespace IntegrationCopilot.SpecEngine;

/// <summary>Collects names and scalar texts as UTF-8, one after the other.</summary>
internal sealed class Utf8TextBuffer(int expectedBytes)
{
    private byte[] bytes = new byte[Math.Max(256, expectedBytes)];
    private int length;

    /// <summary>Appends a text. Lone surrogates become U+FFFD.</summary>
    public (int Start, int Length) Append(string text)
    {
        var needed = length + Encoding.UTF8.GetMaxByteCount(text.Length);
        if (needed > bytes.Length) Array.Resize(ref bytes, Math.Max(needed, (int)Math.Min(Array.MaxLength, bytes.Length * 2L)));
        var start = length;
        length += Encoding.UTF8.GetBytes(text, bytes.AsSpan(length));
        return (start, length - start);
    }

    public string Text(int start, int count) => Encoding.UTF8.GetString(bytes, start, count);

    public ReadOnlyMemory<byte> ToMemory()
    {
        if (bytes.Length - length > length / 8) Array.Resize(ref bytes, length);
        return bytes.AsMemory(0, length);
    }
}
