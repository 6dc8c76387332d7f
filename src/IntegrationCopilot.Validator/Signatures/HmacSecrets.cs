using System.Security.Cryptography;

namespace IntegrationCopilot.Validator;

/// <summary>The secrets of a scheme, and HMAC-SHA256 with each of them.</summary>
internal sealed class HmacSecrets
{
    private readonly byte[][] keys;

    /// <exception cref="ArgumentException">There is no secret, or one is empty.</exception>
    public HmacSecrets(IEnumerable<ReadOnlyMemory<byte>> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        this.keys = [.. keys.Select(key => key.ToArray())];
        if (this.keys.Length == 0 || this.keys.Any(key => key.Length == 0))
            throw new ArgumentException("There must be at least one secret, and none may be empty.", nameof(keys));
    }

    /// <summary>The signature of the text and then the body, by each secret.</summary>
    public byte[][] SignAll(ReadOnlySpan<byte> text, ReadOnlySpan<byte> body)
    {
        var signatures = new byte[keys.Length][];
        for (var i = 0; i < keys.Length; i++)
        {
            using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys[i]);
            hmac.AppendData(text);
            hmac.AppendData(body);
            signatures[i] = hmac.GetHashAndReset();
        }

        return signatures;
    }

    /// <summary>Whether any candidate is one of the signatures; compares all of them, each in constant time.</summary>
    public static bool MatchAny(byte[][] expected, IEnumerable<byte[]> candidates)
    {
        var isMatch = false;
        foreach (var candidate in candidates)
        {
            foreach (var signature in expected) isMatch |= CryptographicOperations.FixedTimeEquals(signature, candidate);
        }

        return isMatch;
    }
}
