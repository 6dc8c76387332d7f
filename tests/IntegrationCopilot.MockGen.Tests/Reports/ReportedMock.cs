using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Mocks of the documents that faults were reported with, and what a plain HTTP client gets from a mock.</summary>
internal static class ReportedMock
{
    /// <summary>A mock of a reported document; skips where the corpus is absent.</summary>
    /// <param name="report">Its folder in <c>reports</c>.</param>
    /// <param name="file">Its file.</param>
    /// <param name="options">How it behaves; the defaults when null.</param>
    public static async Task<MockSession> StartAsync(string report, string file = "a.yaml", MockServerOptions? options = null) =>
        await MockSession.StartAsync((await ApiSpecReader.ReadFileAsync(SharedData.Require("reports", report, file))).Spec!, options);

    /// <summary>A mock of one operation <c>GET /x</c>, whose answer has one representation.</summary>
    /// <param name="version">The edition of OpenAPI.</param>
    /// <param name="type">The media type described.</param>
    /// <param name="media">The Media Type Object.</param>
    /// <param name="components">The Components Object.</param>
    public static Task<MockSession> AnsweringAsync(string version, string type, string media, string components = "{}") => MockSession.StartAsync($$"""
        openapi: {{version}}
        info: { title: t, version: "1" }
        paths: { /x: { get: { responses: { "200": { description: ok, content: { "{{type}}": {{media}} } } } } } }
        components: {{components}}
        """);

    /// <summary>A mock of one operation <c>POST /x</c>, whose request has one representation.</summary>
    public static Task<MockSession> TakingAsync(string version, string type, string media, string components = "{}") => MockSession.StartAsync($$"""
        openapi: {{version}}
        info: { title: t, version: "1" }
        paths: { /x: { post: { requestBody: { required: true, content: { "{{type}}": {{media}} } }, responses: { "204": { description: ok } } } } }
        components: {{components}}
        """);

    public static async Task<Got> GetAsync(this MockSession mock, string path, params string[] headers) =>
        await Got.ReadAsync(await mock.SendAsync("GET", path, null, headers));

    public static async Task<Got> PostAsync(this MockSession mock, string path, string type, string body, params string[] headers) =>
        await Got.ReadAsync(await mock.SendAsync("POST", path, body, [$"Content-Type: {type}", .. headers]));
}

/// <summary>An answer as it came.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Type">Its media type with parameters; empty for none.</param>
/// <param name="Text">Its body as UTF-8.</param>
/// <param name="Fields">Its header fields, those of the content included.</param>
internal sealed record Got(int Status, string Type, string Text, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>A field's value; null when it is not there.</summary>
    public string? this[string name] => Fields.GetValueOrDefault(name);

    public static async Task<Got> ReadAsync(HttpResponseMessage answer)
    {
        var fields = answer.Headers.NonValidated.Concat(answer.Content.Headers.NonValidated)
            .ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new Got((int)answer.StatusCode, fields.GetValueOrDefault("Content-Type", ""), await answer.Content.ReadAsStringAsync(), fields);
    }
}
