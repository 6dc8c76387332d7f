using System.Globalization;
using System.Text;

namespace IntegrationCopilot.SpecEngine;

/// <summary>JSON string escapes (RFC 8259, section 7) to text. Lone surrogates become U+FFFD.</summary>
internal static class JsonEscapes
{
    /// <summary>The text of a JSON string's content (without quotes) whose syntax has been checked before.</summary>
    public static string Unescape(ReadOnlySpan<byte> content)
    {
        var text = Encoding.UTF8.GetString(content);
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\') result.Append(text[i]);
            else result.Append(Next(text, ref i));
        }
        return WithoutLoneSurrogates(result);
    }

    private static char Next(string text, ref int i)
    {
        i++;
        switch (text[i])
        {
            case 'b': return '\b';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'u':
                var code = ushort.Parse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier);
                i += 4;
                return (char)code;
            default: return text[i];
        }
    }

    private static string WithoutLoneSurrogates(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else text[i] = '\uFFFD';
        }
        return text.ToString();
    }
}
