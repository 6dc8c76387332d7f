using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace IntegrationCopilot.Validator;

/// <summary>Known secrets in every spelling they are likely to stand in, searched for all at once.</summary>
internal sealed class SecretValues
{
    private const int ShortestSecret = 3;
    private const int ShortestInsideWord = 8;

    private readonly Dictionary<string, string> secretBySpelling = new(StringComparer.Ordinal);
    private readonly string[] longestFirst;
    private readonly SearchValues<string> search;

    public SecretValues(IEnumerable<string> secrets)
    {
        Secrets = secrets.Where(secret => secret.Length >= ShortestSecret).ToHashSet(StringComparer.Ordinal);
        foreach (var secret in Secrets)
        {
            foreach (var spelling in Spellings(secret)) secretBySpelling.TryAdd(spelling, secret);
        }

        longestFirst = [.. secretBySpelling.Keys.OrderByDescending(spelling => spelling.Length)];
        search = SearchValues.Create(longestFirst, StringComparison.Ordinal);
    }

    public IReadOnlySet<string> Secrets { get; }

    /// <summary>Finds the first known secret in a text.</summary>
    public bool TryFind(ReadOnlySpan<char> text, out int at, out int length, out string secret)
    {
        (at, length, secret) = (0, 0, "");
        if (longestFirst.Length == 0) return false;
        while (text[at..].IndexOfAny(search) is var offset and >= 0)
        {
            at += offset;
            foreach (var spelling in longestFirst)
            {
                if (!text[at..].StartsWith(spelling) || !MayStandAt(text, at, spelling.Length)) continue;
                (length, secret) = (spelling.Length, secretBySpelling[spelling]);
                return true;
            }

            at++;
        }

        return false;
    }

    private static bool MayStandAt(ReadOnlySpan<char> text, int at, int length)
    {
        if (length >= ShortestInsideWord) return true;
        var end = at + length;
        return (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
    }

    private static IEnumerable<string> Spellings(string secret)
    {
        var percent = Uri.EscapeDataString(secret);
        yield return secret;
        yield return percent;
        yield return percent.Replace("%20", "+", StringComparison.Ordinal);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret);
        yield return JavaScriptEncoder.Default.Encode(secret);
        yield return Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(secret));
        if (secret.Length >= ShortestInsideWord) yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
    }
}
