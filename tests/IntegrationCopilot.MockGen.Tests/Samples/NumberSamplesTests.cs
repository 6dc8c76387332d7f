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
    public void Candidates_Bounds_AreKept(bool integer, string? low, bool lowExcluded, string? high, bool highExcluded, string? multiple)
    {
        var bounds = new NumberBounds
        {
            Integer = integer,
            Low = NumberBounds.Parse(low),
            LowExcluded = lowExcluded,
            High = NumberBounds.Parse(high),
            HighExcluded = highExcluded,
            Multiples = multiple is null ? [] : [NumberBounds.Parse(multiple)!.Value],
        };
        var made = NumberSamples.Candidates(bounds, "amount", SampleRandom.For(1, "x")).ToList();
        made.Should().NotBeEmpty().And.OnlyContain(n => bounds.Allows(decimal.Parse(n.ToJsonString())));
    }

    [Fact]
    public void Candidates_NoValueBetween_AreNone() =>
        NumberSamples.Candidates(new NumberBounds { Integer = true, Low = 1, LowExcluded = true, High = 2, HighExcluded = true }, "", SampleRandom.For(1, "x")).Should().BeEmpty();
}
