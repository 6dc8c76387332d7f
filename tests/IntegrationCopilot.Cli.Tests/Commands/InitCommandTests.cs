using IntegrationCopilot.Cli.Config;

namespace IntegrationCopilot.Cli.Tests.Commands;

public sealed class InitCommandTests
{
    [Fact]
    public async Task Init_RepositoryWithDocuments_WritesAFileThatRunsGreen()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.PathOf("apis/node_modules/other"));
        File.Copy(CliRun.Payments, folder.PathOf("apis/payments.yaml"));
        folder.Write("apis/node_modules/other/openapi.yaml", "openapi: 3.1.0\n");
        folder.Write("package.json", """{ "name": "openapi" }""");
        var init = await CliRun.InFolderAsync(folder.PathOf("."), "init");
        init.ExitCode.Should().Be(ExitCodes.Good, init.Error);
        init.Output.Should().Contain("Example Payments API").And.Contain("integration-copilot run");
        var text = await File.ReadAllTextAsync(folder.PathOf(ConfigFile.Name));
        text.Should().Contain("- document: apis/payments.yaml\n").And.Contain("#       apiKey: env:APIKEY\n").And.NotContain("node_modules");
        var run = await CliRun.InFolderAsync(folder.PathOf("apis"), "run", "--category", "authentication");
        run.ExitCode.Should().Be(ExitCodes.Good, run.Error);
    }

    [Fact]
    public async Task Init_EnvironmentsUncommented_IsStillAFileOfSettings()
    {
        using var folder = new TempFolder();
        File.Copy(CliRun.Payments, folder.PathOf("payments.yaml"));
        await CliRun.InFolderAsync(folder.PathOf("."), "init");
        var path = folder.PathOf(ConfigFile.Name);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("    # environments:", "    environments:", StringComparison.Ordinal)
            .Replace("    #   ", "      ", StringComparison.Ordinal));
        ConfigFile.Read(path).Apis.Single().Options("sandbox", withTarget: true).Should().Contain(new ConfiguredOption("--api-key", "apiKey", "env:APIKEY"));
    }

    [Fact]
    public async Task Init_FileIsThere_IsReplacedOnlyWithForce()
    {
        using var folder = new TempFolder();
        File.Copy(CliRun.Payments, folder.PathOf("payments.yaml"));
        folder.Write(ConfigFile.Name, "mine");
        var refused = await CliRun.InFolderAsync(folder.PathOf("."), "init");
        refused.ExitCode.Should().Be(ExitCodes.Misused);
        refused.Error.Should().Contain("--force replaces it");
        (await File.ReadAllTextAsync(folder.PathOf(ConfigFile.Name))).Should().Be("mine");
        (await CliRun.InFolderAsync(folder.PathOf("."), "init", "--force")).ExitCode.Should().Be(ExitCodes.Good);
    }

    [Fact]
    public async Task Init_HostileNames_WritesYamlThatMeansThem()
    {
        using var folder = new TempFolder();
        var name = "a: b # c\" - [x].yaml";
        folder.Write(name, """
            openapi: 3.1.0
            info: { title: Odd, version: "1" }
            paths: {}
            components: { securitySchemes: { "x: y\n  evil": { type: http, scheme: bearer } } }
            """);
        (await CliRun.InFolderAsync(folder.PathOf("."), "init")).ExitCode.Should().Be(ExitCodes.Good);
        ConfigFile.Read(folder.PathOf(ConfigFile.Name)).Apis.Single().Document.Should().Be(folder.PathOf(name));
    }

    [Theory]
    [InlineData("No OpenAPI document was found in")]
    [InlineData("is no OpenAPI document", "notes.yaml")]
    [InlineData("is no file; write it into", "https://a.example/openapi.yaml")]
    public async Task Init_NothingToWriteAbout_SaysWhatToDo(string told, params string[] args)
    {
        using var folder = new TempFolder();
        folder.Write("notes.yaml", "milk: 2\n");
        var run = await CliRun.InFolderAsync(folder.PathOf("."), ["init", .. args.Select(arg => arg == "notes.yaml" ? folder.PathOf(arg) : arg)]);
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain(told);
        File.Exists(folder.PathOf(ConfigFile.Name)).Should().BeFalse();
    }
}
