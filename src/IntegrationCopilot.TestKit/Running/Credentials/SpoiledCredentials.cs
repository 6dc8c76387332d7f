using System.Security.Cryptography;
using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Credentials that must not let anybody in: like the real ones, but wrong, malformed or expired.</summary>
internal static class SpoiledCredentials
{
    /// <summary>The form of most tokens, where the real one is not known.</summary>
    private const string AnyToken = "00000000-0000-0000-0000-000000000000";

    private const string TooShort = "x";

    public static RequestAuthenticator Of(ChosenCredential chosen, StepCredentials kind, string? expired, int seed, AuthenticationKinds kinds)
    {
        var scheme = chosen.Scheme;
        var (text, secrets) = kind switch
        {
            StepCredentials.Wrong => (Wrong(chosen.Credentials, seed), []),
            StepCredentials.Malformed => ("", []),
            StepCredentials.Short => (TooShort, []),
            StepCredentials.Expired => (Expired(chosen.Credentials, expired ?? ""), (IReadOnlyList<string>)[expired ?? ""]),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of spoiled credentials."),
        };
        return new(new GivenCredential(text, secrets), kinds.Of(scheme), scheme) { Malforms = kind == StepCredentials.Malformed };
    }

    private static string Wrong(ApiCredentials credentials, int seed) => credentials switch
    {
        BasicCredentials basic => $"{basic.UserName}:{Other(basic.Password, seed)}",
        OAuth2ClientCredentials => Other(AnyToken, seed),
        _ => Other(credentials.Text, seed),
    };

    private static string Expired(ApiCredentials credentials, string token) => credentials is BasicCredentials basic ? $"{basic.UserName}:{token}" : token;

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
