using System.Security.Cryptography;
using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>The signature of one trace that stands alone, for example in a row of a database.</summary>
/// <param name="KeyId">The key it was made with.</param>
/// <param name="Value">HMAC-SHA256, 64 lower-case hexadecimal digits.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TraceSignature(string KeyId, string Value);

/// <summary>Signs single traces: HMAC-SHA256 (RFC 2104) over their canonical bytes (<see cref="TraceJson"/>).</summary>
/// <remarks>
/// It shows that a trace was not changed. That none was removed or reordered is shown by the chain of a trace file: <see cref="TraceWriter"/> and
/// <see cref="TraceVerifier"/>.
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
/// <param name="key">The key to sign with.</param>
public sealed class TraceSigner(TraceKey key)
{
    private readonly TraceKey key = key ?? throw new ArgumentNullException(nameof(key));

    /// <summary>Signs a trace.</summary>
    /// <param name="trace">The trace.</param>
    public TraceSignature Sign(ApiTrace trace) => Sign(TraceJson.Write(trace).WrittenSpan);

    /// <summary>Signs the canonical bytes of a trace, as <see cref="TraceJson.Serialize(ApiTrace)"/> gives them.</summary>
    /// <param name="canonical">The bytes.</param>
    public TraceSignature Sign(ReadOnlySpan<byte> canonical) => new(key.Id, Convert.ToHexStringLower(HMACSHA256.HashData(key.Secret, canonical)));

    /// <summary>Whether a signature was made with this key over exactly these bytes; takes the same time wherever a difference is.</summary>
    /// <param name="canonical">The canonical bytes of the trace.</param>
    /// <param name="signature">The signature; one of another key does not hold.</param>
    public bool Verify(ReadOnlySpan<byte> canonical, TraceSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        var expected = Sign(canonical);
        return string.Equals(expected.KeyId, signature.KeyId, StringComparison.Ordinal)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected.Value), Encoding.UTF8.GetBytes(signature.Value));
    }

    /// <summary>Whether a signature was made with this key over exactly this trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="signature">The signature; one of another key does not hold.</param>
    public bool Verify(ApiTrace trace, TraceSignature signature) => Verify(TraceJson.Write(trace).WrittenSpan, signature);
}
