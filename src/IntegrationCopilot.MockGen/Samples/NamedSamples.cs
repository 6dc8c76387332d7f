using System.Globalization;
using Bogus;

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
        new("lastname", r => Bogus(r).Name.LastName()),
        new("surname", r => Bogus(r).Name.LastName()),
        new("familyname", r => Bogus(r).Name.LastName()),
        new("username", r => FirstName(r).ToLowerInvariant()),
        new("filename", r => $"document-{r.Next(1, 99)}.pdf"),
        new("hostname", r => $"host-{r.Next(1, 99)}.example.com"),
        new("companyname", r => Bogus(r).Company.CompanyName()),
        new("company", r => Bogus(r).Company.CompanyName()),
        new("organization", r => Bogus(r).Company.CompanyName()),
        new("fullname", r => Bogus(r).Name.FullName()),
        new("holdername", r => Bogus(r).Name.FullName()),
        new("productname", r => Bogus(r).Commerce.ProductName()),
        new("displayname", r => Bogus(r).Commerce.ProductName()),
        new("countrycode", r => Pick(r, "DE", "FR", "US", "GB", "NL")),
        new("country", r => Pick(r, "DE", "FR", "US", "GB", "NL")),
        new("currencycode", r => Pick(r, "EUR", "USD", "GBP")),
        new("currency", r => Pick(r, "EUR", "USD", "GBP")),
        new("city", r => Bogus(r).Address.City()),
        new("state", r => Bogus(r).Address.StateAbbr()),
        new("region", r => Bogus(r).Address.State()),
        new("postalcode", r => Bogus(r).Address.ZipCode("#####")),
        new("postcode", r => Bogus(r).Address.ZipCode("#####")),
        new("zipcode", r => Bogus(r).Address.ZipCode("#####")),
        new("zip", r => Bogus(r).Address.ZipCode("#####")),
        new("street", r => Bogus(r).Address.StreetAddress()),
        new("addressline1", r => Bogus(r).Address.StreetAddress()),
        new("line1", r => Bogus(r).Address.StreetAddress()),
        new("phone", FormatSamples.Phone),
        new("phonenumber", FormatSamples.Phone),
        new("mobile", FormatSamples.Phone),
        new("iban", _ => "DE89370400440532013000"),
        new("locale", _ => "en-US"),
        new("language", _ => "en"),
        new("timezone", _ => "UTC"),
        new("ipaddress", r => $"192.0.2.{r.Next(1, 254)}"),
        new("useragent", _ => "example-client/1.0"),
        new("color", r => Pick(r, "red", "green", "blue")),
        new("url", FormatSamples.Url),
        new("uri", FormatSamples.Url),
        new("href", FormatSamples.Url),
        new("website", FormatSamples.Url),
        new("uuid", FormatSamples.Uuid),
        new("createdat", r => FormatSamples.Make("date-time", r)!),
        new("updatedat", r => FormatSamples.Make("date-time", r)!),
        new("timestamp", r => FormatSamples.Make("date-time", r)!),
        new("datetime", r => FormatSamples.Make("date-time", r)!),
        new("date", r => FormatSamples.Make("date", r)!),
        new("amount", r => $"{r.Next(1, 500)}.{r.Next(10, 99)}"),
        new("description", r => Sentence(r)),
        new("message", r => Sentence(r)),
        new("comment", r => Sentence(r)),
        new("note", r => Sentence(r)),
        new("title", r => Bogus(r).Commerce.ProductName()),
        new("name", r => Bogus(r).Commerce.ProductName()),
        new("id", r => $"{r.NextBits():x16}"),
    ];

    /// <summary>A text for a member of that name; null when the name says nothing.</summary>
    public static string? Text(string memberName, SampleRandom random)
    {
        var key = Key(memberName);
        if (key.Length == 0) return null;
        return Makers.FirstOrDefault(m => key.EndsWith(m.Suffix, StringComparison.Ordinal))?.Make(random);
    }

    /// <summary>A number for a member of that name; null when the name says nothing.</summary>
    public static decimal? Number(string memberName, bool integer, SampleRandom random)
    {
        var key = Key(memberName);
        if (key.EndsWith("year", StringComparison.Ordinal)) return 2025 + random.Next(6);
        if (key.EndsWith("month", StringComparison.Ordinal)) return random.Next(1, 12);
        if (key.EndsWith("latitude", StringComparison.Ordinal)) return 52.52m;
        if (key.EndsWith("longitude", StringComparison.Ordinal)) return 13.405m;
        if (key.EndsWith("timestamp", StringComparison.Ordinal) || key.EndsWith("createdat", StringComparison.Ordinal)) return FormatSamples.Moment(random).ToUnixTimeSeconds();
        if (key.EndsWith("amount", StringComparison.Ordinal) || key.EndsWith("price", StringComparison.Ordinal) || key.EndsWith("total", StringComparison.Ordinal))
            return integer ? random.Next(1, 100) * 100 : random.Next(100, 50_000) / 100m;
        return null;
    }

    /// <summary>A short text for a member whose name and schema say nothing.</summary>
    public static string Word(SampleRandom random) => Bogus(random).Lorem.Word();

    public static string FirstName(SampleRandom random) => Bogus(random).Name.FirstName();

    private static string Sentence(SampleRandom random) => Bogus(random).Lorem.Sentence(4);

    private static string Pick(SampleRandom random, params ReadOnlySpan<string> values) => values[random.Next(values.Length)];

    /// <summary>Letters and digits only, in lower case: <c>first_name</c> and <c>firstName</c> are the same name.</summary>
    private static string Key(string memberName) =>
        string.Concat(memberName.Where(char.IsAsciiLetterOrDigit)).ToLower(CultureInfo.InvariantCulture);

    [ThreadStatic]
    private static Faker? faker;

    /// <summary>One faker a thread, because making one costs more than many values; seeded anew for every value.</summary>
    private static Faker Bogus(SampleRandom random)
    {
        faker ??= new Faker("en");
        faker.Random = new Randomizer((int)random.NextBits());
        return faker;
    }
}
