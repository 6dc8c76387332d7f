using System.Collections.Concurrent;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>No run does more than it was allowed to.</summary>
public sealed class PermissionTests
{
    [Theory]
    [InlineData(EnvironmentType.Uat)]
    [InlineData(EnvironmentType.Production)]
    public async Task Run_NotASandbox_OnlyReads(EnvironmentType environment)
    {
        await using var api = await TestApi.StartAsync();
        var result = await RunAsync(Suite(Case(Post("create", "{}", Status("200"))), Case(Get("list", Status("200")))),
            Sandbox(api.BaseUrl) with { Environment = environment });
        result.Cases.Select(it => it.Status).Should().Equal(CaseStatus.Skip, CaseStatus.Pass);
        result.Cases[0].Reason.Should().Contain("POST /items").And.Contain("--allow-writes");
        api.Requests.Should().NotContain(it => it.Method == "POST");
    }

    [Theory]
    [InlineData(EnvironmentType.Uat)]
    [InlineData(EnvironmentType.Production)]
    public async Task Run_WholeSuiteWhereWritingIsForbidden_SendsNothingButSafeRequests(EnvironmentType environment)
    {
        var (_, traces) = await TracedAsync(environment);
        traces.Should().NotBeEmpty().And.OnlyContain(trace => trace.Request.Method == "GET" || trace.Request.Method == "HEAD");
    }

    [Theory]
    [InlineData(EnvironmentType.Sandbox)]
    [InlineData(EnvironmentType.Production)]
    public async Task Plan_OfARun_HoldsEveryRequestThatTheRunSends(EnvironmentType environment)
    {
        var (plan, traces) = await TracedAsync(environment);
        var planned = plan.Requests.Select(request => $"{request.Method} {request.Path}").ToHashSet();
        traces.Where(trace => trace.Operation is not null).Select(trace => $"{trace.Operation!.Method} {trace.Operation.Endpoint}").Distinct().Should()
            .NotBeEmpty().And.BeSubsetOf(planned);
        plan.Cases.Where(item => item.Settled is null).Should().NotBeEmpty().And.OnlyContain(item => item.Requests.Count > 0);
        plan.Cases.Where(item => item.Settled is not null).Should().OnlyContain(item => item.Requests.Count == 0 && item.Reason != null);
    }

    [Fact]
    public async Task Run_OneWriteNamedInProduction_SendsThatOneAndSaysWhatItLeft()
    {
        var suite = Suite(Case(Post("create", "{}", Status("200"))));
        await using var api = await TestApi.StartAsync();
        var result = await RunAsync(suite, Sandbox(api.BaseUrl) with { Environment = EnvironmentType.Production },
            new RunOptions { Permissions = new RunPermissions { AllowedOperations = ["POST /items"] } });
        result.Cases.Single().Status.Should().Be(CaseStatus.Pass);
        api.Requests.Where(asked => asked.Method != "GET").Select(asked => asked.Method).Should().Equal("POST");
        result.Left.Should().ContainSingle();
    }

