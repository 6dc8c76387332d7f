using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>A budget of requests: what it pays for, and what it leaves out.</summary>
public sealed class BudgetTests
{
    private static readonly Lazy<ApiSpec> Payments = new(() => ApiSpecReader.Read(
        File.ReadAllBytes(Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml")), "payments.openapi.yaml").Spec!);

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(200)]
    public async Task RunAsync_Budget_IsNotExceededAndSaysWhatItLeftOut(int budget)
    {
        var requests = 0;
        var result = await RunAsync(budget, () => Interlocked.Increment(ref requests));
        requests.Should().BePositive().And.BeLessThanOrEqualTo(budget);
        result.Cases.Where(item => item.Status == CaseStatus.Skip).Should()
            .NotBeEmpty().And.Contain(item => item.Reason!.Contains($"budget of {budget} requests"));
        result.Cases.Should().OnlyContain(item => item.Status == CaseStatus.Pass || item.Status == CaseStatus.Skip || item.Status == CaseStatus.NotApplicable);
    }

    [Fact]
    public async Task RunAsync_BudgetOfAFewRequestsAnOperation_AsksEveryOperation()
    {
        var result = await RunAsync(20 * Payments.Value.Operations.Count, () => { });
        result.Coverage.Should().OnlyContain(operation => operation.Reach == OperationReach.Succeeded);
    }

    [Fact]
    public void Plan_Budget_IsThatOfTheRun()
    {
        using var client = TestRunner.CreateClient();
        var target = new RunTarget { Environment = EnvironmentType.Mock, BaseUrl = new Uri("http://127.0.0.1/") };
        var plan = new TestRunner(Payments.Value, client).Plan(GoldenTestGenerator.Generate(Payments.Value), target, new RunOptions { Budget = 40 });
        plan.Cases.Where(item => item.Settled is null).Should().NotBeEmpty();
        plan.Cases.Should().Contain(item => item.Settled == CaseStatus.Skip && item.Reason!.Contains("budget of 40 requests"));
    }

    [Fact]
    public void Choose_OneOperationWithManyTests_LeavesTheOthersTheirTurn()
    {
        GoldenTest Test(string operation, int number) => new()
        {
            Id = $"{operation} {number}", Name = "A case", Category = TestCategoryIds.Contract, Template = "case", Group = "items", Operation = operation,
            Applicable = true,
            Steps = [new TestStep { Name = "call", Request = new StepRequest { Method = "GET", Path = $"/{operation}/{number}" } }],
        };
        var tests = Enumerable.Range(0, 9).Select(number => Test("a", number)).Append(Test("b", 0)).ToList();
        new RequestBudget(3).Choose(tests).Select(test => test.Id).Should().BeEquivalentTo("a 0", "b 0", "a 1");
    }

    private static async Task<RunResult> RunAsync(int budget, Action sent)
    {
        await using var mock = await MockServer.StartAsync(Payments.Value, cancellationToken: TestContext.Current.CancellationToken);
        using var client = TestRunner.CreateClient();
        var options = new RunOptions { Budget = budget, OnTrace = (trace, _) => { if (trace.CaseId is not null) sent(); return Task.CompletedTask; } };
        return await new TestRunner(Payments.Value, client).RunAsync(GoldenTestGenerator.Generate(Payments.Value), RunTarget.ForMock(mock), options,
            TestContext.Current.CancellationToken);
    }
}
