using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IntegrationCopilot.Cli.Tests.Commands;

/// <summary>A second caller, given on the command line, must not see what the first one makes.</summary>
public sealed class OtherCallerTests
{
    private static readonly HashSet<string> Known =
    [
        Basic("first:caller-0001"), Basic("second:caller-0002"), Basic("second:other-secret-0003"), "Bearer token-0001", "Bearer token-0002",
        "Bearer other-secret-0003",
        "key-0001", "key-0002",
    ];

    /// <summary>How each way is described, given, given for the other caller, and sent by that one.</summary>
    public static TheoryData<string, string[], string[], string> Ways => new()
    {
        { "{ type: http, scheme: basic }", ["--basic", "first:caller-0001"], ["--other-basic", "second:caller-0002"], Basic("second:caller-0002") },
        { "{ type: http, scheme: basic }", ["--basic", "first:caller-0001"], ["--other-basic", "second:env:IC_OTHER_SECRET"],
            Basic("second:other-secret-0003") },
        { "{ type: http, scheme: bearer }", ["--bearer", "token-0001"], ["--other-bearer", "token-0002"], "Bearer token-0002" },
        { "{ type: http, scheme: bearer }", ["--bearer", "token-0001"], ["--other-bearer", "env:IC_OTHER_SECRET"], "Bearer other-secret-0003" },
        { "{ type: apiKey, in: header, name: Authorization }", ["--api-key", "key-0001"], ["--other-api-key", "key-0002"], "key-0002" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Run_TheOtherCallerIsRefused_Passes(string scheme, string[] own, string[] other, string sent)
    {
        var (run, callers) = await RunAsync(scheme, hides: true, [.. own, .. other]);
        callers.Should().Contain(sent).And.HaveCountGreaterThan(1);
        Case(run).GetProperty("status").GetString().Should().Be("PASS", Case(run).GetProperty("reason").GetString());
        (run.Output + run.Error).Should().NotContain("caller-0002").And.NotContain("other-secret-0003").And.NotContain("token-0002").And.NotContain("key-0002");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Run_TheOtherCallerSeesIt_Fails(string scheme, string[] own, string[] other, string sent)
    {
        var (run, callers) = await RunAsync(scheme, hides: false, [.. own, .. other]);
        callers.Should().Contain(sent);
        Case(run).GetProperty("status").GetString().Should().Be("FAIL", Case(run).GetProperty("reason").GetString());
        run.ExitCode.Should().Be(ExitCodes.Failed);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Run_NobodyElseIsGiven_AsksForNothingInHisName(string scheme, string[] own, string[] other, string sent)
    {
        var (run, callers) = await RunAsync(scheme, hides: true, own);
        callers.Should().NotContain(sent);
        Case(run).GetProperty("status").GetString().Should().BeOneOf("NOT_APPLICABLE", "SKIP");
        Case(run).GetProperty("reason").GetString().Should().Contain("--other-api-key").And.NotContain(other[1]);
    }

    [Theory]
    [InlineData("--other-basic", "no-password", "--other-basic USER:PASSWORD")]
    [InlineData("--other-bearer", "env:IC_NO_SUCH_VARIABLE", "IC_NO_SUCH_VARIABLE")]
    [InlineData("--other-bearer", "file:/no/such/file", "/no/such/file")]
    public async Task Run_TheOtherCallerIsNotWrittenSo_IsMisuse(string option, string value, string told)
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync(
            "run", folder.Write("api.yaml", Document("{ type: http, scheme: bearer }")), "--base-url", "http://127.0.0.1:1", option, value);
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain(told);
    }

    private static string Basic(string pair) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair))}";

    private static JsonElement Case(CliRun run) => run.Json.GetProperty("cases").EnumerateArray()
        .First(item => item.GetProperty("id").GetString()!.StartsWith("life-cycle-other-caller", StringComparison.Ordinal));

    private static async Task<(CliRun Run, IReadOnlyCollection<string> Callers)> RunAsync(string scheme, bool hides, string[] options)
    {
        Environment.SetEnvironmentVariable("IC_OTHER_SECRET", "other-secret-0003");
        var (things, callers) = (new ConcurrentDictionary<string, string>(), new ConcurrentDictionary<string, bool>());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Run(context => AnswerAsync(context, things, callers, hides));
        await app.StartAsync();
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync(["run", folder.Write("api.yaml", Document(scheme)), "--base-url", app.Urls.First(), "--report", "json=-", .. options]);
        return (run, [.. callers.Keys]);
    }

    private static Task AnswerAsync(HttpContext context, ConcurrentDictionary<string, string> things, ConcurrentDictionary<string, bool> callers, bool hides)
    {
        var caller = context.Request.Headers.Authorization.ToString();
        if (!Known.Contains(caller))
        {
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        }

        callers[caller] = true;
        var id = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, var named] ? named : null;
        if (context.Request.Method == "POST" && id is null)
        {
            id = $"t{things.Count + 1}-{Guid.NewGuid():N}";
            things[id] = caller;
            context.Response.StatusCode = 201;
            return context.Response.WriteAsJsonAsync(new { id });
        }

        if (id is null) return context.Response.WriteAsJsonAsync(
            things.Where(thing => !hides || thing.Value == caller).Select(thing => new { id = thing.Key }));
        if (things.TryGetValue(id, out var owner) && (!hides || owner == caller)) return context.Response.WriteAsJsonAsync(new { id });
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private static string Document(string scheme) => $$"""
        openapi: 3.0.3
        info: { title: Things, version: '1' }
        security: [{ way: [] }]
        paths:
          /things:
            get: { responses: { '200': { description: All., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { note: { type: string } } } } } }
              responses: { '201': { description: Made., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
          /things/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, '404': { description: None. } } }
        components:
          securitySchemes: { way: {{scheme}} }
          schemas: { Thing: { type: object, required: [id], properties: { id: { type: string } } } }
        """;
}
