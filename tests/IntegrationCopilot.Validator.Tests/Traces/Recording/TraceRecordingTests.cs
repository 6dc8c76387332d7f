using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationCopilot.Validator.Tests;

public sealed class TraceRecordingTests : IAsyncLifetime
{
    private readonly WebApplication server = WebApplication.CreateSlimBuilder().Build();
    private readonly List<ApiTrace> traces = [];

    public async ValueTask InitializeAsync()
    {
        server.Urls.Add("http://127.0.0.1:0");
        server.MapPost("/payments", () => Results.Json(new { id = "pay_1", client_secret = "shh-very-secret" }, statusCode: 201));
        server.MapGet("/events", async (HttpContext context) =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: 1\n\n");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await server.StartAsync();
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private HttpClient Client(string? address = null)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("api", client => client.BaseAddress = new Uri(address ?? server.Urls.First())).AddTraceRecording(_ => new()
        {
            Environment = EnvironmentType.Sandbox,
            OnTrace = (trace, _) =>
            {
                traces.Add(trace);
                return Task.CompletedTask;
            },
            Operation = request => new TraceOperation(request.Method.Method, request.RequestUri!.AbsolutePath),
        });
        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient("api");
    }

    [Fact]
    public async Task AddTraceRecording_Exchange_IsRecordedRedactedAndHandedOn()
    {
        using var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "abcdef0123456789");
        using var response = await client.PostAsJsonAsync("/payments", new { amount = 5 });
        (await response.Content.ReadAsStringAsync()).Should().Contain("shh-very-secret");
        var trace = traces.Should().ContainSingle().Subject;
        trace.Request.Headers.Should().ContainSingle(header => header.Key == "Authorization").Which.Value.Should().StartWith("Bearer [redacted:");
        trace.Request.Body.Text.Should().Be("""{"amount":5}""");
        trace.Response!.Status.Should().Be(201);
        trace.Response.Body.Text.Should().Contain("pay_1").And.NotContain("shh-very-secret");
        trace.Operation.Should().Be(new TraceOperation("POST", "/payments"));
        trace.Duration.Should().BePositive();
    }

    [Fact]
    public async Task AddTraceRecording_NobodyAnswers_IsRecordedAsNetworkErrorAndThrown()
    {
        var address = server.Urls.First();
        await server.StopAsync();
        using var client = Client(address);
        await client.Invoking(c => c.GetAsync("/payments")).Should().ThrowAsync<HttpRequestException>();
        var trace = traces.Should().ContainSingle().Subject;
        (trace.Response, trace.ErrorCategory).Should().Be((null, TraceErrorCategory.Network));
        trace.Error.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task AddTraceRecording_EventStream_IsNotHeldBack()
    {
        using var client = Client();
        using var response = await client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        (await reader.ReadLineAsync()).Should().Be("data: 1");
        traces.Should().ContainSingle().Which.Response!.Body.Length.Should().Be(0);
    }
}
