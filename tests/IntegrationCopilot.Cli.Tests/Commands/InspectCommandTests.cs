using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Cli.Tests.Commands;

public sealed class InspectCommandTests
{
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
        run.Json.EnumerateObject().Select(member => member.Name).Should().Equal("openapi", "title", "version", "operations", "capabilities", "problems");
        var operation = run.Json.GetProperty("operations")[0];
        operation.EnumerateObject().Select(member => member.Name).Should().Equal("path", "method", "operationId", "group", "line", "column");
        operation.GetProperty("line").GetInt32().Should().BePositive();
        var capability = run.Json.GetProperty("capabilities").EnumerateArray().First(c => c.GetProperty("detected").GetBoolean());
        capability.GetProperty("evidence")[0].GetProperty("pointer").GetString().Should().StartWith("/");
    }

    [Fact]
    public async Task Inspect_StandardInput_IsReadLikeAFile()
    {
        var run = await CliRun.WithInputAsync("openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths:\n  /a:\n    get:\n      responses: { '200': { description: ok } }\n", "inspect", "-", "--format", "json");
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
            run.Json.GetProperty("title").GetString().Should().Be(read.Spec!.Title, document);
            run.Json.GetProperty("operations").EnumerateArray().Select(operation => $"{operation.GetProperty("method")} {operation.GetProperty("path")}")
                .SequenceEqual(read.Spec.Operations.Select(operation => operation.Id)).Should().BeTrue(document);
        }
    }
}
