using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>Short ways to write tests of the runner.</summary>
internal static class RunFixture
{
    public static GoldenTest Case(params TestStep[] steps) => new()
    {
        Id = "case",
        Name = "A case",
        Category = TestCategoryIds.CreateResource,
        Template = "case",
        Group = "items",
        Operation = "GET /items",
        Applicable = true,
        Steps = steps,
    };

    public static TestStep Get(string name, params TestAssertion[] assertions) =>
        new() { Name = name, Request = new StepRequest { Method = "GET", Path = "/items" }, Assertions = assertions };

    public static TestStep Post(string name, string json, params TestAssertion[] assertions) =>
        new() { Name = name,
            Request = new StepRequest { Method = "POST", Path = "/items",
            Body = new StepBody { MediaType = "application/json", Json = Json(json) } }, Assertions = assertions };

    public static JsonElement Json(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    public static StatusAssertion Status(params string[] codes) => new(codes);

    public static GoldenTestSuite Suite(params GoldenTest[] tests) => new() { Title = "Items", Version = "1", Seed = 7, Tests = tests };

    /// <summary>A suite without the tests of each operation by itself, for tests of what runs do around their cases.</summary>
    public static GoldenTestSuite WithoutContracts(GoldenTestSuite suite) =>
        suite with { Tests = [.. suite.Tests.Where(test => test.Category != IntegrationCopilot.SpecEngine.TestCategoryIds.Contract)] };

    public static RunTarget Sandbox(Uri baseUrl, params IReadOnlyList<ApiCredentials> credentials) =>
        new() { Environment = EnvironmentType.Sandbox, BaseUrl = baseUrl,
            Credentials = credentials.Count > 0 ? credentials : [new ApiKeyCredentials("X-API-Key", ApiKeyLocation.Header, "the-real-key-0001")] };

    public static async Task<RunResult> RunAsync(GoldenTestSuite suite, RunTarget target, RunOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        using var client = TestRunner.CreateClient();
        return await new TestRunner(TestApi.Spec, client).RunAsync(suite, target, options, cancellationToken);
    }

    public static async Task<CaseResult> RunAsync(TestApi api, GoldenTest test, RunOptions? options = null) =>
        (await RunAsync(Suite(test), Sandbox(api.BaseUrl), options)).Cases.Single();

    /// <summary>A target that is treated as a mock: nothing is tried beforehand.</summary>
    public static async Task<CaseResult> RunDirectlyAsync(TestApi api, GoldenTest test, RunOptions? options = null) =>
        (await RunAsync(Suite(test), Sandbox(api.BaseUrl) with { Environment = EnvironmentType.Mock }, options)).Cases.Single();
}
