using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.Cli.Tests.Output;

/// <summary>Whatever a document or an API says, no command writes a character that a terminal obeys, or a line that looks like ours.</summary>
public sealed class HarmlessOutputTests
{
    /// <summary>Begins a line of its own nowhere, unless somebody smuggled a line break in.</summary>
    private const string Spoof = "PASS           Spoofed verdict";

    /// <summary>Every control of C0 and C1, what hides and reorders, sequences that terminals obey, markup of the console library, and a forged line.</summary>
    private static readonly string Hostile =
        string.Concat(Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(c => (char)c))
        + "\u001b[2J\u001b]0;title\a\u001b]52;c;cm0gLXJm\a\u202e\u2066\u2028\u2029\ufeff\u200b\U000E0041[red]x[/][[[/] \r\n  " + Spoof
            + "\n::error file=x::injected";

    public static TheoryData<string> Commands =>
        new("inspect", "inspect --format json", "blueprint", "blueprint --format json", "tests", "tests --format json", "run", "run --report json=-",
        "run --report junit=-");

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_HostileDocumentAndAnswers_WritesNothingThatATerminalObeys(string command)
    {
        await using var api = await HostileApi.StartAsync();
        using var folder = new TempFolder();
        var document = folder.Write("hostile.json", Document());
        string[] target = command.StartsWith("run", StringComparison.Ordinal) ? ["--base-url", api.BaseUrl, "--api-key", "k"] : [];
        var parts = command.Split(' ');
        var run = await CliRun.OfAsync([parts[0], document, .. parts[1..], .. target]);
        run.ExitCode.Should().BeOneOf(ExitCodes.Good, ExitCodes.Failed);
        Check(run, isDocument: command == "blueprint");
        run.Output.Length.Should().BeGreaterThan(200, "there was something to write");
        if (command.EndsWith("json", StringComparison.Ordinal) || command.EndsWith("json=-", StringComparison.Ordinal))
            run.Output.Should().NotContain("\\\\u001b", "scripts get the text itself");
    }

    [Fact]
    public async Task Mock_HostileDocument_IsGreetedHarmlessly()
    {
        using var folder = new TempFolder();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        Check(await CliRun.StoppedByAsync(stop.Token, "mock", folder.Write("hostile.json", Document())));
    }

    [Fact]
    public async Task Schema_HostileInstance_IsToldHarmlessly()
    {
        using var folder = new TempFolder();
        var schema = folder.Write("schema.json", """{"additionalProperties":{"type":"integer"},"patternProperties":{"(":{}}}""");
        Check(await CliRun.OfAsync("schema", schema, folder.Write("a.json", new JsonObject { [Hostile] = Hostile }.ToJsonString())));
        var valid = folder.Write("schema2.json", """{"additionalProperties":{"enum":["a"]}}""");
        Check(await CliRun.OfAsync("schema", valid, folder.Write("b.json", new JsonObject { [Hostile] = Hostile }.ToJsonString())));
    }

    [Theory]
    [InlineData("no-such\u001b[2J.yaml")]
    [InlineData("not-openapi")]
    public async Task Misuse_HostileArguments_AreToldHarmlessly(string what)
    {
        using var folder = new TempFolder();
        Check(await CliRun.OfAsync("inspect", what == "not-openapi" ? folder.Write("a.yaml", Hostile) : what));
        Check(await CliRun.OfAsync(what, "\u001b[31m"));
    }

    /// <param name="run">What was written.</param>
    /// <param name="isDocument">Whether the output is a text with examples in fences, which keep their lines.</param>
    private static void Check(CliRun run, bool isDocument = false)
    {
        foreach (var written in new[] { run.Output, run.Error })
        {
            written.Where(c => (char.IsControl(c) && c is not ('\n' or '\t')) || c is '\u202e' or '\u2066' or '\u2028' or '\u2029' or '\ufeff' or '\u200b')
                .Should().BeEmpty();
            written.Should().NotContain("\U000E0041");
            if (!isDocument)
                written.Split('\n')
                    .Where(line => line.TrimStart().StartsWith(Spoof, StringComparison.Ordinal) || line.StartsWith("::", StringComparison.Ordinal)).Should()
                    .BeEmpty();
        }
    }

    /// <summary>A document that says the hostile text wherever text may stand.</summary>
    private static string Document()
    {
        JsonObject Schema(JsonNode inner) =>
            new() { ["type"] = "object", ["description"] = Hostile, ["title"] = Hostile, ["required"] = new JsonArray(Hostile),
            ["properties"] = new JsonObject { [Hostile] = inner } };
        JsonObject Operation(string id) => new()
        {
            ["operationId"] = id + Hostile,
            ["summary"] = Hostile,
            ["description"] = Hostile,
            ["tags"] = new JsonArray(Hostile),
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = Hostile, ["in"] = "query", ["required"] = true, ["description"] = Hostile,
            ["schema"] = new JsonObject { ["type"] = "string", ["example"] = Hostile, ["pattern"] = "(" + Hostile } }),
            ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = Hostile,
                ["content"] =
                new JsonObject { ["application/json"] =
                new JsonObject { ["schema"] = Schema(new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(Hostile) }), ["example"] = Hostile } } },
                [Hostile] = new JsonObject { ["description"] = Hostile } },
        };
        var post = Operation("b");
        post["requestBody"] = new JsonObject { ["content"] =
            new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Schema(new JsonObject { ["type"] = "integer", ["default"] = Hostile }) } } };
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = Hostile, ["version"] = Hostile, ["description"] = Hostile },
            ["security"] = new JsonArray(new JsonObject { ["key" + Hostile] = new JsonArray() }),
            ["paths"] = new JsonObject { ["/items" + Hostile] = new JsonObject { ["get"] = Operation("a"), ["post"] = post },
            ["/items"] = new JsonObject { ["get"] = Operation("c") },
            ["/things/{id}"] = new JsonObject { ["get"] = Operation("d"), ["x" + Hostile] = new JsonObject() } },
            ["components"] =
                new JsonObject { ["securitySchemes"] = new JsonObject { ["key" + Hostile] =
                new JsonObject { ["type"] = "apiKey", ["in"] = "header", ["name"] = "X-Key", ["description"] = Hostile } } },
            [Hostile] = Hostile,
        }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    /// <summary>An API that answers everything with the hostile text, as text and as JSON in turn.</summary>
    private sealed class HostileApi : IAsyncDisposable
    {
        private readonly WebApplication app;
        private int requests;

        private HostileApi()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            app.Run(AnswerAsync);
        }

        public string BaseUrl => app.Urls.First();

        public static async Task<HostileApi> StartAsync()
        {
            var api = new HostileApi();
            await api.app.StartAsync();
            return api;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private Task AnswerAsync(HttpContext context)
        {
            var number = Interlocked.Increment(ref requests);
            (context.Response.StatusCode, context.Response.ContentType) = (number % 4) switch { 0 => (200, "text/plain"), 1 => (500, "text/plain"),
                2 => (200, "application/json"), _ => (400, "application/problem+json") };
            context.Response.Headers["X-Odd"] = "a\tb";
            var body = number % 4 < 2 ? Hostile : new JsonObject { ["title"] = Hostile, ["detail"] = Hostile, [Hostile] = Hostile }.ToJsonString();
            return context.Response.WriteAsync(body, Encoding.UTF8);
        }
    }
}
