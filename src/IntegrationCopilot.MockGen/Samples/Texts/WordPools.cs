using Bogus;

namespace IntegrationCopilot.MockGen;

/// <summary>Names and words to choose from, made by Bogus once: asking it anew for each value costs more than all the rest of a sample.</summary>
internal static class WordPools
{
    private const int Seed = 20_250_101;
    private const int PoolSize = 400;
    private static readonly Lazy<Faker> Source = new(() => new Faker("en"));
    private static readonly Lazy<string[]> FirstNamePool = Pool(f => f.Name.FirstName());
    private static readonly Lazy<string[]> LastNamePool = Pool(f => f.Name.LastName());
    private static readonly Lazy<string[]> FullNamePool = Pool(f => f.Name.FullName());
    private static readonly Lazy<string[]> CompanyPool = Pool(f => f.Company.CompanyName());
    private static readonly Lazy<string[]> ProductPool = Pool(f => f.Commerce.ProductName());
    private static readonly Lazy<string[]> CityPool = Pool(f => f.Address.City());
    private static readonly Lazy<string[]> StateCodePool = Pool(f => f.Address.StateAbbr());
    private static readonly Lazy<string[]> StatePool = Pool(f => f.Address.State());
    private static readonly Lazy<string[]> PostalCodePool = Pool(f => f.Address.ZipCode("#####"));
    private static readonly Lazy<string[]> StreetPool = Pool(f => f.Address.StreetAddress());
    private static readonly Lazy<string[]> WordPool = Pool(f => f.Lorem.Word());
    private static readonly Lazy<string[]> SentencePool = Pool(f => f.Lorem.Sentence(4));

    public static string FirstName(SampleRandom random) => Pick(FirstNamePool, random);

    public static string LastName(SampleRandom random) => Pick(LastNamePool, random);

    public static string FullName(SampleRandom random) => Pick(FullNamePool, random);

    public static string Company(SampleRandom random) => Pick(CompanyPool, random);

    public static string Product(SampleRandom random) => Pick(ProductPool, random);

    public static string City(SampleRandom random) => Pick(CityPool, random);

    public static string StateCode(SampleRandom random) => Pick(StateCodePool, random);

    public static string State(SampleRandom random) => Pick(StatePool, random);

    public static string PostalCode(SampleRandom random) => Pick(PostalCodePool, random);

    public static string Street(SampleRandom random) => Pick(StreetPool, random);

    public static string Word(SampleRandom random) => Pick(WordPool, random);

    public static string Sentence(SampleRandom random) => Pick(SentencePool, random);

    private static string Pick(Lazy<string[]> pool, SampleRandom random) => pool.Value[random.Next(PoolSize)];

    /// <summary>The source is seeded for every pool, so that pools do not depend on which was asked first.</summary>
    private static Lazy<string[]> Pool(Func<Faker, string> make) => new(() =>
    {
        lock (Source)
        {
            Source.Value.Random = new Randomizer(Seed);
            return [.. Enumerable.Range(0, PoolSize).Select(_ => make(Source.Value))];
        }
    });
}
