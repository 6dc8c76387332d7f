using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Credentials that must not let anybody in: like the real ones, but wrong, malformed or expired.</summary>
internal static class SpoiledCredentials
{
    private const string NotBase64 = "%%%not-base64%%%";

    public static RequestAuthenticator Of(ApiCredentials credentials, StepCredentials kind, string? expired, int seed) => new(kind switch
    {
        StepCredentials.Wrong => Wrong(credentials, seed),
        StepCredentials.Malformed => Malformed(credentials),
        StepCredentials.Expired => Expired(credentials, expired ?? ""),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of spoiled credentials."),
    });

    private static IAuthScheme Wrong(ApiCredentials credentials, int seed) => credentials switch
    {
        ApiKeyCredentials key => KeyScheme(key, Other(key.Value, seed)),
        BasicCredentials basic => new AuthorizationScheme("Basic", BasicCredentials.Encode(basic.UserName, Other(basic.Password, seed)), []),
        BearerCredentials bearer => new AuthorizationScheme("Bearer", Other(bearer.Token, seed), []),
        OAuth2ClientCredentials => new AuthorizationScheme("Bearer", Other("00000000-0000-0000-0000-000000000000", seed), []),
        _ => new NoAuthScheme(),
    };

    private static IAuthScheme Malformed(ApiCredentials credentials) => credentials switch
    {
        ApiKeyCredentials key => KeyScheme(key, ""),
        BasicCredentials => new AuthorizationScheme("Basic", NotBase64, []),
        BearerCredentials or OAuth2ClientCredentials => new AuthorizationScheme("Bearer", null, []),
        _ => new NoAuthScheme(),
    };

    private static IAuthScheme Expired(ApiCredentials credentials, string token) => credentials switch
    {
        ApiKeyCredentials key => KeyScheme(key, token),
        BasicCredentials basic => new AuthorizationScheme("Basic", BasicCredentials.Encode(basic.UserName, token), []),
        BearerCredentials or OAuth2ClientCredentials => new AuthorizationScheme("Bearer", token, [token]),
        _ => new NoAuthScheme(),
    };

    private static ApiKeyScheme KeyScheme(ApiKeyCredentials key, string value) => new(new ApiKeyCredentials(key.Name, key.Location, value));

    /// <summary>A value of the same length with letters and digits in the same places, from which nothing of the real one follows.</summary>
    private static string Other(string value, int seed)
    {
        for (var round = 0; ; round++)
        {
            var other = MadeUp(value, $"{seed} {round}");
            if (other != value || !value.Any(char.IsAsciiLetterOrDigit)) return other;
        }
    }

    private static string MadeUp(string value, string seed)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        var text = new StringBuilder(value.Length);
        foreach (var (index, c) in value.Index())
        {
            if (index > 0 && index % bytes.Length == 0) bytes = SHA256.HashData(bytes);
            var pick = bytes[index % bytes.Length];
            text.Append(char.IsAsciiDigit(c) ? (char)('0' + (pick % 10)) : char.IsAsciiLetterLower(c) ? (char)('a' + (pick % 26)) : char.IsAsciiLetterUpper(c)
                ? (char)('A' + (pick % 26)) : c);
        }

        return text.ToString();
    }
}
