namespace IntegrationCopilot.Cli.Tests.Commands;

public sealed class SchemaCommandTests
{
    private const string Schema = """{ "type": "object", "required": ["id"], "properties": { "id": { "type": "integer" } } }""";

    [Fact]
    public async Task Schema_ValidInstance_IsGood()
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("schema", folder.Write("s.json", Schema), folder.Write("a.json", "{\"id\":1}"));
        run.ExitCode.Should().Be(ExitCodes.Good);
        run.Output.Should().EndWith("a.json: valid\n");
    }

    [Fact]
    public async Task Schema_JsonLines_NamesTheLine()
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("schema", folder.Write("s.json", Schema), folder.Write("a.jsonl", "{\"id\":1}\n{\"id\":\"x\"}\n\n{}\n"));
        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Output.Should().Contain("a.jsonl:1: valid").And.Contain("a.jsonl:2: not valid").And.Contain("value.id").And.Contain("a.jsonl:4: not valid");
    }

    [Fact]
    public async Task Schema_BrokenSchema_IsTheDocumentsFault()
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("schema", folder.Write("s.json", """{ "type": 7 }"""), folder.Write("a.json", "{}"));
        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Error.Should().Contain("s.json:1:");
    }

    [Fact]
    public async Task Schema_UnknownDraft_IsMisuse()
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("schema", folder.Write("s.json", Schema), folder.Write("a.json", "{}"), "--draft", "3");
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain("2020-12");
    }

    [Fact]
    public async Task Schema_InstanceThatIsNotJson_IsNotValid()
    {
        using var folder = new TempFolder();
        (await CliRun.OfAsync("schema", folder.Write("s.json", Schema), folder.Write("a.json", "{\"id\":"))).ExitCode.Should().Be(ExitCodes.Failed);
    }
}
