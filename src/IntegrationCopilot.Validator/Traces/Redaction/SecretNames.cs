namespace IntegrationCopilot.Validator;

/// <summary>Names whose values are secrets. Names compare by their letters and digits alone, ignoring case.</summary>
internal sealed class SecretNames
{
    private const int LongestName = 256;

    private static readonly string[] Endings =
    [
        "password", "passwd", "passphrase", "pwd", "secret", "token", "apikey", "accesskey", "secretkey", "privatekey", "signingkey", "encryptionkey",
        "subscriptionkey", "authkey", "authorization", "credential", "credentials", "sessionid", "sessionkey", "clientassertion", "cardnumber", "cvv", "cvc", "securitycode",
    ];

    /// <summary>Names that end like a secret's and are none.</summary>
    private static readonly string[] Harmless =
        ["pagetoken", "nexttoken", "continuationtoken", "synctoken", "cancellationtoken", "previoustoken", "cursortoken"];

    private static readonly string[] Exact = ["pin", "otp", "ssn", "pan", "jwt"];

    private static readonly string[] QueryOnly = ["key", "sig", "signature", "code", "auth", "xamzsignature", "xamzcredential", "xgoogsignature"];

    private readonly HashSet<string> names;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private SecretNames(IEnumerable<string> names)
    {
        this.names = names.Select(Normalize).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        lookup = this.names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static SecretNames ForProperties(IEnumerable<string> further) => new([.. Exact, .. further]);

    public static SecretNames ForQuery(IEnumerable<string> further) => new([.. Exact, .. QueryOnly, .. further]);

    public static SecretNames ForHeaders(IEnumerable<string> further) => new([.. further]);

    public bool Contains(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > LongestName) return false;
        Span<char> buffer = stackalloc char[LongestName];
        var normal = buffer[..Normalize(name, buffer)];
        return lookup.Contains(normal) || (EndsWithAny(normal, Endings) && !EndsWithAny(normal, Harmless));
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
