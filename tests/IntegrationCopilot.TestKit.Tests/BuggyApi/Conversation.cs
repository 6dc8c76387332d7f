using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Asks an API by plain HTTP and writes down what it answers, with identifiers and moments told apart but not by their values.</summary>
internal sealed class Conversation(HttpClient client, string credentialHeader, string credential)
{
    private const string Ids = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static readonly string[] Told = ["Location", "Allow", "WWW-Authenticate", "ETag"];

    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly StringBuilder written = new();

    public string Written => written.ToString();

    /// <summary>Asks with the credential, unless other headers are given.</summary>
    /// <returns>The body of the answer as JSON; null when it is none.</returns>
    public async Task<JsonNode?> AskAsync(string method, string path, string? json = null, params (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (json is not null) request.Content = new StringContent(json, new MediaTypeHeaderValue("application/json"));
        return await AskAsync(request, headers);
    }

    public async Task<JsonNode?> AskAsync(HttpRequestMessage request, params (string Name, string? Value)[] headers)
    {
        request.Headers.Add(credentialHeader, credential);
        foreach (var (name, value) in headers)
        {
            if (name == "Content-Type")
            {
                request.Content!.Headers.ContentType = value is null ? null : MediaTypeHeaderValue.Parse(value);
                continue;
            }

            request.Headers.Remove(name);
            if (value is not null) request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        lock (written) Write(request, response, body);
        return Json(body);
    }

    /// <summary>Uploads a form of these parts; the file is one of them when its content is given.</summary>
    public async Task<JsonNode?> UploadAsync(string title, string kind, string? file)
    {
        using var form = new MultipartFormDataContent("boundary") { { new StringContent(title), "title" }, { new StringContent(kind), "kind" } };
        if (file is not null) form.Add(new StringContent(file), "file", "paper.txt");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("documents", UriKind.Relative)) { Content = form };
        return await AskAsync(request);
    }

    private static JsonNode? Json(string body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private void Write(HttpRequestMessage request, HttpResponseMessage response, string body)
    {
        var all = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header =>
            string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var headers = Told.Where(all.ContainsKey).Select(name => $" {name}: {all[name]}");
        var type = response.Content.Headers.ContentType is { } sent ? $" {sent}" : "";
        written.Append(CultureInfo.InvariantCulture, $"{request.Method} {Alike(request.RequestUri!.PathAndQuery)}\n    {(int)response.StatusCode}{type}");
        written.Append(Alike(string.Concat(headers))).Append('\n');
        if (body.Length > 0) written.Append("    ").Append(Alike(body)).Append('\n');
    }

    private string Alike(string text)
    {
        text = Regex.Replace(text, Ids, match => ids.TryGetValue(match.Value, out var known) ? known : ids[match.Value] = $"#{ids.Count + 1}",
            RegexOptions.None, TimeSpan.FromSeconds(1));
        return Regex.Replace(text, @"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)", "(moment)", RegexOptions.None, TimeSpan.FromSeconds(1));
    }
}
