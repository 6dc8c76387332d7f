using System.Net;
using System.Text.RegularExpressions;

namespace IntegrationCopilot.Server.Tests.Hosting;

/// <summary>A browser without scripts: it keeps cookies and sends forms with their hidden fields.</summary>
internal sealed class FormClient(RunningServer server) : IDisposable
{
    private readonly HttpClient _client =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = server.Address };

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(path);

    /// <summary>Opens a page and sends its form.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await _client.GetStringAsync(path);
        var hidden = Regex.Matches(page, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .Select(match => KeyValuePair.Create(match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)));
        return await _client.PostAsync(path, new FormUrlEncodedContent(hidden.Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))));
    }

    public void Dispose() => _client.Dispose();
}
