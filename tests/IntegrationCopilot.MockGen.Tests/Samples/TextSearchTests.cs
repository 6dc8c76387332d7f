namespace IntegrationCopilot.MockGen.Tests;

public sealed class TextSearchTests
{
    [Theory]
    [InlineData(@"^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{8,}$", 0, 12)]
    [InlineData(@"^(?=.*[!@#$%])(?=.*\d)(?!.*\s)[\x21-\x7e]{10,16}$", 0, 200)]
    [InlineData(@"^(?!foo|bar)[a-z]{3}$", 0, 200)]
    [InlineData(@"^(?!.*--)[a-z-]+(?<!-)$", 3, 3)]
    [InlineData(@"(?<=\$)\d{2}", 0, 5)]
    [InlineData(@"^\d+(?<!0)$", 2, 4)]
    [InlineData("^(ab|cde)+$", 7, 7)]
    [InlineData(@"^(\w)(\d)\2\1$", 0, 10)]
    [InlineData(@"^(?<q>['""]).*\k<q>$", 5, 9)]
    [InlineData(@"^\p{Lu}\p{Ll}+$", 4, 6)]
    [InlineData(@"^\p{Script=Greek}{3}$", 0, 10)]
    [InlineData("^[^]{100}$", 0, 200)]
    [InlineData(@"^(?:(?!ab).)*$", 5, 5)]
    [InlineData(@"\bcat\b", 0, 20)]
    [InlineData("^([a-z]{1,63}\\.){3}[a-z]{2,}$", 200, 253)]
    public void Find_Pattern_GivesTextsThatMatch(string pattern, int min, int max)
    {
        var compiled = PatternCache.Find(pattern)!;
        var random = SampleRandom.For(1, pattern);
        var found = new TextSearch([BackReferences.Fill(compiled.Syntax, random)], [], min, max).Find(random).ToList();
        found.Should().NotBeEmpty().And.Contain(text => compiled.IsMatch(text) == true);
        found.Should().OnlyContain(text => text.EnumerateRunes().Count() >= min && text.EnumerateRunes().Count() <= max);
    }

    [Fact]
    public void Find_SeveralPatternsAndOneForbidden_MeetsAll()
    {
        var random = SampleRandom.For(1, "x");
        var found = new TextSearch([Tree("^a"), Tree("z$"), Tree(@"\d{2}")], [Tree("^.{0,6}$"), Tree("9")], 0, 8).Find(random).ToList();
        found.Should().NotBeEmpty().And.OnlyContain(t => t.StartsWith('a') && t.EndsWith('z') && t.Length > 6 && t.Length <= 8 && !t.Contains('9'));
    }

    [Theory]
    [InlineData("^a$", "^b$")]
    [InlineData("^a{5}$", "^a{1,4}$")]
    public void Find_PatternsThatExcludeEachOther_GivesNothing(string one, string other) =>
        new TextSearch([Tree(one), Tree(other)], [], 0, 100).Find(SampleRandom.For(1, "x")).Should().BeEmpty();

    [Theory]
    [InlineData("^(((a{1,1000}){1,1000}){1,1000})b{100000}$")]
    [InlineData(@"^(?=.*a.{40}b)(?=.*c.{40}d)(?=.*e.{40}f)[a-f]{150,}$")]
    public void Find_HugePattern_EndsInTime(string pattern) =>
        new TextSearch([Tree(pattern)], [], 0, int.MaxValue).Find(SampleRandom.For(1, "x")).Take(1).Count().Should().BeLessThanOrEqualTo(1);

    [Fact]
    public void Find_AskedAgain_GivesTheSame()
    {
        var search = new TextSearch([Tree(@"^(?=.*\d)[a-z\d]{8}$")], [], 0, 20);
        var first = search.Find(SampleRandom.For(1, "x")).ToList();
        search.Find(SampleRandom.For(2, "y")).ToList().Should().NotEqual(first);
        search.Find(SampleRandom.For(1, "x")).Should().Equal(first);
    }

    private static Validator.PatternNode Tree(string pattern) => PatternCache.Find(pattern)!.Syntax;
}
