using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Realistic values for members whose names say what they are. Seeded: the same place gives the same value.</summary>
internal static class NamedSamples
{
    private sealed record Maker(string Suffix, Func<SampleRandom, string> Make);

    // The first suffix that fits wins, so longer ones stand before what they end in.
    private static readonly Maker[] Makers =
    [
        new("email", FormatSamples.Email),
        new("emailaddress", FormatSamples.Email),
        new("firstname", FirstName),
        new("givenname", FirstName),
        new("lastname", WordPools.LastName),
        new("surname", WordPools.LastName),
        new("familyname", WordPools.LastName),
        new("username", r => FirstName(r).ToLowerInvariant()),
        new("filename", r => $"document-{r.Next(1, 99)}.pdf"),
        new("hostname", FormatSamples.Host),
        new("companyname", WordPools.Company),
        new("company", WordPools.Company),
        new("organization", WordPools.Company),
        new("fullname", WordPools.FullName),
        new("holdername", WordPools.FullName),
        new("productname", WordPools.Product),
        new("displayname", WordPools.Product),
        new("countrycode", r => Pick(r, "DE", "FR", "US", "GB", "NL")),
        new("country", r => Pick(r, "DE", "FR", "US", "GB", "NL")),
        new("currencycode", r => Pick(r, "EUR", "USD", "GBP")),
        new("currency", r => Pick(r, "EUR", "USD", "GBP")),
        new("city", WordPools.City),
        new("state", WordPools.StateCode),
        new("region", WordPools.State),
        new("postalcode", WordPools.PostalCode),
        new("postcode", WordPools.PostalCode),
        new("zipcode", WordPools.PostalCode),
        new("zip", WordPools.PostalCode),
        new("street", WordPools.Street),
        new("addressline1", WordPools.Street),
        new("line1", WordPools.Street),
        new("phone", FormatSamples.Phone),
        new("phonenumber", FormatSamples.Phone),
        new("mobile", FormatSamples.Phone),
        new("iban", _ => "DE89370400440532013000"),
        new("locale", _ => "en-US"),
        new("slug", r => $"{WordPools.Word(r)}-{r.Next(10, 99)}"),
        new("sku", r => $"SKU-{r.Next(10_000, 99_999)}"),
        new("language", _ => "en"),
        new("timezone", _ => "UTC"),
        new("ipaddress", FormatSamples.Address),
        new("useragent", _ => "example-client/1.0"),
        new("color", r => Pick(r, "red", "green", "blue")),
        new("url", FormatSamples.Url),
        new("uri", FormatSamples.Url),
        new("href", FormatSamples.Url),
        new("website", FormatSamples.Url),
        new("uuid", FormatSamples.Uuid),
        new("algorithm", _ => "hmac-sha256"),
        new("amount", r => $"{r.Next(1, 500)}.{r.Next(10, 99)}"),
        new("description", WordPools.Sentence),
        new("message", WordPools.Sentence),
        new("comment", WordPools.Sentence),
        new("note", WordPools.Sentence),
        new("title", WordPools.Product),
        new("name", WordPools.Product),
        new("id", r => $"{r.NextBits():x16}"),
    ];

    /// <summary>Too short to be found at the end of a word.</summary>
    private static readonly Maker Ip = new("ip", FormatSamples.Address);

    private const int MaxKept = 20_000;
    private static readonly ConcurrentDictionary<string, Maker?> Known = new(StringComparer.Ordinal);

    /// <summary>A text for a member of that name; null when the name says nothing.</summary>
    public static string? Text(string memberName, SampleRandom random)
    {
        if (Known.TryGetValue(memberName, out var maker)) return maker?.Make(random);
        var key = Key(memberName);
        maker = key.Length == 0 ? null : Array.Find(Makers, m => key.EndsWith(m.Suffix, StringComparison.Ordinal));
        maker ??= NameWords.Of(memberName) is [.., "ip"] ? Ip : null;
        if (Known.Count < MaxKept) Known.TryAdd(memberName, maker);
        return maker?.Make(random);
    }

    /// <summary>A number for a member of that name; null when the name says nothing.</summary>
    public static decimal? Number(string memberName, bool integer, SampleRandom random)
    {
        var key = Key(memberName);
        if (key.EndsWith("latitude", StringComparison.Ordinal)) return 52.52m;
        if (key.EndsWith("longitude", StringComparison.Ordinal)) return 13.405m;
        if (key.EndsWith("amount", StringComparison.Ordinal) || key.EndsWith("price", StringComparison.Ordinal)
            || key.EndsWith("total", StringComparison.Ordinal))
            return integer ? random.Next(1, 100) * 100 : random.Next(100, 50_000) / 100m;
        return null;
    }

    public static string FirstName(SampleRandom random) => WordPools.FirstName(random);

    private static string Pick(SampleRandom random, params ReadOnlySpan<string> values) => values[random.Next(values.Length)];

    /// <summary>Letters and digits only, in lower case: <c>first_name</c> and <c>firstName</c> are the same name.</summary>
    private static string Key(string memberName) => string.Concat(memberName.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
