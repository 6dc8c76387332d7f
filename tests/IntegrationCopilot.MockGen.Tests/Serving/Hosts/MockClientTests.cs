using System.Net.Http.Json;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A mock in process, without a port.</summary>
public sealed class MockClientTests
{
    private const string Payments = MockOverridesTests.Payments;

    [Fact]
    public async Task CreateClient_Requests_AreAnsweredAsOnAPort()
    {
        var engine = new MockEngine(Described.Read(Payments));
        using var client = engine.CreateClient();
        await using var onPort = await MockSession.StartAsync(Payments);
        foreach (var (method, path) in ((string, string)[])[("GET", "payments"), ("HEAD", "payments"), ("GET", "nothing"), ("OPTIONS", "payments"),
            ("DELETE", "payments"), ("GET", "payments/a")])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var here = await client.SendAsync(request);
            using var there = await onPort.SendAsync(method, path, null);
            here.StatusCode.Should().Be(there.StatusCode, "{0} {1}", method, path);
            LinesOf(here.Content).Should().BeEquivalentTo(LinesOf(there.Content), "{0} {1}", method, path);
            (await here.Content.ReadAsStringAsync()).Should().Be(await there.Content.ReadAsStringAsync());
            here.Headers.NonValidated.Select(h => h.Key).Should().BeEquivalentTo(there.Headers.NonValidated.Select(h => h.Key).Except(["Date"]));
        }
    }

    /// <summary>The fields; a length of nothing is counted by the client itself where there is none.</summary>
    private static IEnumerable<string> LinesOf(HttpContent content) =>
        content.Headers.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line != "Content-Length: 0");

    [Fact]
    public async Task CreateClient_Body_IsSent()
    {
        var engine = new MockEngine(Described.Read(Payments));
        using var client = engine.CreateClient();
        client.DefaultRequestHeaders.Add("X-Key", "mock-api-key");
        ((int)(await client.PostAsJsonAsync("payments", new { amount = 1 })).StatusCode,
            (int)(await client.PostAsJsonAsync("payments", new { amount = "a" })).StatusCode).Should().Be((201, 400));
        engine.Journal.AssertReceived("createPayment", 2);
    }

    [Fact]
    public async Task CreateClient_SeveralMocks_DoNotKnowOfEachOther()
    {
        var (first, second) = (new MockEngine(Described.Read(Payments)), new MockEngine(Described.Read(Payments)));
        first.Overrides.FailNext(times: 5);
        using var client = second.CreateClient();
        (await client.GetAsync(new Uri("payments", UriKind.Relative))).EnsureSuccessStatusCode();
        (first.Journal.Total, second.Journal.Total).Should().Be((0, 1));
    }

    [Fact]
    public async Task CreateClient_LargeBody_Is413()
    {
        using var client = new MockEngine(Described.Read(Payments), new MockOptions { MaxBodyBytes = 10 }).CreateClient();
        ((int)(await client.PostAsync(new Uri("payments", UriKind.Relative), new StringContent(new string('x', 11)))).StatusCode).Should().Be(413);
    }

    [Fact]
    public async Task CreateClient_BrokenConnection_IsAnErrorOfTheClient()
    {
        var engine = new MockEngine(Described.Read(Payments));
        engine.Overrides.Set(new MockOverride { BreaksConnection = true });
        using var client = engine.CreateClient();
        await client.Invoking(c => c.GetAsync(new Uri("payments", UriKind.Relative))).Should().ThrowAsync<HttpRequestException>();
    }
}
