using System.Text;
using System.Text.Json;

namespace IntegrationCopilot.Validator;

/// <summary>Recognises JSON in plain text.</summary>
internal static class JsonTexts
{
    private const int MaxDepth = 512;

    /// <summary>Whether text is a number as JSON spells it (RFC 8259, section 6).</summary>
    public static bool IsNumber(ReadOnlySpan<char> text)
    {
        if (text.StartsWith('-')) text = text[1..];
        var whole = Digits(ref text);
        if (whole.Length == 0 || (whole.Length > 1 && whole[0] == '0')) return false;
        if (text.StartsWith('.'))
        {
            text = text[1..];
            if (Digits(ref text).Length == 0) return false;
        }
        if (text.IsEmpty) return true;
        if (text[0] is not ('e' or 'E')) return false;
        text = text[1..];
        if (!text.IsEmpty && text[0] is '+' or '-') text = text[1..];
        return Digits(ref text).Length > 0 && text.IsEmpty;
    }

    /// <summary>Whether text is one JSON object or array.</summary>
    public static bool IsContainer(string text) =>
        text.AsSpan().TrimStart() is ['{' or '[', ..] && FaultIn(Encoding.UTF8.GetBytes(text)) is null;

    /// <summary>Where text stops being JSON; null when all of it is one JSON value.</summary>
    public static string? FaultIn(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            while (reader.Read()) continue;
            return null;
        }
        catch (JsonException exception)
        {
            return reader.CurrentDepth >= MaxDepth
                ? $"nested more than {MaxDepth} levels deep"
                : $"broken at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}";
        }
    }

    private static ReadOnlySpan<char> Digits(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return digits;
    }
}
