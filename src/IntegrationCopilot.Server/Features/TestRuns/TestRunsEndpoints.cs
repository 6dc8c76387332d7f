using IntegrationCopilot.Server.Platform.Http;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Server.Features.TestRuns;

internal sealed class TestRunsEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/projects/{projectId:guid}/runs",
            (EndpointSender sender, Guid projectId, int skip = 0, int take = Paging.DefaultTake) => sender.SendAsync(new ListTestRuns(projectId, skip, take)))
            .WithTags("Test runs").WithName("listTestRuns").WithSummary("Lists the test runs of a project, newest first.");
        MapSpec(api.MapGroup("/specs/{specId:guid}").WithTags("Test runs"));
        MapRun(api.MapGroup("/runs/{id:guid}").WithTags("Test runs"));
        api.MapGet("/test-cases/{id:guid}", (EndpointSender sender, Guid id) => sender.SendAsync(new GetTestCase(id)))
            .WithTags("Test runs").WithName("getTestCase").WithSummary("Reads one result with its assertions and the ids of its traces.");
    }

    private static void MapSpec(RouteGroupBuilder spec)
    {
        spec.MapGet("/golden-tests",
            (EndpointSender sender, Guid specId, int? version = null, int skip = 0, int take = Paging.DefaultTake) =>
            sender.SendAsync(new ListGoldenTests(specId, version, skip, take)))
            .WithName("listGoldenTests").WithSummary("Lists the golden tests that an API description yields, and why others do not apply.");
        spec.MapGet("/test-variables", (EndpointSender sender, Guid specId, int? version = null) => sender.SendAsync(new ListTestVariables(specId, version)))
            .WithName("listTestVariables").WithSummary("Lists the values that the golden tests take when an installation of the API is tested.");
        spec.MapPost("/runs", (EndpointSender sender, Guid specId, RunStart body) => sender.CreateAsync(
                new StartTestRun(specId, body.Version, body.Environment, body.BaseUrl, body.Credentials, body.Seed, body.Values), run =>
                    $"{Api.Root}/runs/{run.Id}"))
            .WithName("startTestRun")
                .WithSummary("Runs the golden tests of an API description in the background, against the project's own mock or an address.");
    }

    private static void MapRun(RouteGroupBuilder run)
    {
        run.MapGet("/", (EndpointSender sender, Guid id) => sender.SendAsync(new GetTestRun(id)))
            .WithName("getTestRun").WithSummary("Reads how far a test run has come and what its categories came to.");
        run.MapGet("/cases", (EndpointSender sender, Guid id, string? status = null, string? category = null, int skip = 0, int take = Paging.DefaultTake) =>
                sender.SendAsync(new ListTestCases(id, status, category, skip, take)))
            .WithName("listTestCases").WithSummary("Lists the results of a test run, in the order of the suite.");
        run.MapGet("/defects", (EndpointSender sender, Guid id) => sender.SendAsync(new ListTestDefects(id)))
            .WithName("listTestDefects").WithSummary("Lists what did not pass in a test run, folded by its cause, with ground, curl line and next step.");
        run.MapGet("/report", (EndpointSender sender, Guid id, string format = GetTestReport.DefaultFormat) => sender.FileAsync(new GetTestReport(id, format)))
            .WithName("getTestReport").WithSummary("Downloads the report of a test run that is over, in a format of those that the command line writes.");
        run.MapPost("/cancel", (EndpointSender sender, Guid id) => sender.DoAsync(new CancelTestRun(id)))
            .WithName("cancelTestRun").WithSummary("Stops a test run. What is done by then is kept.");
    }

    /// <summary>What to run against what.</summary>
    private sealed record RunStart(int? Version = null, EnvironmentType Environment = EnvironmentType.Mock, string? BaseUrl = null,
        RunCredentials? Credentials = null, int Seed = 0, IReadOnlyDictionary<string, string>? Values = null);
}
