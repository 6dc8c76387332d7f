using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using IntegrationCopilot.Validator.Tests;

namespace IntegrationCopilot.Validator.AspNetCore.Tests;

public sealed class ServerTraceRecordingTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly WebApplication server = WebApplication.CreateSlimBuilder().Build();
    private readonly HttpClient client = new();
    private readonly System.Threading.Channels.Channel<ApiTrace> traces = System.Threading.Channels.Channel.CreateUnbounded<ApiTrace>();

    public async ValueTask InitializeAsync()
    {
        var document = Described.Operation("/payments/{id}", "post", """
            "operationId":"pay","parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"integer"}}],"requestBody":{"content":{"application/json":{"schema":{"required":["amount"]}}}}
            """);
        server.Urls.Add("http://127.0.0.1:0");
        server.UseTraceRecording(_ => new()
        {
            Environment = EnvironmentType.Uat,
            OnTrace = (trace, token) => traces.Writer.WriteAsync(trace, token).AsTask(),
            Validator = new MessageValidator(document),
            Filter = context => context.Request.Path != "/health",
            Partner = context => context.Request.Headers["X-Partner"],
        });
        server.MapPost("/payments/{id}", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            return Results.Json(new { id = "pay_1", echoed = await reader.ReadToEndAsync(), client_secret = "shh-very-secret" });
        });
        server.MapGet("/broken", IResult () => throw new InvalidOperationException("it broke"));
        server.MapGet("/health", () => "ok");
        server.MapGet("/events", async (HttpContext context) =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: 1\n\n");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        server.MapGet("/pipe", (HttpContext context) =>
        {
            // Written to the pipe and left there: the server flushes it when the request ends.
            var span = context.Response.BodyWriter.GetSpan(2);
            "ab"u8.CopyTo(span);
            context.Response.BodyWriter.Advance(2);
        }).WithName("piped");
        await server.StartAsync();
        client.BaseAddress = new Uri(server.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    private async Task<ApiTrace> NextAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        return await traces.Reader.ReadAsync(deadline.Token);
    }

    [Fact]
    public async Task UseTraceRecording_Exchange_IsRecordedRedactedAndChecked()
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "abcdef0123456789");
        client.DefaultRequestHeaders.Add("X-Partner", "acme");
        using var response = await client.PostAsJsonAsync("/payments/seven?page=1", new { currency = "EUR" });
        (await response.Content.ReadAsStringAsync()).Should().Contain("shh-very-secret");
        var trace = await NextAsync();
        trace.Request.Url.Should().Be("/payments/seven?page=1");
        trace.Request.Headers.Should().ContainSingle(header => header.Key == "Authorization").Which.Value.Should().StartWith("Bearer [redacted:");
        trace.Request.Body.Text.Should().Be("""{"currency":"EUR"}""");
        trace.Response!.Status.Should().Be(200);
        trace.Response.Body.Text.Should().Contain("pay_1").And.NotContain("shh-very-secret");
        trace.Operation.Should().Be(new TraceOperation("POST", "/payments/{id}", "pay"));
        trace.Findings.Select(f => $"{f.Code}@{f.Where}").Should().Contain(["type@path.id", "required@body.amount"]);
        (trace.Partner, trace.Environment).Should().Be(("acme", EnvironmentType.Uat));
    }

    [Fact]
    public async Task UseTraceRecording_Exception_IsRecordedAsTheStatusTheServerSends()
    {
        using var response = await client.GetAsync("/broken");
        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        var trace = await NextAsync();
        (trace.Response!.Status, trace.ErrorCategory, trace.Error).Should().Be((500, TraceErrorCategory.Server, "it broke"));
    }

    [Fact]
    public async Task UseTraceRecording_EventStreamTheClientLeaves_IsNotHeldBackAndRecorded()
    {
        using (var response = await client.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead))
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
            (await reader.ReadLineAsync()).Should().Be("data: 1");
        }

        (await NextAsync()).ErrorCategory.Should().Be(TraceErrorCategory.Cancelled);
    }

    [Fact]
    public async Task UseTraceRecording_UndescribedRoute_IsNamedByItsTemplate()
    {
        (await client.GetStringAsync("/pipe")).Should().Be("ab");
        var trace = await NextAsync();
        trace.Operation.Should().Be(new TraceOperation("GET", "/pipe", "piped"));
        trace.Response!.Body.Text.Should().Be("ab");
        trace.Findings.Should().ContainSingle().Which.Code.Should().Be(FindingCodes.UnknownPath);
    }

    [Fact]
    public async Task UseTraceRecording_FilteredRequest_IsNotRecorded()
    {
        (await client.GetStringAsync("/health")).Should().Be("ok");
        (await client.GetStringAsync("/pipe")).Should().Be("ab");
        (await NextAsync()).Request.Url.Should().Be("/pipe");
    }

    [Fact]
    public async Task UseTraceRecording_LargeBody_IsPassedOnWholeAndWithheldFromTheTrace()
    {
        var large = new string('x', (16 * 1024 * 1024) + 1);
        using var content = new StringContent(large, Encoding.UTF8, "text/plain");
        using var response = await client.PostAsync("/payments/1", content);
        (await response.Content.ReadAsStringAsync()).Should().Contain(large);
        (await NextAsync()).Request.Body.Text.Should().StartWith("[withheld: more than 16777216 bytes");
    }
}
