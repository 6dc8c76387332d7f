using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>Redirections that a document describes as what comes when all is well: they are judged, and not followed.</summary>
public sealed class RedirectionTests
{
    [Theory]
    [InlineData("302", 302, CaseStatus.Pass)]
    [InlineData("302", 307, CaseStatus.NoVerdict)]
    [InlineData("302", 404, CaseStatus.NoVerdict)]
    [InlineData("302", 500, CaseStatus.Fail)]
    [InlineData("200", 302, CaseStatus.NoVerdict)]
    [InlineData("304", 304, CaseStatus.NoVerdict)]
    public async Task Run_Redirection_IsASuccessWhereTheDocumentDescribesNoOther(string described, int answered, CaseStatus expected)
    {
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(
            $"openapi: 3.0.3\ninfo: {{ title: t, version: '1' }}\npaths: {{ /go: {{ get: {{ responses: {{ '{described}': {{ description: there }} }} }} }} }}"),
                "go.yaml").Spec!;
        var followed = false;
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            if (context.Request.Path == "/there") followed = true;
            if (context.Request.Path != "/go") return Task.CompletedTask;
            context.Response.StatusCode = answered;
            context.Response.Headers.Location = "/there";
            return Task.CompletedTask;
        });
        using var client = TestRunner.CreateClient();
        var step = new TestStep { Name = "go", Request = new StepRequest { Method = "GET", Path = "/go" }, Assertions = [new SucceedsAssertion()] };
        var result = await new TestRunner(spec, client).RunAsync(Suite(Case(step)), Sandbox(api.BaseUrl) with { Credentials = [] });
        result.Cases.Single().Status.Should().Be(expected, result.Cases.Single().Reason);
        followed.Should().BeFalse();
    }

    [Theory]
    [InlineData(200, CaseStatus.Pass)]
    [InlineData(400, CaseStatus.Pass)]
    [InlineData(500, CaseStatus.Fail)]
    public async Task Run_OperationOfWhichNoSuccessIsDescribed_FailsWhereTheServerFails(int answered, CaseStatus expected)
    {
        var spec = ApiSpecReader.Read("openapi: 3.0.3\ninfo: { title: t, version: '1' }\npaths: { /go: { get: { responses: { '400': { description: no } } } } }"u8.ToArray(),
            "go.yaml").Spec!;
        var suite = GoldenTestGenerator.Generate(spec);
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            context.Response.StatusCode = answered;
            return Task.CompletedTask;
        });
        using var client = TestRunner.CreateClient();
        var result = await new TestRunner(spec, client).RunAsync(suite with { Tests = [.. suite.Tests.Where(test => test.Template == "contract-described")] },
            Sandbox(api.BaseUrl) with { Credentials = [] });
        result.Cases.Single().Status.Should().Be(expected, result.Cases.Single().Reason);
    }
}
