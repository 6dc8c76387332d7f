using System.Security.Cryptography;

namespace IntegrationCopilot.Validator;

/// <summary>HMAC-SHA256 over the signed bytes of entries, with the key set up once.</summary>
/// <remarks>Not safe for use by several threads at once.</remarks>
internal sealed class EntryMac(TraceKey key) : IDisposable
{
    /// <summary>Length of a signature: 32 bytes as lower-case hexadecimal digits.</summary>
    public const int SignatureLength = 64;

    private readonly IncrementalHash hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Secret);

    /// <summary>Writes the signature of an entry: of its text without the member that is to hold the signature.</summary>
    /// <param name="before">The text before that member.</param>
    /// <param name="after">The text behind it: what follows, and the closing brace.</param>
    /// <param name="signature">Receives the signature.</param>
    public void Sign(ReadOnlySpan<byte> before, ReadOnlySpan<byte> after, Span<byte> signature)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hmac.AppendData(before);
        hmac.AppendData(after);
        hmac.GetHashAndReset(hash);
        Convert.TryToHexStringLower(hash, signature, out _);
    }

    /// <summary>Whether the signature holds, compared byte by byte in constant time: another spelling of the same digits does not.</summary>
    public bool Verify(TraceEntry entry)
    {
        Span<byte> expected = stackalloc byte[SignatureLength];
        Sign(entry.Unsigned, entry.Tail, expected);
        return CryptographicOperations.FixedTimeEquals(expected, entry.Signature);
    }

    public void Dispose() => hmac.Dispose();
}
