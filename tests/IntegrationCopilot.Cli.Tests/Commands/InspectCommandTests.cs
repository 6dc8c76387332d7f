using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Cli.Tests.Commands;

public sealed class InspectCommandTests
{
    private static readonly CompiledSchema Schema = CompiledSchema.Compile(
        RawDocumentReader.Read(File.ReadAllBytes(Path.Combine(SharedData.RepositoryRoot, "docs", "schemas", "inspect.schema.json")),
            "inspect.schema.json").Document!.Root).Schema!;

    [Fact]
    public async Task Inspect_Answers_AreAsTheSchemaHasThem()
    {
        using var folder = new TempFolder();
        string[] documents = [CliRun.Payments, folder.Write("none.yaml", "hello: world\n"),
            folder.Write("empty.yaml", "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\n")];
        foreach (var document in documents)
            Schema.Validate(Encoding.UTF8.GetBytes((await CliRun.OfAsync("inspect", document, "--format", "json")).Output)).Should().BeEmpty(document);
        Schema.IsValid("""{ "openapi": null, "title": null, "version": null, "operations": [{}], "resources": [], "dependencies": [], "capabilities": [], "problems": [] }"""u8).Should().BeFalse();
    }

    [Fact]
    public async Task Inspect_ExampleApi_SaysWhatItIs()
    {
        var run = await CliRun.OfAsync("inspect", CliRun.Payments);
        run.ExitCode.Should().Be(ExitCodes.Good);
        run.Output.Should().Contain("Example Payments API").And.Contain("POST    /payments  Take a payment").And.Contain("yes  idempotency");
        run.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Inspect_Json_HasTheDocumentedShape()
    {
        var run = await CliRun.OfAsync("inspect", CliRun.Payments, "--format", "json");
        run.ExitCode.Should().Be(ExitCodes.Good);
        run.Json.EnumerateObject().Select(member => member.Name).Should()
            .Equal("openapi", "title", "version", "operations", "resources", "dependencies", "capabilities", "problems");
        var operation = run.Json.GetProperty("operations")[0];
        operation.EnumerateObject().Select(member => member.Name).Should().Equal("path", "method", "operationId", "group", "effect", "line", "column");
        operation.GetProperty("line").GetInt32().Should().BePositive();
        var capability = run.Json.GetProperty("capabilities").EnumerateArray().First(c => c.GetProperty("detected").GetBoolean());
        capability.GetProperty("evidence")[0].GetProperty("pointer").GetString().Should().StartWith("/");
    }

    [Fact]
    public async Task Inspect_Text_TellsEffectsAndResources()
    {
        var run = await CliRun.OfAsync("inspect", CliRun.Payments);
        run.Output.Should()
            .Contain("POST    /payments  Take a payment (creates)").And.Contain("Resources (").And.MatchRegex(
            "payment  /payments/\\{[^}]+\\}  create, list, read");
    }

    [Fact]
    public async Task Inspect_DangerousCalls_AreNamed()
    {
        using var folder = new TempFolder();
        var path = folder.Write("spec.yaml",
            "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths:\n  /auth/disable:\n    post: {responses: {'200': {description: ok}}}\n  /db/drop:\n    post: {responses: {'200': {description: ok}}}\n");
        var run = await CliRun.OfAsync("inspect", path, "--format", "json");
        run.Json.GetProperty("operations").EnumerateArray().Select(o => o.GetProperty("effect").GetString()).Should().Equal("dangerous", "dangerous");
        (await CliRun.OfAsync("inspect", path)).Output.Should().Contain("/auth/disable (dangerous)");
    }

    [Fact]
    public async Task Inspect_StandardInput_IsReadLikeAFile()
    {
        var run = await CliRun.WithInputAsync(
            "openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths:\n  /a:\n    get:\n      responses: { '200': { description: ok } }\n", "inspect", "-",
            "--format", "json");
        run.ExitCode.Should().Be(ExitCodes.Good);
        run.Json.GetProperty("operations").GetArrayLength().Should().Be(1);
    }

    public static TheoryData<string, string> NotDescriptions => new()
    {
        { "empty", "" },
        { "html", "<!DOCTYPE html><html><body>Sign in</body></html>" },
        { "truncated", "{\"openapi\":\"3.0.0\",\"info\":{\"title\":\"T\"," },
        { "tabs", "openapi: 3.0.0\ninfo:\n\ttitle: T\n" },
        { "unknown version", "openapi: 9.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n" },
        { "no version", "{\"hello\":\"world\"}" },
    };

    [Theory]
    [MemberData(nameof(NotDescriptions))]
    public async Task Inspect_NotADescription_ListsProblemsWithPlaces(string what, string text)
    {
        using var folder = new TempFolder();
        var path = folder.Write("spec.yaml", text);
        var run = await CliRun.OfAsync("inspect", path, "--format", "json");
        run.ExitCode.Should().Be(ExitCodes.Failed, what);
        var problem = run.Json.GetProperty("problems")[0];
        problem.GetProperty("severity").GetString().Should().Be("error");
        problem.GetProperty("message").GetString().Should().NotBeNullOrWhiteSpace();
        problem.GetProperty("line").GetInt32().Should().BePositive();
        (await CliRun.OfAsync("inspect", path)).Output.Should().Contain("spec.yaml:");
    }

    [Fact]
    public async Task Inspect_BinaryFile_IsAProblemOfTheDocument()
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("inspect", folder.Write("image.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0xFF, 0xFE, 0x00]));
        run.ExitCode.Should().Be(ExitCodes.Failed);
    }

    [Fact]
    public async Task Inspect_NoSuchFile_IsMisuse()
    {
        var run = await CliRun.OfAsync("inspect", "no-such-file.yaml");
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Output.Should().BeEmpty();
        run.Error.Should().Be("There is no file 'no-such-file.yaml'.\nAdd --help for what a command takes.\n");
    }

    [Fact]
    public async Task Inspect_UnreachableUrl_IsMisuse()
    {
        var run = await CliRun.OfAsync("inspect", "http://127.0.0.1:1/spec.yaml");
        run.ExitCode.Should().Be(ExitCodes.Misused);
        run.Error.Should().Contain("http://127.0.0.1:1/spec.yaml cannot be read");
    }

    [Theory]
    [InlineData("specs", 50)]
    [InlineData("guru", 400)]
    public async Task Inspect_EveryRealDocument_AnswersItsOperations(string folder, int atLeast)
    {
        var documents = RealDocuments.In(SharedData.Require(folder)).ToList();
        documents.Should().HaveCountGreaterThan(atLeast);
        foreach (var document in documents)
        {
            var run = await CliRun.OfAsync("inspect", document, "--format", "json");
            run.ExitCode.Should().BeOneOf([ExitCodes.Good, ExitCodes.Failed], document);
            var read = await ApiSpecReader.ReadFileAsync(document, cancellationToken: TestContext.Current.CancellationToken);
            Schema.Validate(Encoding.UTF8.GetBytes(run.Output)).Should().BeEmpty(document);
            run.Json.GetProperty("title").GetString().Should().Be(read.Spec!.Title, document);
            run.Json.GetProperty("operations").EnumerateArray().Select(operation => $"{operation.GetProperty("method")} {operation.GetProperty("path")}")
                .SequenceEqual(read.Spec.Operations.Select(operation => operation.Id)).Should().BeTrue(document);
        }
    }
}
