using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>What stands in place of a secret: <c>[redacted:ab12cd34]</c>, the digits being the beginning of an HMAC of the secret.</summary>
/// <remarks>Equal secrets can be seen to be equal; without the key nothing else can be told of them.</remarks>
internal sealed class Placeholders(ReadOnlyMemory<byte> key)
{
    private const string Start = "[redacted:";
    private const string StartInUrl = "%5Bredacted%3A";
    private const string Withheld = "[withheld: ";
    private const int DigitCount = 8;
    private const int Length = 19;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    private readonly byte[] key = key.IsEmpty ? RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes) : key.ToArray();

    public string For(string secret)
    {
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(secret));
        return $"{Start}{Convert.ToHexStringLower(hash.AsSpan(0, DigitCount / 2))}]";
    }

    /// <summary>Whether a placeholder stands somewhere in text, as it is or as URLs spell it, or a note that a body was withheld.</summary>
    public static bool AreIn(ReadOnlySpan<char> text) =>
        text.Contains(Start, StringComparison.Ordinal) || text.Contains(StartInUrl, StringComparison.OrdinalIgnoreCase)
        || text.StartsWith(Withheld, StringComparison.Ordinal);

    public static bool IsPlaceholder(ReadOnlySpan<char> text) =>
        text.Length == Length && text.StartsWith(Start) && text[^1] == ']' && !text[Start.Length..^1].ContainsAnyExcept(Digits);
}
