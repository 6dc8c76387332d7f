using System.Buffers;
using System.Security.Cryptography;

namespace IntegrationCopilot.Validator;

/// <summary>A secret that signs traces, with the name by which signatures refer to it.</summary>
/// <remarks>It is not a key pair: whoever can verify with it can sign with it.</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class TraceKey
{
    /// <summary>The shortest secret that is accepted, in bytes: 16. Generated secrets have 32.</summary>
    public const int MinSecretBytes = 16;

    /// <summary>The longest identifier that is accepted, in characters: 64.</summary>
    public const int MaxIdLength = 64;

    private const int GeneratedSecretBytes = 32;
    private const int GeneratedIdBytes = 8;
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    private readonly byte[] secret;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="id">1 to 64 ASCII letters, digits, <c>.</c>, <c>_</c> and <c>-</c>.</param>
    /// <param name="secret">16 bytes or more; copied.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> or <paramref name="secret"/> is not of that form.</exception>
    public TraceKey(string id, ReadOnlySpan<byte> secret)
    {
        if (!IsValidId(id)) throw new ArgumentException("A key id is 1 to 64 ASCII letters, digits, '.', '_' and '-'.", nameof(id));
        if (secret.Length < MinSecretBytes) throw new ArgumentException($"A signing secret has {MinSecretBytes} bytes or more.", nameof(secret));
        Id = id;
        this.secret = secret.ToArray();
    }

    /// <summary>The name signatures refer to the key by; not a secret.</summary>
    public string Id { get; }

    internal ReadOnlySpan<byte> Secret => secret;

    /// <summary>Makes a key of 32 bytes from the system's cryptographic generator.</summary>
    /// <param name="id">The identifier; null (the default) for a random one of 16 hexadecimal digits.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not an identifier.</exception>
    public static TraceKey Generate(string? id = null) =>
        new(id ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(GeneratedIdBytes)), RandomNumberGenerator.GetBytes(GeneratedSecretBytes));

    /// <summary>The identifier; never the secret.</summary>
    public override string ToString() => $"{nameof(TraceKey)} {Id}";

    internal static bool IsValidId(string? id) => id is { Length: > 0 and <= MaxIdLength } && !id.AsSpan().ContainsAnyExcept(IdCharacters);
}
