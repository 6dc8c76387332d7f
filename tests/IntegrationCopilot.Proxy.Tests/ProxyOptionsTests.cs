using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Proxy.Tests;

/// <summary>The options of a proxy, from code and from configuration.</summary>
public sealed class ProxyOptionsTests
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:1/");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("MaxJudgedBytes", "-1", "RecordingProxyOptions.MaxJudgedBytes is -1; allowed is 0 or more.")]
    [InlineData("Timeout", "00:00:00", "RecordingProxyOptions.Timeout is 00:00:00; allowed is more than 00:00:00, up to 24.00:00:00.")]
    [InlineData("Timeout", "25.00:00:00", "RecordingProxyOptions.Timeout is 25.00:00:00; allowed is more than 00:00:00, up to 24.00:00:00.")]
    [InlineData("Validation:MaxFindings", "0", "Validation.MaxFindings is 0; allowed is 1 or more.")]
    public async Task Start_OptionNotAllowed_NamesItItsValueAndWhatIs(string option, string value, string expected)
    {
        await using var app = Build(new() { ["Proxy:" + option] = value });
        var start = () => app.StartAsync(Stop);
        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Failures.Should().ContainSingle().Which.Should().EndWith(expected);
    }

    [Fact]
    public async Task MapRecordingProxy_FromTheContainer_GoesByItsOptions()
    {
        await using var app = Build(new() { ["Proxy:Strict"] = "true" });
        app.MapRecordingProxy();
        await app.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var refused = await client.GetAsync("/not-described", Stop);
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public void MapRecordingProxy_NotAdded_SaysHow()
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        FluentActions.Invoking(() => app.MapRecordingProxy()).Should().Throw<InvalidOperationException>()
            .WithMessage("*services.AddRecordingProxy(spec, upstream)*");
    }

    private static WebApplication Build(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddRecordingProxy(Api.Spec, Nowhere).BindConfiguration("Proxy");
        return builder.Build();
    }
}
