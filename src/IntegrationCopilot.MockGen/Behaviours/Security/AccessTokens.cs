using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Access tokens of the mock's own: they carry their expiry and scopes under a MAC, so that nothing has to be remembered.</summary>
internal sealed class AccessTokens(int seed, TimeSpan lifetime, TimeProvider clock)
{
    private const string Prefix = "mock_";

    /// <summary>Made when it is needed: most mocks never load the machine's cryptography.</summary>
    private readonly Lazy<byte[]> key = new(() => SHA256.HashData(Encoding.UTF8.GetBytes($"access tokens of mock {seed}")));

    public TimeSpan Lifetime => lifetime;

    /// <summary>A new token.</summary>
    /// <param name="scope">Scopes separated by spaces; empty grants all.</param>
    public string Issue(string scope)
    {
        var expires = clock.GetUtcNow().Add(lifetime).ToUnixTimeMilliseconds();
        var content = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{expires} {scope}"));
        return $"{Prefix}{Base64Url.EncodeToString(content)}.{Base64Url.EncodeToString(HMACSHA256.HashData(key.Value, content))}";
    }

    public CredentialOutcome Check(string token, IReadOnlyList<string> needed)
    {
        if (Read(token) is not { } content) return new(CredentialVerdict.Wrong, "The access token is not valid.");
        var space = content.IndexOf(' ', StringComparison.Ordinal);
        if (long.Parse(content[..space], CultureInfo.InvariantCulture) <= clock.GetUtcNow().ToUnixTimeMilliseconds())
            return new(CredentialVerdict.Expired, "The access token has expired.");
        var granted = content[(space + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var missing = needed.Where(s => granted.Length > 0 && !granted.Contains(s, StringComparer.Ordinal)).ToList();
        return missing.Count == 0
            ? CredentialOutcome.Accepted
            : new(CredentialVerdict.ScopeMissing, $"The access token lacks the scope {string.Join(' ', missing)}.");
    }

    private string? Read(string token)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        if (!token.StartsWith(Prefix, StringComparison.Ordinal) || dot < 0) return null;
        if (!Base64Url.IsValid(token.AsSpan(Prefix.Length, dot - Prefix.Length)) || !Base64Url.IsValid(token.AsSpan(dot + 1))) return null;
        var content = Base64Url.DecodeFromChars(token.AsSpan(Prefix.Length, dot - Prefix.Length));
        return CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(key.Value, content), Base64Url.DecodeFromChars(token.AsSpan(dot + 1)))
            ? Encoding.UTF8.GetString(content)
            : null;
    }
}
