using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>The options of a mock, from code and from configuration.</summary>
public sealed class MockOptionsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("TokenLifetime", "00:00:00", "TokenLifetime is 00:00:00; allowed is more than 00:00:00.")]
    [InlineData("MaxBodyBytes", "-1", "MaxBodyBytes is -1; allowed is 0 or more.")]
    [InlineData("ReadTimeout", "00:00:00", "ReadTimeout is 00:00:00; allowed is more than 00:00:00, up to 24.00:00:00.")]
    [InlineData("ReadTimeout", "25.00:00:00", "ReadTimeout is 25.00:00:00; allowed is more than 00:00:00, up to 24.00:00:00.")]
    [InlineData("MaxDelay", "-00:00:01", "MaxDelay is -00:00:01; allowed is 00:00:00 to 24.00:00:00.")]
    [InlineData("JournalLength", "-1", "JournalLength is -1; allowed is 0 or more.")]
    [InlineData("MaxThings", "0", "MaxThings is 0; allowed is 1 or more.")]
    [InlineData("MaxStateBytes", "0", "MaxStateBytes is 0; allowed is 1 or more.")]
    [InlineData("Deliveries:AttemptTimeout", "00:00:00", "AttemptTimeout is 00:00:00; allowed is more than 00:00:00, up to 24.00:00:00.")]
    [InlineData("Deliveries:MaxPending", "0", "MaxPending is 0; allowed is 1 or more.")]
    [InlineData("Deliveries:MaxRecords", "0", "MaxRecords is 0; allowed is 1 or more.")]
    [InlineData("Deliveries:MaxSubscriptions", "0", "MaxSubscriptions is 0; allowed is 1 or more.")]
    [InlineData("Trouble:Delay", "-00:00:01", "Delay is -00:00:01; allowed is 00:00:00 or more.")]
    [InlineData("Trouble:Jitter", "-00:00:01", "Jitter is -00:00:01; allowed is 00:00:00 or more.")]
    [InlineData("Trouble:FailureRate", "1.5", "FailureRate is 1.5; allowed is 0 to 1.")]
    [InlineData("Trouble:TimeoutRate", "-0.5", "TimeoutRate is -0.5; allowed is 0 to 1.")]
    [InlineData("Trouble:FailureStatus", "99", "FailureStatus is 99; allowed is 200 to 599.")]
    public async Task Start_OptionNotAllowed_NamesItItsValueAndWhatIs(string option, string value, string expected)
    {
        await using var app = Build(new() { ["Mock:" + option] = value });
        var start = () => app.StartAsync(Stop);
        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().ContainSingle().Which.Should().EndWith("." + expected);
    }

    [Fact]
    public void MockEngine_OptionNotAllowed_NamesItToo()
    {
        var make = () => new MockEngine(Described.Read(MockOverridesTests.Payments), new MockOptions { MaxThings = 0, RateLimit = new(0, TimeSpan.Zero) });
        make.Should().Throw<ArgumentOutOfRangeException>().Which.Message.Should().Contain("MockOptions.MaxThings is 0; allowed is 1 or more.")
            .And.Contain("Requests is 0; allowed is 1 or more.").And.Contain("Window is 00:00:00; allowed is 00:00:01 or more.");
    }

    [Fact]
    public async Task MockServer_PortThatIsNone_NamesIt()
    {
        var start = () => MockServer.StartAsync(Described.Read(MockOverridesTests.Payments), new MockServerOptions { Port = 70_000 }, Stop);
        await start.Should().ThrowAsync<ArgumentOutOfRangeException>().WithMessage("*MockServerOptions.Port is 70000; allowed is 0 to 65535.*");
    }

    [Fact]
    public async Task AddMock_Mapped_AnswersByItsOptionsAndIsToBeHad()
    {
        await using var app = Build(new() { ["Mock:MaxBodyBytes"] = "4", ["Mock:Without:0"] = "credentials" });
        app.MapMock("/mock");
        await app.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        (await client.GetStringAsync("/mock/payments", Stop)).Should().Be("[1]");
        using var large = await client.PostAsync("/mock/payments", new StringContent("12345"), Stop);
        large.StatusCode.Should().Be(System.Net.HttpStatusCode.RequestEntityTooLarge);
        var engine = app.Services.GetRequiredService<MockEngine>();
        engine.Options.Without.Should().Equal("credentials");
        engine.Journal.Received().Should().NotBeEmpty();
    }

    [Fact]
    public void MapMock_NotAdded_SaysHow()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        FluentActions.Invoking(() => app.MapMock()).Should().Throw<InvalidOperationException>().WithMessage("*services.AddMock(spec)*");
    }

    private static WebApplication Build(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddMock(Described.Read(MockOverridesTests.Payments)).BindConfiguration("Mock");
        return builder.Build();
    }
}
