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

    [Fact]
    public async Task Run_ProductionWithWritesAllowed_Writes()
    {
        await using var api = await TestApi.StartAsync();
        var result = await RunAsync(Suite(Case(Post("create", "{}", Status("200")))), Sandbox(api.BaseUrl) with { Environment = EnvironmentType.Production },
            new RunOptions { Permissions = new RunPermissions { AllowWrites = true } });
        result.Cases.Single().Status.Should().Be(CaseStatus.Pass);
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
}
