using System.Text.Json.Nodes;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A plain HTTP client before a mock, and a receiver of its deliveries.</summary>
public sealed class FaultProbe : IAsyncDisposable
{
    private const string Bearer = "Authorization: Bearer mock-bearer-token";
    private readonly HttpMessageInvoker invoker;
    private readonly MockSession session;
    private readonly WebhookReceiver receiver;
    private readonly MessageValidator validator;

    private FaultProbe(HttpMessageInvoker invoker, MockSession session, WebhookReceiver receiver)
    {
        (this.invoker, this.session, this.receiver) = (invoker, session, receiver);
        validator = new MessageValidator(session.Server.Spec);
    }

    internal MockDeliveries Deliveries => session.Server.Engine.Deliveries;

    internal WebhookReceiver Receiver => receiver;

    public static async Task<FaultProbe> StartAsync(FaultCase it, params FaultInjection[] faults)
    {
        var client = new HttpMessageInvoker(new SocketsHttpHandler());
        var partner = await WebhookReceiver.StartAsync();
        var options = new MockServerOptions { Faults = faults,
            Deliveries = new DeliveryOptions { Invoker = client, Address = partner.Address, TimeScale = 0 } };
        return new FaultProbe(client, await MockSession.StartAsync(it.Document, it.Set(options)), partner);
    }

    /// <summary>Sends a request, by default with credentials; a header <c>-Authorization:</c> leaves them out.</summary>
    public Task<HttpResponseMessage> SendAsync(string method, string path, string? json = null, params string[] headers) =>
        session.SendAsync(method, path, json,
            [.. headers.Any(h => h.Contains("Authorization", StringComparison.Ordinal)) ? headers.Where(h => h[0] != '-') : headers.Append(Bearer)]);

    /// <summary>The status of the answer.</summary>
    public async Task<string> StatusAsync(string method, string path, string? json = null, params string[] headers)
    {
        using var answer = await SendAsync(method, path, json, headers);
        return ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Codes of what the answer breaks; <c>valid</c> when nothing.</summary>
    public async Task<string> JudgeAsync(string method, string path, string? json = null, params string[] headers)
    {
        using var answer = await SendAsync(method, path, json, headers);
        var body = await answer.Content.ReadAsByteArrayAsync();
        var operation = validator.Match(method, "/" + path).Operation!;
        var response = new RecordedResponse
        {
            Status = (int)answer.StatusCode,
            Headers = [.. answer.Headers.Concat(answer.Content.Headers)
                .Where(h => h.Key != "Content-Length" && !h.Key.StartsWith("Mock-", StringComparison.Ordinal))
                    .SelectMany(h => h.Value.Select(v => new KeyValuePair<string, string>(h.Key, v)))],
            Body = body,
        };
        var codes = validator.ValidateResponse(operation, response).Findings.Select(finding => finding.Code).Distinct().ToList();
        return codes.Count == 0 ? "valid" : string.Join(",", codes);
    }

    /// <summary>A header field of the answer; <c>none</c> when it has none.</summary>
    public async Task<string> FieldAsync(string name, string method, string path, string? json = null, params string[] headers)
    {
        using var answer = await SendAsync(method, path, json, headers);
        return answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "none";
    }

    /// <summary>The body of the answer.</summary>
    public async Task<string> TextAsync(string method, string path, string? json = null, params string[] headers)
    {
        using var answer = await SendAsync(method, path, json, headers);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The JSON of the answer.</summary>
    public async Task<JsonNode> JsonAsync(string method, string path, string? json = null, params string[] headers) =>
        JsonNode.Parse(await TextAsync(method, path, json, headers))!;

    /// <summary>An access token of the mock's token endpoint, without the scope that is needed.</summary>
    public async Task<string> TokenAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string,
            string> { ["grant_type"] = "client_credentials", ["client_id"] = "mock-client", ["client_secret"] = "mock-client-secret",
                ["scope"] = "things:other" });
        using var answer = await session.Client.PostAsync(session.Server.TokenUrl, form);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>();
    }

    /// <summary>How an exchange ends that may end without a whole answer.</summary>
    public async Task<string> EndAsync(string method, string path)
    {
        try
        {
            return await StatusAsync(method, path);
        }
        catch (HttpRequestException)
        {
            return "broken";
        }
    }

    public async ValueTask DisposeAsync()
    {
        await session.DisposeAsync();
        await receiver.DisposeAsync();
        invoker.Dispose();
    }
}
