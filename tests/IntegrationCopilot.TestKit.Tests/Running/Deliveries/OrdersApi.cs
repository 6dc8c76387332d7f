using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>What is wrong with the deliveries of <see cref="OrdersApi"/>.</summary>
public enum DeliveryWrong
{
    Nothing,
    Never,
    Unconforming,
    WrongKey,
    OldTimestamp,
    Unsigned,
    Tampered,
    Twice,
    AnotherEvent,
}

/// <summary>An API of orders that tells of new ones by a webhook, rightly or not.</summary>
internal sealed class OrdersApi : IAsyncDisposable
{
    public const string Secret = "whsec_b3JkZXJzLXNlY3JldC0wMDAxLW9mLXRoZS10ZXN0";
    private static readonly TimeSpan Old = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, string> subscribers = new();
    private readonly ConcurrentBag<Task> sent = [];
    private readonly HttpClient client = new();
    private readonly DeliveryWrong wrong;
    private TestApi api = null!;

    private OrdersApi(DeliveryWrong wrong) => this.wrong = wrong;

    /// <summary>Where deliveries go that nobody has subscribed to.</summary>
    public Uri? Registered { get; init; }

    public Uri BaseUrl => api.BaseUrl;

    public IEnumerable<TestApi.Asked> Requests => api.Requests;

    public int Subscribers => subscribers.Count;

    public static async Task<OrdersApi> StartAsync(DeliveryWrong wrong = DeliveryWrong.Nothing, Uri? registered = null)
    {
        var orders = new OrdersApi(wrong) { Registered = registered };
        orders.api = await TestApi.StartAsync(orders.AnswerAsync);
        return orders;
    }

    public async ValueTask DisposeAsync()
    {
        await api.DisposeAsync();
        await Task.WhenAll(sent);
        client.Dispose();
    }

    /// <summary>Its document.</summary>
    /// <param name="signed">Whether the webhook is described as signed.</param>
    /// <param name="tellsSecret">Whether subscribing tells the secret.</param>
    /// <param name="subscribes">Whether the document shows how to subscribe.</param>
    public static ApiSpec Spec(bool signed = true, bool tellsSecret = true, bool subscribes = true) =>
        ApiSpecReader.Read(Encoding.UTF8.GetBytes(Document(signed, tellsSecret, subscribes)), "orders.yaml").Spec!;

    private async Task AnswerAsync(int number, HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.Value!);
        context.Request.Body.Position = 0;
        if ((method, path) == ("POST", "/webhooks")) await SubscribeAsync(context, number);
        else if ((method, path) == ("POST", "/orders")) await OrderAsync(context, number);
        else if (method == "DELETE") context.Response.StatusCode = subscribers.TryRemove(path.Split('/')[^1], out _) ? 204 : 404;
        else await context.Response.WriteAsJsonAsync(new { id = path.Split('/')[^1], item = "a" });
    }

    private async Task SubscribeAsync(HttpContext context, int number)
    {
        using var asked = await JsonDocument.ParseAsync(context.Request.Body);
        subscribers[$"w{number}"] = asked.RootElement.GetProperty("url").GetString()!;
        context.Response.StatusCode = 201;
        await context.Response.WriteAsJsonAsync(new { id = $"w{number}", secret = Secret });
    }

    private async Task OrderAsync(HttpContext context, int number)
    {
        using var asked = await JsonDocument.ParseAsync(context.Request.Body);
        var body = new { type = wrong == DeliveryWrong.AnotherEvent ? "order.cancelled" : "order.created",
            data = new { id = $"o{number}", item = wrong == DeliveryWrong.Unconforming ? (object)7 : "a" } };
        foreach (var address in subscribers.Values.Append(Registered?.AbsoluteUri).OfType<string>())
            if (wrong != DeliveryWrong.Never) sent.Add(DeliverAsync(address, JsonSerializer.SerializeToUtf8Bytes(body), number));
        context.Response.StatusCode = 201;
        await context.Response.WriteAsJsonAsync(new { id = $"o{number}", item = "a" });
    }

    private async Task DeliverAsync(string address, byte[] body, int number)
    {
        var clock = wrong == DeliveryWrong.OldTimestamp ? new ShiftedClock(-Old) : TimeProvider.System;
        var secret = wrong == DeliveryWrong.WrongKey ? Convert.ToBase64String(Encoding.UTF8.GetBytes("a secret of somebody else's")) : Secret;
        var fields = WebhookSignature.StandardWebhooks([secret], clock).Sign($"msg_{number}", body);
        if (wrong == DeliveryWrong.Tampered) body = [.. body[..^1], (byte)' ', (byte)'}'];
        for (var time = 0; time < (wrong == DeliveryWrong.Twice ? 2 : 1); time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new("application/json");
            foreach (var (name, value) in fields)
                if (wrong != DeliveryWrong.Unsigned || name != "webhook-signature") request.Headers.TryAddWithoutValidation(name, value);
            try
            {
                using var response = await client.SendAsync(request);
            }
            catch (HttpRequestException)
            {
                // The receiver is gone.
            }
        }
    }

    private static string Document(bool signed, bool tellsSecret, bool subscribes) => $$"""
        openapi: 3.1.0
        info: { title: Orders, version: "1" }
        paths:
          /orders:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [item], properties: { item: { type: string } } } } } }
              responses:
                "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
          /orders/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                "200": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
        {{(subscribes ? Subscribing.Replace("SECRET", tellsSecret ? ", secret: { type: string }" : "", StringComparison.Ordinal) : "")}}
        webhooks:
          order.created:
            post:
              parameters: {{(signed ? """[{ name: webhook-id, in: header, required: true, schema: { type: string } }, { name: webhook-timestamp, in: header, required: true, schema: { type: string } }, { name: webhook-signature, in: header, schema: { type: string } }]""" : "[]")}}
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [type, data], properties: { type: { const: order.created }, data: { $ref: "#/components/schemas/Order" } } } } } }
              responses: { "200": { description: Taken. } }
        components:
          schemas:
            Order: { type: object, required: [id, item], properties: { id: { type: string }, item: { type: string } } }
        """;

    private const string Subscribing = """
          /webhooks:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [url], properties: { url: { type: string, format: uri } } } } } }
              responses:
                "201": { description: Made., content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string }SECRET } } } } }
          /webhooks/{id}:
            delete:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { "204": { description: Gone. } }
        """;

    private sealed class ShiftedClock(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
    }
}
