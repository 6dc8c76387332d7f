using System.Security.Cryptography;

namespace IntegrationCopilot.Validator;

/// <summary>HMAC-SHA256 over the signed bytes of entries, with the key set up once.</summary>
/// <remarks>Not safe for use by several threads at once.</remarks>
internal sealed class EntryMac(TraceKey key) : IDisposable
{
    /// <summary>Length of a signature: 32 bytes as lower-case hexadecimal digits.</summary>
    public const int SignatureLength = 64;

    private readonly IncrementalHash hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Secret);

    /// <summary>Writes the signature of an entry whose text up to the signature is <paramref name="unsigned"/>; the closing brace is signed with it.</summary>
    public void Sign(ReadOnlySpan<byte> unsigned, Span<byte> signature)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hmac.AppendData(unsigned);
        hmac.AppendData("}"u8);
        hmac.GetHashAndReset(hash);
        Convert.TryToHexStringLower(hash, signature, out _);
    }

    /// <summary>Whether the signature holds, compared byte by byte in constant time: another spelling of the same digits does not.</summary>
    public bool Verify(ReadOnlySpan<byte> unsigned, ReadOnlySpan<byte> signature)
    {
        Span<byte> expected = stackalloc byte[SignatureLength];
        Sign(unsigned, expected);
        return CryptographicOperations.FixedTimeEquals(expected, signature);
    }

    public void Dispose() => hmac.Dispose();
}
