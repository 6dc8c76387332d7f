using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Cli.Tests.Reports;

/// <summary>References, and names that are used twice.</summary>
public sealed class DocumentReportTests
{
    [Fact]
    public async Task Report_ReferenceAboveTheFolder_IsReadWithRootAndRefusedWithout()
    {
        var root = SharedData.Require("reports", "31-references-above-the-folder");
        var document = Path.Combine(root, "api", "deep", "a.yaml");
        var refused = await CliRun.OfAsync("inspect", document);
        (refused.ExitCode, refused.Output)
            .Should().Match<(int, string)>(r => r.Item1 == ExitCodes.Failed && r.Item2.Contains("unresolved-reference") && r.Item2.Contains("--root DIR"));
        foreach (var command in (string[])["inspect", "tests", "blueprint", "run"])
        {
            var run = await CliRun.OfAsync(command, document, "--root", root);
            (run.ExitCode, run.Output + run.Error)
                .Should().Match<(int, string)>(r => r.Item1 == ExitCodes.Good && !r.Item2.Contains("unresolved-reference"), command);
        }
    }

    [Theory]
    [InlineData("../../shared/event.yaml")]
    [InlineData("../../shared/more.yaml#/A")]
    [InlineData("./../../api/../shared/event.yaml")]
    [InlineData("../%2e%2e/shared/event.yaml")]
    public async Task Reference_BeneathTheRoot_IsRead(string reference)
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("inspect", Write(folder, reference), "--root", folder.PathOf(""));
        run.Output.Should().NotContain("Problems");
        run.ExitCode.Should().Be(ExitCodes.Good);
    }

    [Theory]
    [InlineData("../../../../../../../../../etc/hostname")]
    [InlineData("/etc/hostname")]
    [InlineData("file:///etc/hostname")]
    [InlineData("../../shared/none.yaml")]
    public async Task Reference_NotBeneathTheRoot_IsNotRead(string reference)
    {
        using var folder = new TempFolder();
        var run = await CliRun.OfAsync("inspect", Write(folder, reference), "--root", folder.PathOf(""));
        run.Output.Should().MatchRegex("unresolved-reference|reference-not-read");
    }

    [Fact]
    public async Task Report_BackslashReference_FailsNothingOnTheOwnMock()
    {
        var run = await CliRun.OfAsync("run", SharedData.Require("reports", "27-unresolved-backslash-ref", "a.yaml"));
        run.Output.Should().Contain(" 0 failed").And.NotContain("FAIL");
        run.Error.Should().Contain("unresolved-reference");
    }

    [Fact]
    public async Task Report_OperationIdUsedTwice_IsAnError()
    {
        var run = await CliRun.OfAsync("inspect", SharedData.Require("reports", "33-duplicate-operation-id", "a.yaml"));
        run.ExitCode.Should().Be(ExitCodes.Failed);
        run.Output.Should().MatchRegex(@"error .*a\.yaml:4:14 operation-id-duplicate: The operationId 'same' is taken; it is also at line 5");
    }

    [Theory]
    [InlineData("3.0.3",
        "/a: { get: { operationId: x, responses: { '200': { description: d } } }, post: { operationId: x, responses: { '200': { description: d } } } }", 1)]
    [InlineData("3.1.0",
        "/a: { get: { operationId: x, responses: { '200': { description: d } } }, post: { operationId: x, responses: { '200': { description: d } } }, put: { operationId: x, responses: { '200': { description: d } } } }", 2)]
    [InlineData("3.1.0",
        "/a: { get: { operationId: x, responses: { '200': { description: d } } }, post: { operationId: X, responses: { '200': { description: d } } } }", 0)]
    [InlineData("3.1.0",
        "/a: { post: { operationId: x, responses: { '200': { description: d } }, callbacks: { c: { '{$request.body#/u}': { post: { operationId: x, responses: { '200': { description: d } } } } } } } }", 1)]
    [InlineData("3.1.0",
        "/a: { get: { operationId: x, responses: { '200': { description: d } } } }\nwebhooks:\n  w: { post: { operationId: x, responses: { '200': { description: d } } } }", 1)]
    [InlineData("3.1.0",
        "/a: { $ref: '#/components/pathItems/P' }\n  /b: { $ref: '#/components/pathItems/P' }\ncomponents: { pathItems: { P: { get: { operationId: x, responses: { '200': { description: d } } } } } }", 0)]
    [InlineData("2.0",
        "/a: { get: { operationId: x, responses: { '200': { description: d } } }, post: { operationId: x, responses: { '200': { description: d } } } }", 1)]
    public async Task OperationId_UsedAgain_IsAnErrorEachTime(string version, string paths, int errors)
    {
        using var folder = new TempFolder();
        var key = version == "2.0" ? "swagger: '2.0'" : $"openapi: {version}";
        var run = await CliRun.OfAsync("inspect", folder.Write("a.yaml", $"{key}\ninfo: {{ title: t, version: '1' }}\npaths:\n  {paths}\n"), "--format",
            "json");
        run.Json.GetProperty("problems").EnumerateArray()
            .Count(p => p.GetProperty("id").GetString() == "operation-id-duplicate" && p.GetProperty("severity").GetString() == "error").Should().Be(errors);
        run.ExitCode.Should().Be(errors > 0 ? ExitCodes.Failed : ExitCodes.Good);
    }

    private static string Write(TempFolder folder, string reference)
    {
        Directory.CreateDirectory(folder.PathOf("api/deep"));
        Directory.CreateDirectory(folder.PathOf("shared"));
        folder.Write("shared/event.yaml", "{type: object, required: [k], properties: {k: {const: 1}}}\n");
        folder.Write("shared/more.yaml", "{A: {type: object, properties: {m: {$ref: './event.yaml'}}}}\n");
        return folder.Write("api/deep/a.yaml",
            $"openapi: 3.1.0\ninfo: {{title: t, version: '1'}}\npaths:\n  /e: {{get: {{responses: {{'200': {{description: d, content: {{application/json: {{schema: {{$ref: '{reference}'}}}}}}}}}}}}}}\n");
    }
}
