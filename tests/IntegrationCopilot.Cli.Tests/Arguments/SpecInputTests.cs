namespace IntegrationCopilot.Cli.Tests.Arguments;

/// <summary>Which files a document may refer to.</summary>
public sealed class SpecInputTests
{
    private const string Refers =
        "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths:\n  /e: {get: {responses: {'200': {description: d, content: {application/json: {schema: {$ref: '../../shared/event.yaml'}}}}}}}\n";

    [Theory]
    [InlineData("inspect")]
    [InlineData("blueprint")]
    [InlineData("tests")]
    [InlineData("run")]
    public async Task Root_FolderThatHoldsBoth_IsRead(string command)
    {
        using var folder = new TempFolder();
        var document = Write(folder);
        var run = await CliRun.OfAsync(command, document, "--root", folder.PathOf(""));
        run.ExitCode.Should().Be(ExitCodes.Good, run.Output + run.Error);
        (run.Output + run.Error).Should().NotContain("unresolved-reference");
    }

    [Fact]
    public async Task Root_NotGiven_RefusesWhatLiesAboveAndNamesTheOption()
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("inspect", Write(folder));
        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Output.Should().Contain("unresolved-reference").And.Contain("--root DIR");
    }

    [Fact]
    public async Task Root_BetweenTheTwo_RefusesWhatLiesAboveItToo()
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("inspect", Write(folder), "--root", folder.PathOf("api"));
        run.Output.Should().Contain("unresolved-reference").And.Contain($"'{folder.PathOf("api")}'");
    }

    [Fact]
    public async Task Root_NoFileThere_IsSaidWithoutTheOption()
    {
        using var folder = new TempFolder();
        var document = folder.Write("a.yaml", Refers.Replace("../../shared/", "", StringComparison.Ordinal));
        var run = await CliRun.OfAsync("inspect", document);
        run.Output.Should().Contain("there is no file").And.NotContain("--root");
    }

    [Fact]
    public async Task Root_LinkOutOfTheFolder_IsNotFollowed()
    {
        if (OperatingSystem.IsWindows()) return;
        using var folder = new TempFolder();
        var document = Write(folder);
        File.Delete(folder.PathOf("shared/event.yaml"));
        File.CreateSymbolicLink(folder.PathOf("shared/event.yaml"), "/etc/hostname");
        (await CliRun.OfAsync("inspect", document, "--root", folder.PathOf(""))).Output.Should().Contain("unresolved-reference");
    }

    [Theory]
    [InlineData("missing", "there is none")]
    [InlineData("shared", "is not beneath --root")]
    public async Task Root_NotAFolderThatHoldsTheDocument_IsMisuse(string root, string told)
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("inspect", Write(folder), "--root", folder.PathOf(root));
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain(told);
    }

    [Fact]
    public async Task Root_StandardInput_IsMisuse()
    {
        var run = await CliRun.WithInputAsync(Refers, "inspect", "-", "--root", ".");
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain("--root is about files");
    }

    private static string Write(TempFolder folder)
    {
        Directory.CreateDirectory(folder.PathOf("api/deep"));
        Directory.CreateDirectory(folder.PathOf("shared"));
        folder.Write("shared/event.yaml", "{type: object, required: [k], properties: {k: {const: 1}}}\n");
        return folder.Write("api/deep/a.yaml", Refers);
    }
}
