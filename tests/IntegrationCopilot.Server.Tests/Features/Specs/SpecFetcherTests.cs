using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Platform.Outbound;
using IntegrationCopilot.Server.Tests.Platform.Outbound;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace IntegrationCopilot.Server.Tests.Features.Specs;

public sealed class SpecFetcherTests
{
    [Fact]
    public Task FetchAsync_BodyThatNeverEnds_IsGivenUpInTime() => RefusesAsync(DripAsync, "The address did not answer in time.");

    [Fact]
    public Task FetchAsync_BodyNotCompressedAsItSays_IsRefused() => RefusesAsync(
        context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("openapi: 3.1.0");
        },
        "*Content-Encoding*");

    private static async Task RefusesAsync(RequestDelegate answer, string reason)
    {
        await using var site = await LocalSite.StartAsync(answer);
        var limits = Options.Create(new OutboundSettings { AllowLoopback = true, Timeout = TimeSpan.FromSeconds(1) });
        using var outbound = new OutboundHttp(limits);
        var outcome = await new SpecFetcher(outbound, Options.Create(new SpecSettings()), limits)
            .FetchAsync(site.Address, TestContext.Current.CancellationToken);
        outcome.Error!.Fields.Single().Message.Should().Match(reason);
    }

    private static async Task DripAsync(HttpContext context)
    {
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.WriteAsync(" ", context.RequestAborted);
            await Task.Delay(50, context.RequestAborted);
        }
    }
}