    [Fact]
    public async Task Run_ProductionWithWritesAllowed_Writes()
    {
        await using var api = await TestApi.StartAsync();
        var result = await RunAsync(Suite(Case(Post("create", "{}", Status("200")))), Sandbox(api.BaseUrl) with { Environment = EnvironmentType.Production },
            new RunOptions { Permissions = new RunPermissions { AllowWrites = true } });
        result.Cases.Single().Status.Should().Be(CaseStatus.Pass);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_OperationThatChangesRights_IsSentWrongRequestsOnlyWhenNamed(bool named)
    {
        var spec = ApiSpecReader.Read("""
            openapi: 3.0.3
            info: { title: Roles, version: '1' }
            paths:
              /roles/{role}/permissions:
                post:
                  parameters: [{ name: role, in: path, required: true, example: r1, schema: { type: string } }]
                  requestBody:
                    required: true
                    content: { application/json: { schema: { type: object, required: [level], properties: { level: { type: integer } } } } }
                  responses: { '200': { description: Given. }, '400': { description: Wrong. } }
            """u8.ToArray(), "roles.yaml").Spec!;
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            context.Response.StatusCode = 200;
            return Task.CompletedTask;
        });
        using var client = TestRunner.CreateClient();
        var options = new RunOptions { Permissions = new RunPermissions { AllowedOperations = named ? ["POST /roles/{role}/permissions"] : [] } };
        var result = await new TestRunner(spec, client).RunAsync(GoldenTestGenerator.Generate(spec), Sandbox(api.BaseUrl) with { Credentials = [] }, options);
        var wrong = result.Cases.Single(
            item => item.Id.StartsWith("contract-type", StringComparison.Ordinal) && item.Id.EndsWith("level", StringComparison.Ordinal));
        wrong.Status.Should().Be(named ? CaseStatus.Fail : CaseStatus.Skip);
        if (!named) wrong.Reason.Should().Contain("--allow 'POST /roles/{role}/permissions'");
        result.Cases.Single(item => item.Id.StartsWith("contract-described", StringComparison.Ordinal)).Status.Should().Be(CaseStatus.Pass);
    }

    [Fact]
    public async Task Run_UndescribedWriteInProduction_IsNotSent()
    {
        await using var api = await TestApi.StartAsync();
        var step = new TestStep { Name = "undescribed", Request = new StepRequest { Method = "DELETE", Path = "/items" }, Assertions = [Status("405")] };
        var result = await RunAsync(Suite(Case(step)), Sandbox(api.BaseUrl) with { Environment = EnvironmentType.Production });
        result.Cases.Single().Status.Should().Be(CaseStatus.Skip);
        api.Requests.Should().NotContain(it => it.Method == "DELETE");
    }

    [Theory]
    [InlineData(null, false, false)]
    [InlineData(null, true, false)]
    [InlineData("POST /auth/disable", false, true)]
    [InlineData("POST /db/drop", false, false)]
    public async Task Report_OperationThatSwitchesAuthenticationOff_IsCalledOnlyWhenNamed(string? named, bool writes, bool called)
    {
        var folder = Directory.GetDirectories(SharedData.Require("reports"), "40-*").Single();
        var spec = ApiSpecReader.Read(await File.ReadAllBytesAsync(Path.Combine(folder, "mini-disable.yaml")), "mini-disable.yaml").Spec!;
        await using var api = await TestApi.StartAsync();
        using var client = TestRunner.CreateClient();
        var step = new TestStep { Name = "disable", Request = new StepRequest { Method = "POST", Path = "/auth/disable" }, Assertions = [Status("200")] };
        var result = await new TestRunner(spec, client).RunAsync(Suite([.. GoldenTestGenerator.Generate(spec).Tests, Case(step)]),
            new RunTarget { Environment = EnvironmentType.Sandbox, BaseUrl = api.BaseUrl },
            new RunOptions { Permissions = new RunPermissions { AllowWrites = writes, AllowedOperations = named is null ? [] : [named] } });
        api.Requests.Any(it => it.Url == "/auth/disable").Should().Be(called);
        if (named != "POST /db/drop") api.Requests.Should().NotContain(it => it.Url == "/db/drop");
        if (!called) result.Cases[^1].Should().Match<CaseResult>(it => it.Status == CaseStatus.Skip && it.Reason!.Contains("--allow 'POST /auth/disable'"));
    }

    /// <summary>The example API, behind a mock that is taken for an installation: what is planned, and what is sent.</summary>
    private static async Task<(RunPlan Plan, IReadOnlyCollection<ApiTrace> Traces)> TracedAsync(EnvironmentType environment)
    {
        var spec = (await ApiSpecReader.ReadFileAsync(Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml"))).Spec!;
        var suite = GoldenTestGenerator.Generate(spec);
        await using var mock = await MockServer.StartAsync(spec);
        var traces = new ConcurrentQueue<ApiTrace>();
        using var client = TestRunner.CreateClient();
        var runner = new TestRunner(spec, client);
        var target = new RunTarget { Environment = environment, BaseUrl = mock.BaseUrl,
            Credentials = [new ApiKeyCredentials("X-API-Key", ApiKeyLocation.Header, "mock-api-key")] };
        await runner.RunAsync(suite, target, new RunOptions
        {
            OnTrace = (trace, _) =>
            {
                traces.Enqueue(trace);
                return Task.CompletedTask;
            },
        });
        return (runner.Plan(suite, target), traces);
    }
}
