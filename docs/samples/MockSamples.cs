using System.Threading.Channels;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Samples;

/// <summary>The code of docs/articles/mock.md.</summary>
public sealed class MockSamples
{
    private static readonly string Path = System.IO.Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml");

    [Fact]
    public async Task Call()
    {
        var path = Path;
        #region call
        var spec = (await ApiSpecReader.ReadFileAsync(path)).Spec!;
        await using var mock = await MockServer.StartAsync(spec);
        using var client = new HttpClient { BaseAddress = mock.BaseUrl };
        client.DefaultRequestHeaders.Add("X-API-Key", mock.Options.Credentials.ApiKey);

        var payments = await client.GetStringAsync("payments");

        using var tooMany = new HttpRequestMessage(HttpMethod.Get, "payments");
        tooMany.Headers.Add("Prefer", "code=429, retry-after=2");
        using var answer = await client.SendAsync(tooMany);
        #endregion
        payments.Should().Contain("pay_0000000000000001");
        ((int)answer.StatusCode, answer.Headers.RetryAfter!.Delta).Should().Be((429, TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task Watch()
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path)).Spec!;
        #region watch
        var exchanges = Channel.CreateUnbounded<MockExchange>();
        var options = new MockServerOptions { Seed = 7, OnExchange = exchange => exchanges.Writer.TryWrite(exchange) };
        await using var mock = await MockServer.StartAsync(spec, options);
        #endregion
        using var client = new HttpClient { BaseAddress = mock.BaseUrl };
        client.DefaultRequestHeaders.Add("X-API-Key", mock.Options.Credentials.ApiKey);
        using var refused = await client.GetAsync(new Uri("payments?limit=none", UriKind.Relative));
        ((int)refused.StatusCode).Should().Be(400);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        (await exchanges.Reader.ReadAsync(deadline.Token)).Findings.Should().NotBeEmpty("a limit is a number");
    }
}
