namespace IntegrationCopilot.MockGen.Tests;

public sealed class NumberSamplesTests
{
    [Theory]
    [InlineData(true, "5", false, "5", false, null)]
    [InlineData(true, "5", true, "7", true, null)]
    [InlineData(false, "0", true, "0.001", true, null)]
    [InlineData(false, "0.5", false, "0.75", false, "0.25")]
    [InlineData(true, null, false, "-100", true, "7")]
    [InlineData(true, "1000000", false, null, false, "12")]
    [InlineData(false, "1", true, null, false, "0.01")]
    [InlineData(true, null, false, null, false, null)]
    [InlineData(true, "9007199254740993", false, "9007199254740993", false, null)]
    [InlineData(true, "123456789012345678901234567890", true, null, false, "1000003")]
    [InlineData(false, "1e-300", true, "2e-300", true, null)]
    [InlineData(false, "1e300", true, null, false, null)]
    [InlineData(false, null, false, "-1e300", true, "0.3")]
    [InlineData(true, "0", false, "10", false, "2.5")]
    public void Candidates_Bounds_AreKept(bool integer, string? low, bool lowExcluded, string? high, bool highExcluded, string? multiple)
    {
        var bounds = new NumberBounds
        {
            Integer = integer,
            Low = Parse(low),
            LowExcluded = lowExcluded,
            High = Parse(high),
            HighExcluded = highExcluded,
            Multiples = multiple is null ? [] : [Parse(multiple)!.Value],
        };
        var made = NumberSamples.Candidates(bounds, Place("amount")).ToList();
        made.Should().NotBeEmpty().And.OnlyContain(n => bounds.Allows(ExactNumber.Parse(n.ToJsonString())!.Value));
    }

    [Fact]
    public void Candidates_NoValueBetween_AreNone() =>
        NumberSamples.Candidates(new NumberBounds { Integer = true, Low = 1L, LowExcluded = true, High = 2L, HighExcluded = true }, Place("")).Should()
            .BeEmpty();

    private static ExactNumber? Parse(string? text) => text is null ? null : ExactNumber.Parse(text);

    private static SamplePlace Place(string name) => new(name, 0, SampleRandom.For(1, "x"), Sample.None, 0, new DateOnly(2026, 1, 1), DateRank.Unknown);
}
