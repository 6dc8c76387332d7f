using System.Net.Http.Headers;
using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A running mock with a client for it.</summary>
internal sealed class MockSession : IAsyncDisposable
{
    private MockSession(MockServer server)
    {
        Server = server;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.BaseUrl };
    }

    public MockServer Server { get; }

    public HttpClient Client { get; }

    public static async Task<MockSession> StartAsync(ApiSpec spec, MockServerOptions? options = null) => new(await MockServer.StartAsync(spec, options));

    public static Task<MockSession> StartAsync(string yaml, MockServerOptions? options = null) => StartAsync(Described.Read(yaml), options);

    /// <summary>Sends a request.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="path">Its path with query, without the first slash.</param>
    /// <param name="json">A JSON body; null for none.</param>
    /// <param name="headers">Header fields as <c>Name: value</c>.</param>
    public async Task<HttpResponseMessage> SendAsync(string method, string path, string? json, params string[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        foreach (var header in headers)
        {
            var colon = header.IndexOf(':');
            var (name, value) = (header[..colon], header[(colon + 1)..].Trim());
            if (name != "Content-Type") request.Headers.TryAddWithoutValidation(name, value);
            else if (request.Content is not null) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
        }
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
