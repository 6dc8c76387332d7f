using System.Buffers;
using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Spells the literal text of a path template as a URL carries it (RFC 3986, sections 2.1 and 3.3).</summary>
internal static class PathSpelling
{
    /// <summary>What stands in a path as it is, and what ends it: descriptions tell operations apart by queries and fragments too.</summary>
    private static readonly SearchValues<char> Kept =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?#");

    /// <summary>Encodes what cannot stand in a URL. Template expressions and percent-encoded octets stay.</summary>
    public static string Of(string template)
    {
        if (!template.AsSpan().ContainsAnyExcept(Kept)) return template;
        var spelled = new StringBuilder(template.Length + 16);
        for (var rest = template.AsSpan(); !rest.IsEmpty;)
        {
            var length = Untouched(rest);
            if (length > 0)
            {
                spelled.Append(rest[..length]);
            }
            else
            {
                Rune.DecodeFromUtf16(rest, out var rune, out length);
                spelled.Append(PercentCoding.Encode(rune.ToString()));
            }

            rest = rest[length..];
        }

        return spelled.ToString();
    }

    /// <summary>How many characters at the beginning stay as they are.</summary>
    private static int Untouched(ReadOnlySpan<char> text)
    {
        if (text[0] == '%') return PercentCoding.StartsWithOctet(text) ? 3 : 0;
        if (text[0] == '{') return text[1..].IndexOfAny('{', '}') is >= 0 and var end && text[end + 1] == '}' ? end + 2 : 0;
        return text.IndexOfAnyExcept(Kept) is var stop && stop < 0 ? text.Length : stop;
    }
}
