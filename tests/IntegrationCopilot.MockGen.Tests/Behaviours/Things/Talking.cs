using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Short requests to a mock in process.</summary>
internal sealed class Talking(string yaml, MockOptions? options = null) : IDisposable
{
    private readonly HttpClient client = new MockEngine(Described.Read(yaml), options).CreateClient();

    /// <summary>Sends a request.</summary>
    /// <param name="line">Method and path, for example <c>GET /things</c>.</param>
    /// <param name="json">A body; null for none.</param>
    /// <param name="headers">Header fields as <c>Name: value</c>; <c>Content-Type</c> is <c>application/json</c> unless it is given.</param>
    public async Task<Told> AskAsync(string line, string? json = null, params string[] headers)
    {
        var space = line.IndexOf(' ');
        using var request = new HttpRequestMessage(new HttpMethod(line[..space]), line[(space + 1)..].TrimStart('/'));
        if (json is not null) request.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(json));
        foreach (var header in headers.Prepend("Content-Type: application/json"))
        {
            var colon = header.IndexOf(':');
            var (name, value) = (header[..colon], header[(colon + 1)..].Trim());
            if (name != "Content-Type") request.Headers.TryAddWithoutValidation(name, value);
            else if (request.Content is not null) request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(value);
        }
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var fields = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Told((int)answer.StatusCode, fields, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public void Dispose() => client.Dispose();
}

/// <summary>An answer.</summary>
internal sealed record Told(int Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string? this[string field] => Json[field].ScalarText();

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
