using System.Security.Cryptography;

namespace IntegrationCopilot.Validator;

/// <summary>Signatures as text.</summary>
internal static class SignatureText
{
    public static string Encode(byte[] signature, SignatureEncoding encoding) =>
        encoding == SignatureEncoding.Hex ? Convert.ToHexStringLower(signature) : Convert.ToBase64String(signature);

    /// <summary>
    /// The bytes of a signature; null when the text is none. Of the spellings base64 has for one value, only the one that is written is read.
    /// </summary>
    public static byte[]? Decode(ReadOnlySpan<char> text, SignatureEncoding encoding)
    {
        var signature = new byte[HMACSHA256.HashSizeInBytes];
        if (encoding == SignatureEncoding.Hex)
            return text.Length == 2 * signature.Length && Convert.FromHexString(text, signature, out _, out _) == System.Buffers.OperationStatus.Done
                ? signature
                : null;
        return Convert.TryFromBase64Chars(text, signature, out var written) && written == signature.Length
            && text.SequenceEqual(Convert.ToBase64String(signature)) ? signature : null;
    }
}
