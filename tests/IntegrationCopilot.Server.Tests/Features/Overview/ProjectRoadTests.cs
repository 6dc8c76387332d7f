using IntegrationCopilot.MockGen;
using IntegrationCopilot.Server.Features.Mocks;
using IntegrationCopilot.Server.Features.Overview;
using IntegrationCopilot.Server.Features.Specs;
using IntegrationCopilot.Server.Features.TestRuns;
using IntegrationCopilot.Server.Features.Traces;
using IntegrationCopilot.Server.Platform.Persistence;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Server.Tests.Features.Overview;

public sealed class ProjectRoadTests
{
    private static readonly Guid Project = Guid.NewGuid();

    private static Page<T> Page<T>(params T[] items) => new(items, items.Length);

    private static SpecView Spec(int errors) => new(
        Guid.NewGuid(), Project, new(Guid.NewGuid(), Guid.NewGuid(), 1, "Orders", "1", "3.1.0", "orders.json", 10, SpecSource.File, null, 1200, errors, 0,
            DateTimeOffset.UnixEpoch, "Ada"));

    private static MockView Mock(Uri? address, string? failure = null) => new(
        Guid.NewGuid(), Project, Guid.NewGuid(), 1, "Orders", "", address, null, failure, 0, DateTimeOffset.UnixEpoch, 1, null, new MockCredentials());

    private static TestRunView Run(string status, TestRunTotals totals, bool isOver = true) => new(
        Guid.NewGuid(), Project, Guid.NewGuid(), 1, "Orders", EnvironmentType.Mock, null, 0, status, null, 10, 4, null, totals, DateTimeOffset.UnixEpoch, "Ada",
        DateTimeOffset.UnixEpoch, isOver ? DateTimeOffset.UnixEpoch : null);

    [Fact]
    public void Steps_OfAnEmptyProject_AreOpen() =>
        new[] { ProjectRoad.Describe(Project, Page<SpecView>()), ProjectRoad.Mock(Project, Page<MockView>()), ProjectRoad.Test(Project, Page<TestRunView>()),
            ProjectRoad.Prove(Project, Page<TraceView>()) }
            .Should().OnlyContain(step => step.Progress == RoadProgress.Open && step.Href.StartsWith($"/projects/{Project}/", StringComparison.Ordinal));

    [Fact]
    public void Describe_OneDocumentWithoutErrors_IsDoneAndLeadsToIt()
    {
        var spec = Spec(errors: 0);
        var step = ProjectRoad.Describe(Project, Page(spec));
        (step.Progress, step.Figure, step.Text, step.Href).Should()
            .Be((RoadProgress.Done, "1,200 operations", "Orders, without errors", SpecPaths.Of(Project, spec.Id)));
    }

    [Fact]
    public void Describe_DocumentsWithErrors_NeedCare()
    {
        var step = ProjectRoad.Describe(Project, Page(Spec(errors: 1), Spec(errors: 0)));
        (step.Progress, step.Figure, step.Text, step.Href).Should().Be((RoadProgress.Care, "2,400 operations", "2 documents, 1 error", SpecPaths.Of(Project)));
    }

    [Fact]
    public void Mock_Running_IsDoneAndSaysWhere()
    {
        var step = ProjectRoad.Mock(Project, Page(Mock(new Uri("http://127.0.0.1:4711/v1"))));
        (step.Progress, step.Figure, step.Text).Should().Be((RoadProgress.Done, "Running", "127.0.0.1:4711 · 1 request answered"));
    }

    [Fact]
    public void Mock_Stopped_IsOpenAgain() =>
        ProjectRoad.Mock(Project, Page(Mock(null))).Should().Match<RoadStep>(step => step.Progress == RoadProgress.Open && step.Figure == "Stopped");

    [Fact]
    public void Mock_ThatDoesNotStart_NeedsCareAndSaysWhy() =>
        ProjectRoad.Mock(Project, Page(Mock(null, "The port is taken."))).Should()
            .Match<RoadStep>(step => step.Progress == RoadProgress.Care && step.Text == "The port is taken.");

    [Theory]
    [InlineData("COMPLETED", 9, 0, 0, 0, true, RoadProgress.Done, "9 of 9 pass")]
    [InlineData("COMPLETED", 8, 1, 0, 0, true, RoadProgress.Care, "8 of 9 pass")]
    [InlineData("COMPLETED", 8, 0, 1, 0, true, RoadProgress.Care, "8 of 9 pass")]
    [InlineData("COMPLETED", 8, 0, 0, 1, true, RoadProgress.Care, "8 of 9 pass")]
    [InlineData("COMPLETED", 0, 0, 0, 0, true, RoadProgress.Care, "0 of 0 pass")]
    [InlineData("CANCELLED", 3, 0, 0, 0, true, RoadProgress.Care, "3 of 3 pass")]
    [InlineData("RUNNING", 4, 0, 0, 0, false, RoadProgress.Running, "4 of 10 done")]
    public void Test_LatestRun_TellsHowItCameOut(string status, int pass, int fail, int noVerdict, int error, bool isOver, RoadProgress progress, string figure)
    {
        var run = Run(status, new TestRunTotals(pass, fail, 0, noVerdict, error, 2, 5), isOver);
        var step = ProjectRoad.Test(Project, Page(run));
        (step.Progress, step.Figure, step.Href).Should().Be((progress, figure, TestRunPaths.OfRun(Project, run.Id)));
    }
}
