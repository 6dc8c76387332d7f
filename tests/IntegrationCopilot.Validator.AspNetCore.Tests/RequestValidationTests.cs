using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.Validator.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace IntegrationCopilot.Validator.AspNetCore.Tests;

/// <summary>Requests that do not conform never reach the application.</summary>
public sealed class RequestValidationTests : IAsyncDisposable
{
    private const int MostBytes = 200_000;

    private static readonly MessageValidator Validator = new(Described.Operation("/payments/{id}", "post", """
        "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"integer"}}],"requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object","required":["amount"],"properties":{"amount":{"type":"integer"}}}}}}
        """));

    private readonly List<string> received = [];
    private WebApplication? app;

    [Fact]
    public async Task Request_Conforms_IsReadByTheApplication()
    {
        using var client = await StartAsync(new());
        (await (await client.PostAsJsonAsync("/payments/1", new { amount = 5 }, Stop)).Content.ReadAsStringAsync(Stop)).Should().Be("""{"amount":5}""");
    }

    [Fact]
    public async Task Request_DoesNotConform_IsRefusedWithEachPlace()
    {
        using var client = await StartAsync(new());
        using var answer = await client.PostAsJsonAsync("/payments/x", new { amount = "5" }, Stop);
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var errors = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("errors").EnumerateArray().ToList();
        errors.Select(error => error.GetProperty("where").GetString()).Should().BeEquivalentTo("path.id", "body.amount");
        errors.Select(error => error.GetProperty("pointer").GetString()).Should().Contain("/amount");
        received.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false, HttpStatusCode.OK)]
    [InlineData(true, HttpStatusCode.BadRequest)]
    public async Task Request_IsNotDescribed_GoesOnUnlessRefused(bool refuses, HttpStatusCode expected)
    {
        using var client = await StartAsync(new() { RefusesUndescribed = refuses });
        (await client.GetAsync("/about", Stop)).StatusCode.Should().Be(expected);
    }

    [Fact]
    public async Task Request_FilteredOut_IsNotLookedAt()
    {
        using var client = await StartAsync(new() { Filter = _ => false });
        (await client.PostAsJsonAsync("/payments/x", new { }, Stop)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Request_IsTooLong_IsRefusedWithItsLimit(bool saysHowLong)
    {
        using var client = await StartAsync(new() { MaxBodyBytes = MostBytes });
        HttpContent content = saysHowLong ? new ByteArrayContent(new byte[MostBytes + 1]) : new StreamContent(new EndlessStream(MostBytes * 2));
        using var answer = await client.PostAsync("/payments/1", content, Stop);
        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync(Stop)).Should().Contain("200000 bytes");
    }

    [Fact]
    public async Task Request_LongerThanMemoryIsTaken_IsReadByTheApplication()
    {
        using var client = await StartAsync(new());
        var text = $$"""{"amount":5,"note":"{{new string('a', MostBytes)}}"}""";
        using var answer = await client.PostAsync("/payments/1", new StringContent(text, Encoding.UTF8, "application/json"), Stop);
        (await answer.Content.ReadAsStringAsync(Stop)).Should().Be(text);
    }

    [Fact]
    public void UseRequestValidation_NoBytesAllowed_IsMisuse()
    {
        var builder = WebApplication.CreateSlimBuilder().Build();
        var use = () => builder.UseRequestValidation(Validator, new() { MaxBodyBytes = 0 });
        use.Should().Throw<ArgumentOutOfRangeException>();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<HttpClient> StartAsync(RequestValidationOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        app = builder.Build();
        app.UseRequestValidation(Validator, options);
        app.MapPost("/payments/{id}", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            received.Add(context.Request.Path);
            return await reader.ReadToEndAsync();
        });
        app.MapGet("/about", () => "about");
        await app.StartAsync(Stop);
        return app.GetTestClient();
    }

    /// <summary>Zeros, without a length that could be known before.</summary>
    private sealed class EndlessStream(int left) : Stream
    {
        private int left = left;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = Math.Min(count, left);
            Array.Clear(buffer, offset, read);
            left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
