using System.Net;
using IntegrationCopilot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.Proxy.Tests;

/// <summary>What a proxy tells of its exchanges: nothing of the messages.</summary>
[Collection(nameof(HeardTelemetry))]
public sealed class ProxyTelemetryTests
{
    private const string Secret = "sk_live_4242";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exchange_NobodyAnswers_IsToldWithTheKindOfError()
    {
        using var heard = new HeardTelemetry("IntegrationCopilot.Proxy");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<ILoggerFactory>(heard);
        builder.Services.AddRecordingProxy(Api.Spec, new Uri("http://127.0.0.1:1/"));
        await using var app = builder.Build();
        app.MapRecordingProxy();
        await app.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var answer = await client.GetAsync($"/not-described/{Secret}?key={Secret}", Stop);
        answer.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        await app.StopAsync(Stop);

        var told = heard.Of("integration_copilot.proxy.request.duration").Should().ContainSingle().Which;
        told.Tags["http.request.method"].Should().Be("GET");
        told.Tags["integration_copilot.outcome"].Should().Be("forwarded");
        told.Tags["error.type"].Should().Be("HttpRequestException");
        told.Tags.Should().NotContainKey("http.route");
        heard.Of("integration_copilot.proxy.findings").Should().Contain(found => (string)found.Tags["integration_copilot.finding"]! == "unknown-path"
            && (string)found.Tags["integration_copilot.direction"]! == "request");
        heard.Activities.Should().ContainSingle().Which.DisplayName.Should().Be("GET");
        heard.Lines.Select(line => line.Id).Should().Contain([3001, 3002, 3003]);
        heard.All.Should().NotContain(Secret);
    }
}
