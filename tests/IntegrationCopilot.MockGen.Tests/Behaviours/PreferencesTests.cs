namespace IntegrationCopilot.MockGen.Tests;

public sealed class PreferencesTests
{
    [Fact]
    public void Parse_All_AreRead() =>
        Preferences.Parse("code=429, example=\"a, \\\"b\\\"\"; why=x, Dynamic=true, delay=200, retry-after=1").Should().Be(new Preferences
        {
            Status = 429,
            Example = "a, \"b\"",
            Dynamic = true,
            Delay = TimeSpan.FromMilliseconds(200),
            RetryAfterSeconds = 1,
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("respond-async, wait=10")]
    [InlineData("code=abc, delay=-1, retry-after=1.5, code")]
    [InlineData("code=99")]
    [InlineData(",,;=\"")]
    public void Parse_WhatIsNotUnderstood_IsIgnored(string? header) => Preferences.Parse(header).Should().Be(Preferences.None);

    [Fact]
    public void Parse_GivenTwice_FirstCounts() => Preferences.Parse("code=404, code=500").Status.Should().Be(404);

    [Fact]
    public void Parse_WhatAStepAsksOfTheMock_IsUnderstood() =>
        Preferences.Parse(new MockControl { Status = 503, DelayMs = 5, RetryAfterSeconds = 2 }.ToPrefer()).Should()
            .Be(new Preferences { Status = 503, Delay = TimeSpan.FromMilliseconds(5), RetryAfterSeconds = 2 });
}
