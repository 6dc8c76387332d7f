using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class PatternTextTests
{
    [Theory]
    [InlineData("^[A-Z]{3}$")]
    [InlineData(@"^\d{3}-\d{2,4}$")]
    [InlineData(@"^(?:pay|ref)_[a-z0-9]{8,}$")]
    [InlineData(@"^[\w.+-]+@[\w-]+\.[a-z]{2,}$")]
    [InlineData(@"^(\+|00)?[1-9]\d{1,14}$")]
    [InlineData(@"^[^\s<>""]+$")]
    [InlineData(@"^\S(.*\S)?$")]
    [InlineData(@"^([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}$")]
    [InlineData(@"^[A-Za-z]*\u0041\x42$")]
    [InlineData(@"^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$")]
    [InlineData(@"\.(jpe?g|png)$")]
    [InlineData(@"^(?<year>\d{4})$")]
    [InlineData("^[a-]b$")]
    [InlineData("a{,3}")]
    [InlineData("^$")]
    public void Candidates_PlainPattern_Match(string pattern)
    {
        var compiled = PatternCache.Find(pattern)!;
        var made = PatternText.Candidates(compiled.Syntax, 0, 200, SampleRandom.For(1, "x")).Take(5).ToList();
        made.Should().NotBeEmpty().And.OnlyContain(text => compiled.IsMatch(text) == true);
    }

    [Theory]
    [InlineData("^[a-z]*$", 64, 64)]
    [InlineData("^[a-z]+$", 1, 1)]
    [InlineData("^([a-z]{2})+$", 30, 34)]
    public void Candidates_LengthAskedFor_IsKept(string pattern, int min, int max) =>
        PatternText.Candidates(PatternCache.Find(pattern)!.Syntax, min, max, SampleRandom.For(1, "x")).Should()
            .NotBeEmpty().And.OnlyContain(t => t.Length >= min && t.Length <= max);

    [Fact]
    public void Candidates_ExplodingPattern_GivesUpInsteadOfGrowing() =>
        PatternText.Candidates(PatternCache.Find("(((a{1000}){1000}){1000}){1000}")!.Syntax, 0, int.MaxValue, SampleRandom.For(1, "x")).Should().BeEmpty();
}
