using System.Net;
using System.Text;
using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;

namespace IntegrationCopilot.Validator.AspNetCore.Tests;

/// <summary>Only genuine messages reach an endpoint.</summary>
public sealed class WebhookSignatureTests : IAsyncDisposable
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Message = """{"id":"evt_1"}""";

    private static readonly WebhookSignature Signature = WebhookSignature.StandardWebhooks([Secret], TimeProvider.System);

    private static readonly MessageValidator Validator = new(ApiSpecReader.Read(Encoding.UTF8.GetBytes("""
        openapi: 3.1.0
        info: { title: Events, version: '1' }
        webhooks:
          happened:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } } }
              responses: { '204': { description: Taken } }
        """), "events.yaml").Spec!);

    private readonly List<string> received = [];
    private WebApplication? app;

    [Fact]
    public async Task Message_Genuine_IsBoundByTheEndpoint()
    {
        (await SendAsync(Signed(Message), new())).StatusCode.Should().Be(HttpStatusCode.OK);
        received.Should().Equal("evt_1");
    }

    [Fact]
    public async Task Message_Changed_IsRefusedAndNotBound()
    {
        using var request = Signed(Message);
        request.Content = new StringContent("""{"id":"evt_2"}""", Encoding.UTF8, "application/json");
        var answer = await SendAsync(request, new());
        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync(Stop)).Should().Contain("webhook-signature").And.NotContain(Secret);
        received.Should().BeEmpty();
    }

    [Fact]
    public async Task Message_NotSigned_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks") { Content = new StringContent(Message, Encoding.UTF8, "application/json") };
        (await SendAsync(request, new())).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Message_GenuineButNotAsDescribed_IsRefusedWithThePlace()
    {
        var answer = await SendAsync(Signed("""{"id":7}"""), new() { Validator = Validator, Name = "happened" });
        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Stop)).Should().Contain("\"/id\"");
    }

    [Fact]
    public async Task Message_TooLong_IsRefused() =>
        (await SendAsync(Signed(Message), new() { MaxBodyBytes = 5 })).StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task RequireWebhookSignature_ValidatorWithoutName_IsMisuse()
    {
        var send = () => SendAsync(Signed(Message), new() { Validator = Validator });
        await send.Should().ThrowAsync<ArgumentException>();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await app.DisposeAsync();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static HttpRequestMessage Signed(string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/hooks") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in Signature.Sign("msg_1", Encoding.UTF8.GetBytes(body))) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, WebhookReceiving options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        app = builder.Build();
        app.MapPost("/hooks", (Event happened) => received.Add(happened.Id)).RequireWebhookSignature(Signature, options);
        await app.StartAsync(Stop);
        return await app.GetTestClient().SendAsync(request, Stop);
    }

    private sealed record Event(string Id);
}
