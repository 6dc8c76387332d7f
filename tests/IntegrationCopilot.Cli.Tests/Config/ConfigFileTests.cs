using System.Text.Json;
using IntegrationCopilot.Cli.Config;
using IntegrationCopilot.Cli.Tests.Commands;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Cli.Tests.Config;

public sealed class ConfigFileTests
{
    private const string Api = """
        openapi: 3.1.0
        info: { title: NAME, version: "1" }
        paths:
          /a: { get: { operationId: getA, responses: { "200": { description: ok, content: { application/json: { schema: { type: array } } } } } } }
        """;

    [Fact]
    public void Find_FolderBeneath_IsTheNearestFileAbove()
    {
        using var folder = new TempFolder();
        var outer = folder.Write(ConfigFile.Name, "apis: []");
        var inner = Directory.CreateDirectory(folder.PathOf("a/b/c")).FullName;
        ConfigFile.Find(inner).Should().Be(outer);
        File.WriteAllText(folder.PathOf("a/b/" + ConfigFile.Name), "apis: []");
        ConfigFile.Find(inner).Should().Be(folder.PathOf("a/b/" + ConfigFile.Name));
    }

    [Fact]
    public void Members_OfTheSchema_EachStandsForAnOptionOfRunAndNoneIsForgotten()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", "schemas", "config.schema.json")));
        string[] structural = ["document", "environment", "environments", "oauth2"];
        Members(schema, "api").Except(structural).Should().BeEquivalentTo(ConfigMembers.OfApi.Select(member => member.Path));
        Members(schema, "environment").Except(structural).Concat(["oauth2/client", "oauth2/tokenUrl", "oauth2/scopes"])
            .Should().BeEquivalentTo(ConfigMembers.OfEnvironment.Select(member => member.Path));
    }

    private static IEnumerable<string> Members(JsonDocument schema, string definition) =>
        schema.RootElement.GetProperty("$defs").GetProperty(definition).GetProperty("properties").EnumerateObject().Select(member => member.Name);

    [Theory]
    [InlineData("apis:\n  - documnet: a.yaml\n", ":2:5: apis[0].document: 'document' is required but missing.")]
    [InlineData("apis:\n  - documnet: a.yaml\n",
        ":2:5: apis[0].documnet: 'documnet' is not described, and undescribed properties are not allowed here. Is 'document' meant?")]
    [InlineData("apis: []\n", ":1:1: apis: Must have at least 1 item, but has 0. The APIs, each run in turn.")]
    [InlineData("apis:\n  - document: a.yaml\n    budget: none\n", ":3:5: apis[0].budget: ")]
    [InlineData("apis:\n  - document: a.yaml\n    budget: none\n", "Requests that are sent for cases at most, as --budget.")]
    [InlineData("apis:\n  - document: a.yaml\n    environments: { sandbox: { baseUrl: a.example } }\n", "The API; the document's paths are appended.")]
    [InlineData("apis: [\n", ":2:1")]
    [InlineData("- a\n", "object")]
    public async Task Read_FileWithAMistake_SaysWhereAndWhatBelongsThere(string text, string told)
    {
        using var folder = new TempFolder();
        var path = folder.Write(ConfigFile.Name, text);
        var run = await CliRun.OfAsync("run", "--config", path);
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain($"{path}:").And.Contain(told);
    }

    [Fact]
    public async Task Read_SecretInTheFile_IsRefusedAndNotShown()
    {
        using var folder = new TempFolder();
        var path = folder.Write(ConfigFile.Name, """
            apis:
              - document: a.yaml
                environments: { sandbox: { baseUrl: "https://a.example", credentials: { key: hunter2 }, oauth2: { client: "me:hunter2" } } }
            """);
        var run = await CliRun.OfAsync("run", "--config", path);
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain("credentials.key: A secret does not belong into this file; write env:NAME or file:PATH").And.NotContain("hunter2");
    }

    [Fact]
    public async Task Run_FileAboveTheFolder_RunsEachApiWithItsSettings()
    {
        using var folder = new TempFolder();
        folder.Write("one.yaml", Api.Replace("NAME", "One", StringComparison.Ordinal));
        folder.Write("two.yaml", Api.Replace("NAME", "Two", StringComparison.Ordinal));
        folder.Write(ConfigFile.Name, """
            apis:
              - document: one.yaml
                only: [getA]
                reports: { json: out-one.json }
              - document: two.yaml
                seed: 7
                reports: { json: out-two.json }
            """);
        var run = await CliRun.InFolderAsync(Directory.CreateDirectory(folder.PathOf("deep")).FullName, "run");
        run.ExitCode.Should().Be(ExitCodes.Good, run.Error);
        run.Output.Should().Contain("One against MOCK").And.Contain("Two against MOCK");
        run.Error.Should().Contain($"Settings of {folder.PathOf(ConfigFile.Name)}");
        JsonOf(folder, "out-one.json").GetProperty("seed").GetInt32().Should().Be(0);
        JsonOf(folder, "out-two.json").GetProperty("seed").GetInt32().Should().Be(7);
    }

    [Fact]
    public async Task Run_DocumentIsNamed_OnlyItsSettingsAndThoseOfTheCommandLineFirst()
    {
        using var folder = new TempFolder();
        var one = folder.Write("one.yaml", Api.Replace("NAME", "One", StringComparison.Ordinal));
        folder.Write("two.yaml", Api.Replace("NAME", "Two", StringComparison.Ordinal));
        var config = folder.Write(ConfigFile.Name, "apis:\n  - { document: two.yaml }\n  - { document: one.yaml, seed: 7, exclude: [nothing-of-this-name] }\n");
        var wrong = await CliRun.OfAsync("run", one, "--config", config);
        wrong.Error.Should().Contain("--exclude: there is no").And.Contain("nothing-of-this-name");
        var run = await CliRun.OfAsync("run", one, "--config", config, "--exclude", "getA", "--seed", "9", "--only", "contract", "--report", "json=-");
        run.Error.Should().NotContain("Two");
        (await CliRun.OfAsync("run", folder.Write("other.yaml", Api), "--config", config)).Error.Should().Contain("says nothing of").And.Contain("two.yaml");
    }

    [Fact]
    public async Task Run_EnvironmentOfTheFile_GoesThereWithItsCredentialsAndHeaders()
    {
        await using var server = await DullServer.StartAsync(DullServer.Answers[0]);
        using var folder = new TempFolder();
        var document = folder.Write("one.yaml", Api.Replace("NAME", "One", StringComparison.Ordinal));
        folder.Write("token.txt", "a-token-0001\n");
        var config = folder.Write(ConfigFile.Name, $$"""
            apis:
              - document: one.yaml
                environment: sandbox
                environments:
                  sandbox: { baseUrl: "{{server.BaseUrl}}", credentials: { t: "file:token.txt" }, headers: { X-Tenant: acme, X-Other: one } }
            """);
        var run = await CliRun.OfAsync("run", "--config", config, "--header", "x-tenant: mine");
        run.Output.Should().Contain($"One against SANDBOX {server.BaseUrl}");
        run.Output.Should().Contain("'x-tenant: '").And.Contain("'X-Other: '").And.Contain("'t: '").And.NotContain("X-Tenant").And.NotContain("a-token-0001");
        var mock = await CliRun.OfAsync("run", "--config", config, "--environment", "mock");
        mock.Output.Should().Contain("One against MOCK");
        var uat = await CliRun.OfAsync("run", "--config", config, "--environment", "uat");
        uat.Error.Should().Contain($"{config}:2:5: there is no environment 'uat' here");
        (await CliRun.OfAsync("run", document, "--environment", "uat")).Error.Should().Contain("--environment is about the API at --base-url");
    }

    [Fact]
    public async Task Run_SeveralDocumentsAndOneFileToWrite_IsRefusedUnlessEachHasItsOwn()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.PathOf("apis/more"));
        foreach (var name in (string[])["apis/one.yaml", "apis/more/two.yaml"]) folder.Write(name, Api.Replace("NAME", name, StringComparison.Ordinal));
        var pattern = folder.PathOf("apis/**/*.yaml");
        var shared = await CliRun.OfAsync("run", pattern, "--report", $"json={folder.PathOf("out.json")}");
        shared.ExitCode.Should().Be(ExitCodes.Misused);
        shared.Error.Should().Contain("write {name} in it");
        var run = await CliRun.OfAsync("run", pattern, "--report", $"json={folder.PathOf("out-{name}.json")}");
        run.ExitCode.Should().Be(ExitCodes.Good, run.Error);
        JsonOf(folder, "out-one.json").GetProperty("title").GetString().Should().Be("apis/one.yaml");
        JsonOf(folder, "out-two.json").GetProperty("title").GetString().Should().Be("apis/more/two.yaml");
        (await CliRun.OfAsync("run", folder.PathOf("none/*.yaml"))).Error.Should().Contain("No file matches");
    }

    [Theory]
    [InlineData("--only=-q")]
    [InlineData("--only=--plan")]
    public async Task Run_ValueThatLooksLikeAnOption_IsAValue(string word)
    {
        var run = await CliRun.OfAsync("run", CliRun.Payments, word);
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain($"'{word["--only=".Length..]}'; the nearest are");
    }

    [Fact]
    public async Task Inspect_NoDocument_IsThatOfTheFileIfItIsOne()
    {
        using var folder = new TempFolder();
        folder.Write("one.yaml", Api.Replace("NAME", "One", StringComparison.Ordinal));
        folder.Write("two.yaml", Api.Replace("NAME", "Two", StringComparison.Ordinal));
        var empty = await CliRun.InFolderAsync(folder.PathOf("."), "inspect");
        empty.Error.Should().StartWith("SPEC is missing: name the OpenAPI document, or have 'integration-copilot init' write integration-copilot.yaml");
        folder.Write(ConfigFile.Name, "apis: [{ document: one.yaml }]");
        (await CliRun.InFolderAsync(folder.PathOf("."), "inspect")).Output.Should().Contain("One");
        folder.Write(ConfigFile.Name, "apis: [{ document: one.yaml }, { document: two.yaml }]");
        (await CliRun.InFolderAsync(folder.PathOf("."), "inspect")).Error.Should().Contain("names several documents").And.Contain("two.yaml");
    }

    private static JsonElement JsonOf(TempFolder folder, string name) => JsonDocument.Parse(File.ReadAllBytes(folder.PathOf(name))).RootElement;
}
