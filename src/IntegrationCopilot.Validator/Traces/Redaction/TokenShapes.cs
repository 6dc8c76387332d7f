using System.Buffers;
using System.Buffers.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Recognises secrets by their shape at the start of a run of letters, digits, <c>_</c> and <c>-</c>.</summary>
/// <remarks>A run is looked at once, and what follows it only as far as a fixed number of further runs, so time is linear in the text.</remarks>
internal static class TokenShapes
{
    public static readonly SearchValues<char> Run = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");
    private static readonly SearchValues<char> Credential = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.~+/=");

    private static readonly SearchValues<char> UpperCaseAndDigits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private const int LongestSpace = 4;
    private const int JwtParts = 5;
    private const int ShortestOpaqueCredential = 16;
    private const int ShortestCredential = 8;
    private const int AwsKeyIdLength = 20;
    private const int GoogleKeyLength = 39;
    private const int LongestPemLabel = 40;
    private const string PemStart = "-----BEGIN";
    private const string PemEnd = "-----END";

    /// <summary>Beginnings of keys by which vendors mark them, and how many characters must follow at least.</summary>
    private static readonly (string Prefix, int MinRest)[] Prefixes =
    [
        ("sk_live_", 8), ("sk_test_", 8), ("rk_live_", 8), ("rk_test_", 8), ("whsec_", 16), ("ghp_", 20), ("gho_", 20), ("ghu_", 20), ("ghs_", 20),
        ("ghr_", 20),
        ("github_pat_", 20), ("glpat-", 16), ("xoxb-", 10), ("xoxp-", 10), ("xoxa-", 10), ("xoxs-", 10), ("xapp-", 10), ("sk-ant-", 16), ("sk-proj-", 16),
        ("sk-", 32),
        ("shpat_", 16), ("shpss_", 16), ("npm_", 30), ("hf_", 30), ("dop_v1_", 30), ("pypi-", 30), ("SG.", 30),
    ];

    /// <summary>Whether the run is, or introduces, a secret; and where the secret starts and ends.</summary>
    public static bool TryMatch(ReadOnlySpan<char> text, int start, int end, out int secretStart, out int secretEnd)
    {
        var run = text[start..end];
        secretStart = start;
        secretEnd = end;
        return run[0] switch
        {
            >= '0' and <= '9' => CardNumbers.TryMatch(text, start, out secretEnd),
            '-' => TryPem(text, start, out secretEnd),
            'A' when IsVendorKeyId(run) => true,
            'B' or 'b' => TryCredential(text, run, end, out secretStart, out secretEnd),
            'e' => TryJwt(text, run, end, out secretEnd),
            _ => TryPrefix(text, start, end, out secretEnd),
        };
    }

    private static bool IsVendorKeyId(ReadOnlySpan<char> run) =>
        (run.Length == AwsKeyIdLength && (run.StartsWith("AKIA") || run.StartsWith("ASIA")) && !run.ContainsAnyExcept(UpperCaseAndDigits))
        || (run.Length == GoogleKeyLength && run.StartsWith("AIza"));

    private static bool TryPrefix(ReadOnlySpan<char> text, int start, int end, out int secretEnd)
    {
        secretEnd = end;
        foreach (var (prefix, minRest) in Prefixes)
        {
            // Most words part here: this is asked of every word of a body.
            if (prefix[0] != text[start] || !text[start..].StartsWith(prefix)) continue;
            secretEnd = end + RunLength(text, end, Credential);
            return secretEnd - start >= prefix.Length + minRest;
        }

        return false;
    }

    private static bool TryJwt(ReadOnlySpan<char> text, ReadOnlySpan<char> run, int end, out int secretEnd)
    {
        secretEnd = end;
        if (!run.StartsWith("eyJ")) return false;
        var parts = 1;
        while (parts < JwtParts && secretEnd < text.Length && text[secretEnd] == '.')
        {
            secretEnd += 1 + RunLength(text, secretEnd + 1, Run);
            parts++;
        }

        return parts >= 3;
    }

    private static bool TryCredential(ReadOnlySpan<char> text, ReadOnlySpan<char> run, int end, out int secretStart, out int secretEnd)
    {
        secretStart = end;
        while (secretStart < text.Length && text[secretStart] == ' ' && secretStart - end < LongestSpace) secretStart++;
        secretEnd = secretStart;
        if (secretStart == end) return false;
        var isBearer = run.Equals("bearer", StringComparison.OrdinalIgnoreCase);
        if (!isBearer && !run.Equals("basic", StringComparison.OrdinalIgnoreCase)) return false;
        secretEnd += RunLength(text, secretStart, Credential);
        var credential = text[secretStart..secretEnd];
        return isBearer ? LooksOpaque(credential) : IsBasic(credential);
    }

    private static bool LooksOpaque(ReadOnlySpan<char> credential) =>
        credential.Length >= ShortestOpaqueCredential || (credential.Length >= ShortestCredential && credential.ContainsAnyInRange('0', '9'));

    /// <summary>Whether a word is base64 of <c>user:password</c> (RFC 7617), which ordinary words are not.</summary>
    private static bool IsBasic(ReadOnlySpan<char> credential)
    {
        if (credential.Length < 4 || !Base64.IsValid(credential)) return false;
        var decoded = Convert.FromBase64String(credential.ToString());
        return decoded.AsSpan().Contains((byte)':');
    }

    private static bool TryPem(ReadOnlySpan<char> text, int start, out int secretEnd)
    {
        secretEnd = start;
        var rest = text[start..];
        if (!rest.StartsWith(PemStart) || !rest[..Math.Min(rest.Length, PemStart.Length + LongestPemLabel)].Contains("PRIVATE KEY", StringComparison.Ordinal))
            return false;
        var end = rest.IndexOf(PemEnd);
        secretEnd = text.Length;
        if (end < 0) return true;
        var tail = rest[(end + PemEnd.Length)..];
        var dashes = tail[..Math.Min(tail.Length, LongestPemLabel)].IndexOf("-----");
        secretEnd = start + end + PemEnd.Length + (dashes < 0 ? 0 : dashes + 5);
        return true;
    }

    private static int RunLength(ReadOnlySpan<char> text, int from, SearchValues<char> characters)
    {
        if (from >= text.Length) return 0;
        var length = text[from..].IndexOfAnyExcept(characters);
        return length < 0 ? text.Length - from : length;
    }
}
