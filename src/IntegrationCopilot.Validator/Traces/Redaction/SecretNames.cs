namespace IntegrationCopilot.Validator;

/// <summary>Names whose values are secrets. Names compare by their letters and digits alone, ignoring case.</summary>
internal sealed class SecretNames
{
    private const int LongestName = 256;

    /// <summary>By their last letter, because this is asked of every name in a body.</summary>
    private static readonly string[]?[] Endings = ByLastLetter(
    [
        "password", "passwd", "passphrase", "pwd", "secret", "token", "apikey", "accesskey", "secretkey", "privatekey", "signingkey", "encryptionkey",
        "subscriptionkey", "authkey", "authorization", "credential", "credentials", "sessionid", "sessionkey", "clientassertion", "cardnumber", "cvv", "cvc",
        "securitycode",
    ]);

    /// <summary>Names that end like a secret's and are none.</summary>
    private static readonly string[] Harmless =
        ["pagetoken", "nexttoken", "continuationtoken", "synctoken", "cancellationtoken", "previoustoken", "cursortoken"];

    private static readonly string[] Exact = ["pin", "otp", "ssn", "pan", "jwt"];

    private static readonly string[] QueryOnly = ["key", "sig", "signature", "code", "auth", "xamzsignature", "xamzcredential", "xgoogsignature"];

    private readonly HashSet<string> names;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly int longest;

    private SecretNames(IEnumerable<string> names)
    {
        this.names = names.Select(Normalize).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        lookup = this.names.GetAlternateLookup<ReadOnlySpan<char>>();
        longest = this.names.Select(name => name.Length).DefaultIfEmpty().Max();
    }

    public static SecretNames ForProperties(IEnumerable<string> further) => new([.. Exact, .. further]);

    public static SecretNames ForQuery(IEnumerable<string> further) => new([.. Exact, .. QueryOnly, .. further]);

    public static SecretNames ForHeaders(IEnumerable<string> further) => new([.. further]);

    public bool Contains(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > LongestName) return false;
        Span<char> buffer = stackalloc char[LongestName];
        var normal = buffer[..Normalize(name, buffer)];
        return (normal.Length <= longest && lookup.Contains(normal)) || (EndsLikeASecret(normal) && !EndsWithAny(normal, Harmless));
    }

    private static bool EndsLikeASecret(ReadOnlySpan<char> name) =>
        name is [.., >= 'a' and <= 'z' and var last] && Endings[last - 'a'] is { } endings && EndsWithAny(name, endings);

    private static string[]?[] ByLastLetter(string[] endings)
    {
        var table = new string[]?[26];
        foreach (var same in endings.GroupBy(ending => ending[^1])) table[same.Key - 'a'] = [.. same];
        return table;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> name, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (name.EndsWith(ending)) return true;
        }

        return false;
    }

    private static string Normalize(string name)
    {
        var buffer = new char[name.Length];
        return new string(buffer, 0, Normalize(name, buffer));
    }

    private static int Normalize(ReadOnlySpan<char> name, Span<char> buffer)
    {
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c)) buffer[length++] = char.ToLowerInvariant(c);
        }

        return length;
    }
}
