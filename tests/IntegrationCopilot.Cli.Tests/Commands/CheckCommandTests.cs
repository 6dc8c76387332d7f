namespace IntegrationCopilot.Cli.Tests.Commands;

public sealed class CheckCommandTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Things, version: "1" }
        servers: [ { url: https://api.example.com/v1 } ]
        paths:
          /things/{id}:
            get:
              parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
              responses:
                "200":
                  description: ok
                  content:
                    application/json:
                      schema: { type: object, required: [id], properties: { id: { type: integer } } }
                "404": { description: none }
          /never:
            get: { responses: { "204": { description: ok } } }
        """;

    [Fact]
    public async Task Check_Conforming_IsGood()
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync(
            "check", folder.Write("api.yaml", Document), folder.Write("a.har", Har(Entry("https://api.example.com/v1/things/1", "{\\\"id\\\":1}"))));
        run.ExitCode.Should().Be(ExitCodes.Good);
        run.Output.Should().StartWith("All 1 judged exchange conform to the description.\n");
        run.Output.Should().Contain("1 of 2 operations seen:\n  GET /things/{id}  200 1 ×, 404 never\n  GET /never  never\n");
    }

    [Fact]
    public async Task Check_Breaking_TellsSumCauseValueLineAndExchange()
    {
        using var folder = new TempFolder();
        var spec = folder.Write("api.yaml", Document);
        var har = folder.Write("a.har",
            Har(Entry("https://api.example.com/v1/things/1", "{\\\"id\\\":1}"),
            Entry("https://api.example.com/v1/things/2", "{\\\"id\\\":\\\"x\\\\u001b[2J\\\"}"),
            Entry("https://www.example.com/", "hi"), Entry("https://api.example.com/v1/things/3", "{\\\"id\\\":\\\"y\\\"}")));
        var run = await CliRun.OfAsync("check", spec, har);
        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Output.Should().StartWith("2 of 3 exchanges break the description; 1 cause.\n\n2 × GET /things/{id}, response\n")
            .And.Contain("(type)").And.Contain("at body.id").And.Contain("described at ").And.Contain("api.yaml:13:")
            .And.Contain($"first in GET https://api.example.com/v1/things/2 → 200 {har}:2, exchange 2")
            .And.Contain("Not of this API: 1 exchange (www.example.com 1).").And.NotContain("\u001b");
    }

    [Fact]
    public async Task Check_Json_SaysTheSame()
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync(
            "check", folder.Write("api.yaml", Document), folder.Write("a.har", Har(Entry("https://api.example.com/v1/things/2", "{}"))), "--format", "json");
        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Json.GetProperty("judged").GetInt32().Should().Be(1);
        var cause = run.Json.GetProperty("causes")[0];
        cause.GetProperty("rule").GetString().Should().Be("required");
        cause.GetProperty("source").GetProperty("line").GetInt32().Should().Be(13);
        run.Json.GetProperty("operations")[1].GetProperty("exchanges").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task Check_OtherHost_JudgesNothingUntilItIsNamed()
    {
        using var folder = new TempFolder();
        var spec = folder.Write("api.yaml", Document);
        var har = folder.Write("a.har", Har(Entry("http://localhost:8080/things/1", "{\\\"id\\\":1}")));
        var run = await CliRun.OfAsync("check", spec, har);
        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Output.Should().Contain("Nothing was judged").And.Contain("--base-url https://localhost:8080");
        (await CliRun.OfAsync("check", spec, har, "--base-url", "http://localhost:8080")).ExitCode.Should().Be(ExitCodes.Good);
    }

    [Theory]
    [InlineData("{\"openapi\":\"3.1.0\"}", "a.har:1: There is no list of entries in it.")]
    [InlineData("{\"log\":{\"entries\":[\n{\"request\":", "a.har:2: The archive cannot be read on from here")]
    public async Task Check_FileThatIsNone_IsMisuse(string content, string problem)
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("check", folder.Write("api.yaml", Document), folder.Write("a.har", content));
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain(problem);
    }

    [Theory]
    [InlineData("There is no file 'no.har'.", "no.har")]
    [InlineData("--base-url takes an absolute http or https URL", "a.har", "--base-url", "example.com")]
    public async Task Check_WrongWords_IsMisuse(string problem, params string[] words)
    {
        using var folder = new TempFolder();
        var har = folder.Write("a.har", Har());
        var run = await CliRun.OfAsync(["check", folder.Write("api.yaml", Document), .. words.Select(word => word == "a.har" ? har : word)]);
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain(problem);
    }

    private static string Har(params string[] entries) =>
        $$$"""{"log":{"version":"1.2","creator":{"name":"Firefox"},"entries":[{{{string.Join(",\n", entries)}}}]}}""";

    private static string Entry(string url, string json) =>
        $$$"""{"request":{"method":"GET","url":"{{{url}}}","headers":[]},"response":{"status":200,"headers":[{"name":"Content-Type","value":"application/json"}],"content":{"size":-1,"mimeType":"application/json","text":"{{{json}}}"} } }""";
}
