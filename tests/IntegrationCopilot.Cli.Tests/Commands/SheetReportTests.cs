using System.Text.Json;
using System.Xml.Linq;

namespace IntegrationCopilot.Cli.Tests.Commands;

/// <summary>Reports of <c>check</c> and <c>diff</c>, and documents of several files in <c>diff</c>.</summary>
public sealed class SheetReportTests : IDisposable
{
    private const string Old = """
        openapi: 3.0.3
        info: { title: "Pets [x](y) <b>", version: "1" }
        servers: [ { url: https://api.example.com } ]
        paths:
          /pets:
            get:
              parameters:
                - { name: limit, in: query, schema: { type: integer, maximum: 100 } }
              responses:
                "200": { description: ok, content: { application/json: { schema: { type: array } } } }
          /never:
            get: { responses: { "204": { description: ok } } }
        """;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string OldFile => folder.Write("old.yaml", Old);

    private string NewFile => folder.Write(
        "new.yaml", Old.Replace("maximum: 100", "maximum: 50", StringComparison.Ordinal)
        .Replace("title: \"Pets", "title: \"All Pets", StringComparison.Ordinal));

    private string Har => folder.Write("a.har", """
        {"log": {"entries": [{"request": {"method": "GET", "url": "https://api.example.com/pets", "headers": []},
         "response": {"status": 200, "headers": [{"name": "Content-Type", "value": "application/json"}], "content": {"mimeType": "application/json", "text": "{\"a\":1}"}}}]}}
        """);

    [Fact]
    public async Task Diff_Reports_HoldEachChangeAtItsLineOfTheNewDocument()
    {
        var sarif = folder.PathOf("d.sarif");
        var run = await CliRun.OfAsync("diff", OldFile, NewFile, "--report", sarif, "--report", $"json={folder.PathOf("d.json")}", "--report", "markdown=-");
        run.ExitCode.Should().Be(ExitCodes.Failed, run.Error);
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(sarif, TestContext.Current.CancellationToken));
        var results = document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();
        results[0].GetProperty("ruleId").GetString().Should().Be("request-limit-narrowed");
        results[0].GetProperty("level").GetString().Should().Be("error");
        var place = results[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        place.GetProperty("artifactLocation").GetProperty("uri").GetString().Should().EndWith("new.yaml");
        place.GetProperty("region").GetProperty("startLine").GetInt32().Should().Be(8);
        results[1].GetProperty("level").GetString().Should().Be("note");
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(folder.PathOf("d.json"), TestContext.Current.CancellationToken));
        json.RootElement.GetProperty("totals").GetProperty("breaking").GetInt32().Should().Be(1);
        run.Output.Should().StartWith("## ").And.Contain("| error | <code>request-limit-narrowed</code>").And.Contain("new.yaml:8").And.NotContain(
            "](").And.NotContain("<b>");
    }

    [Fact]
    public async Task Check_Reports_HoldEachCauseAndEachOperation()
    {
        var run = await CliRun.OfAsync("check", OldFile, Har, "--report", $"junit={folder.PathOf("c.xml")}", "--report", folder.PathOf("c.sarif"),
            "--report", folder.PathOf("c.md"), "--report", "json=-");
        run.ExitCode.Should().Be(ExitCodes.Failed, run.Error);
        run.Json.GetProperty("failed").GetInt32().Should().Be(1);
        var suite = XDocument.Load(folder.PathOf("c.xml")).Root!.Element("testsuite")!;
        suite.Attribute("tests")!.Value.Should().Be("2");
        suite.Attribute("failures")!.Value.Should().Be("1");
        suite.Attribute("skipped")!.Value.Should().Be("1");
        suite.Elements("testcase").First().Attribute("name")!.Value.Should().Be("GET /pets");
        suite.Elements("testcase").First().Element("failure")!.Attribute("type")!.Value.Should().Be("type");
        using var sarif = JsonDocument.Parse(await File.ReadAllTextAsync(folder.PathOf("c.sarif"), TestContext.Current.CancellationToken));
        sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region")
            .GetProperty("startLine").GetInt32().Should().Be(10);
        (await File.ReadAllTextAsync(folder.PathOf("c.md"), TestContext.Current.CancellationToken)).Should().Contain("1 of 1 judged exchanges break");
    }

    [Theory]
    [InlineData("html=x.html", "'html' shows cases of a run")]
    [InlineData("nothing=x", "the kinds are json, sarif, markdown")]
    [InlineData("x.txt", "its ending tells no kind")]
    [InlineData("json=/nowhere/x.json", "There is no folder")]
    public async Task Diff_ReportThatCannotBe_IsMisuse(string report, string reason)
    {
        var run = await CliRun.OfAsync("diff", OldFile, NewFile, "--report", report);
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain(reason);
        (await CliRun.OfAsync("diff", OldFile, NewFile, "--report", "json=-", "--report", "sarif=-")).Error.Should().Contain("Two reports go to '-'");
    }

    [Fact]
    public async Task Diff_DocumentsOfSeveralFiles_ReadsWhatIsBeneathTheRoot()
    {
        const string Entry = """
            openapi: 3.0.3
            info: { title: T, version: "1" }
            paths:
              /pets:
                get:
                  responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "../NAME/pet.yaml" } } } } }
            """;
        foreach (var (name, schema) in (ReadOnlySpan<(string, string)>)[("one", "type: object\nrequired: [id]\nproperties: { id: { type: string } }\n"),
            ("two", "type: object\nproperties: { id: { type: string } }\n")])
        {
            Directory.CreateDirectory(folder.PathOf($"v-{name}"));
            Directory.CreateDirectory(folder.PathOf(name));
            folder.Write($"v-{name}/api.yaml", Entry.Replace("NAME", name, StringComparison.Ordinal));
            folder.Write($"{name}/pet.yaml", schema);
        }

        var (old, @new) = (folder.PathOf("v-one/api.yaml"), folder.PathOf("v-two/api.yaml"));
        (await CliRun.OfAsync("diff", old, @new)).Error.Should().Contain("pet.yaml");
        var run = await CliRun.OfAsync("diff", old, @new, "--root", folder.PathOf("."));
        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Output.Should().StartWith("1 breaking change").And.Contain("v-two/api.yaml:6:77");
        (await CliRun.WithInputAsync(Entry, "diff", old, "-", "--root", folder.PathOf("."))).Error.Should().Contain("--root is about files");
        (await CliRun.OfAsync("diff", old, @new, "--root", folder.PathOf("v-one"))).Error.Should().Contain("is not beneath --root");
    }
}
