using System.Text;
using IntegrationCopilot.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.Cli.Tests.Reports;

/// <summary>What a document or an API says is shown, never obeyed.</summary>
public sealed class TerminalReportTests
{
    [Theory]
    [InlineData("inspect", @"T \u001b[31mred\u001b[0m 1")]
    [InlineData("tests", @"/a\u001b[2J")]
    [InlineData("blueprint", null)]
    public async Task Report_Document_IsShownHarmlessly(string command, string? shown)
    {
        var run = await CliRun.OfAsync(command, SharedData.Require("reports", "25-terminal-escapes", "esc.yaml"));
        ControlsIn(run).Should().BeEmpty();
        if (shown is not null) run.Output.Should().Contain(shown);
    }

    [Fact]
    public async Task Report_AnswersOfTheApi_AreShownHarmlessly()
    {
        await using var api = await StartAsync("boom \0\u0001\u001b[31m ]]> <&\" \ufffe \U0001F600 caf\u00e9");
        var run = await CliRun.OfAsync("run", SharedData.Require("reports", "25-terminal-escapes", "h.yaml"), "--base-url", api.Urls.First() + "/api/v3",
            "--bearer", "good");
        ControlsIn(run).Should().BeEmpty();
        run.Output.Should().Contain(@"'boom \u0000\u0001\u001b[31m ]]> <&""").And.Contain("caf\u00e9");
    }

    [Fact]
    public async Task Malformed_InjectionDocument_IsShownHarmlessly()
    {
        var document = SharedData.Require("malformed", "injection", "terminal-and-ci.json");
        foreach (var command in (string[])["inspect", "tests", "blueprint"])
            ControlsIn(await CliRun.OfAsync(command, document)).Should().BeEmpty(command);
    }

    [Theory]
    [InlineData("\u001b]52;c;cm0gLXJmIC8=\u0007")]
    [InlineData("\u009b31m")]
    [InlineData("\r\u001b[2K  PASS           everything")]
    [InlineData("\u007f\b\b\b\u0085")]
    public async Task Control_AnywhereInADocument_IsShownHarmlessly(string control)
    {
        using var folder = new TempFolder();
        var text = System.Text.Json.JsonSerializer.Serialize(control);
        var document = folder.Write("a.json", $$"""
            { "openapi": "3.1.0", "info": { "title": {{text}}, "version": {{text}} }, "servers": [{ "url": "https://x.test", "description": {{text}} }],
              "paths": { "/a": { "get": { "operationId": {{text}}, "summary": {{text}}, "tags": [{{text}}],
                "parameters": [{ "name": {{text}}, "in": "query", "schema": { "enum": [{{text}}] } }],
                "responses": { "200": { "description": {{text}}, "content": { "application/json": { "example": {{text}} } } } } } } } }
            """);
        foreach (var command in (string[])["inspect", "tests", "blueprint", "run"])
            ControlsIn(await CliRun.OfAsync(command, document)).Should().BeEmpty(command);
    }

    private static IEnumerable<char> ControlsIn(CliRun run) => (run.Output + run.Error).Where(c => char.IsControl(c) && c is not ('\n' or '\t'));

    private static async Task<WebApplication> StartAsync(string answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(context =>
        {
            (context.Response.StatusCode, context.Response.ContentType) = (500, "text/plain");
            return context.Response.WriteAsync(answer, Encoding.UTF8);
        });
        await app.StartAsync();
        return app;
    }
}
