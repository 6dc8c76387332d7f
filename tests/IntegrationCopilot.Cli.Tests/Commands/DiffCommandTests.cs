namespace IntegrationCopilot.Cli.Tests.Commands;

public sealed class DiffCommandTests
{
    private const string Old = """
        openapi: 3.0.3
        info: { title: Pets, version: "1" }
        paths:
          /pets:
            get:
              summary: All pets
              parameters:
                - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
              responses:
                "200": { description: ok }
        """;

    private const string New = """
        openapi: 3.0.3
        info: { title: Pets, version: "2" }
        paths:
          /pets:
            get:
              summary: All of the pets
              parameters:
                - { name: limit, in: query, schema: { type: integer, maximum: 50 } }
                - { name: page, in: query, schema: { type: integer } }
              responses:
                "200": { description: ok }
        """;

    [Fact]
    public async Task Diff_BreakingChange_IsToldFirstWithItsLinesAndFails()
    {
        using var folder = new TempFolder();
        var (old, @new) = (folder.Write("old.yaml", Old), folder.Write("new.yaml", New));
        var run = await CliRun.OfAsync("diff", old, @new);
        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Error.Should().BeEmpty();
        run.Output.Should().Be($$"""
            1 breaking change, 3 others (1 non-breaking, 2 documentation). Pets 1 -> 2

            Breaking (1)
              {{@new}}:8:62 (was {{old}}:8:62) request-limit-narrowed: The query parameter 'limit' has another 'maximum': it changed from 100 to 50; keep to that. (GET /pets)

            Non-breaking (1)
              {{@new}}:9:11 request-parameter-added: The query parameter 'page' is new and may be left out. (GET /pets)

            Documentation (2)
              {{@new}}:2:22 (was {{old}}:2:22) documentation-changed: 'version' of the description of the API changed from '1' to '2'; it is for people.
              {{@new}}:6:7 (was {{old}}:6:7) documentation-changed: 'summary' of the operation changed from 'All pets' to 'All of the pets'; it is for people. (GET /pets)

            """);
    }

    [Fact]
    public async Task Diff_SameDocument_HasNothingToTell()
    {
        var run = await CliRun.OfAsync("diff", CliRun.Payments, CliRun.Payments, "--fail-on", "any");
        run.ExitCode.Should().Be(ExitCodes.Good);
        run.Output.Should().StartWith("Nothing changed. Example Payments API");
    }

    [Theory]
    [InlineData("breaking", true, ExitCodes.Failed)]
    [InlineData("any", true, ExitCodes.Failed)]
    [InlineData("none", true, ExitCodes.Good)]
    [InlineData("breaking", false, ExitCodes.Good)]
    [InlineData("any", false, ExitCodes.Failed)]
    public async Task Diff_FailOn_SaysWhatSpoilsIt(string failOn, bool breaks, int code)
    {
        using var folder = new TempFolder();
        var @new = breaks ? New : Old.Replace("All pets", "Each pet", StringComparison.Ordinal);
        var run = await CliRun.OfAsync("diff", folder.Write("old.yaml", Old), folder.Write("new.yaml", @new), "--fail-on", failOn);
        run.ExitCode.Should().Be(code);
    }

    [Fact]
    public async Task Diff_Json_GivesEveryChangeWithBothPlaces()
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("diff", folder.Write("old.yaml", Old), folder.Write("new.yaml", New), "--format", "json");
        run.ExitCode.Should().Be(ExitCodes.Failed);
        var totals = run.Json.GetProperty("totals");
        totals.GetProperty("breaking").GetInt32().Should().Be(1);
        totals.GetProperty("nonBreaking").GetInt32().Should().Be(1);
        totals.GetProperty("documentation").GetInt32().Should().Be(2);
        var change = run.Json.GetProperty("changes")[0];
        change.GetProperty("id").GetString().Should().Be("request-limit-narrowed");
        change.GetProperty("kind").GetString().Should().Be("breaking");
        change.GetProperty("operations")[0].GetString().Should().Be("GET /pets");
        change.GetProperty("old").GetProperty("pointer").GetString().Should().Be("/paths/~1pets/get/parameters/0/schema/maximum");
        change.GetProperty("new").GetProperty("line").GetInt32().Should().Be(8);
        run.Json.GetProperty("changes")[1].GetProperty("old").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Diff_StandardInput_IsOneOfTheTwo()
    {
        using var folder = new TempFolder();
        var run = await CliRun.WithInputAsync(New, "diff", folder.Write("old.yaml", Old), "-");
        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Output.Should().Contain("stdin:8:62");
        var both = await CliRun.WithInputAsync(New, "diff", "-", "-");
        both.ExitCode.Should().Be(ExitCodes.Misused);
        both.Error.Should().StartWith("Only one of OLD and NEW can be '-'");
    }

    [Fact]
    public async Task Diff_NotADescription_SaysWhichAndFails()
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("diff", CliRun.Payments, folder.Write("new.yaml", "hello: world\n"));
        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("new.yaml:1:1").And.Contain("error");
    }

    [Theory]
    [InlineData("There is no file 'nowhere.yaml'.", "nowhere.yaml", "nowhere.yaml")]
    [InlineData("Required argument 'NEW' missing for command: 'diff'.", "nowhere.yaml")]
    public async Task Diff_UsedWrongly_IsMisuse(string message, params string[] args)
    {
        var run = await CliRun.OfAsync(["diff", .. args]);
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().StartWith(message);
    }

    [Fact]
    public async Task Diff_TextsThatCommandTheTerminal_AreHarmless()
    {
        using var folder = new TempFolder();
        var evil = Old.Replace("summary: All pets", """summary: "a\e[2Jb [red]c[/]\u202e" """, StringComparison.Ordinal);
        var run = await CliRun.OfAsync("diff", folder.Write("old.yaml", Old), folder.Write("new.yaml", evil));
        run.ExitCode.Should().Be(ExitCodes.Good);
        run.Output.Should().Contain("[red]c[/]").And.NotContain("\u001b").And.NotContain("\u202e");
    }
}
