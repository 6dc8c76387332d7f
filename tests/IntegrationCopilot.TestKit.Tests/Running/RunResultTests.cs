using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit.Tests.Running;

public sealed class RunResultTests
{
    [Theory]
    [InlineData(CaseStatus.Pass, "")]
    [InlineData(CaseStatus.Fail, "Blocking Fail NoVerdict Error Warn")]
    [InlineData(CaseStatus.NoVerdict, "NoVerdict Error Warn")]
    [InlineData(CaseStatus.Error, "Error Warn")]
    [InlineData(CaseStatus.Warn, "Warn")]
    [InlineData(CaseStatus.Skip, "")]
    [InlineData(CaseStatus.NotApplicable, "")]
    public void Holds_OneCaseBesideAPass_IsSpoiledByWhatTheMeasureNames(CaseStatus status, string spoiled)
    {
        var result = Result(Case(CaseStatus.Pass), Case(status));
        Enum.GetValues<FailOn>().Where(measure => !result.Holds(measure)).Should()
            .BeEquivalentTo(spoiled.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<FailOn>));
    }

    [Theory]
    [InlineData(TestSetting.Required, "Fail Error NoVerdict")]
    [InlineData(TestSetting.Auto, "Fail")]
    [InlineData(TestSetting.Optional, "")]
    [InlineData(TestSetting.NotApplicable, "")]
    public void Holds_Blocking_DependsOnTheSetting(TestSetting setting, string blocking)
    {
        var statuses = Enum.GetValues<CaseStatus>()
            .Where(status => !Result(Case(CaseStatus.Pass), Case(status) with { Setting = setting }).Holds(FailOn.Blocking));
        statuses.Should().BeEquivalentTo(blocking.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<CaseStatus>));
    }

    [Theory]
    [InlineData(CaseStatus.NoVerdict)]
    [InlineData(CaseStatus.Error)]
    [InlineData(CaseStatus.Skip)]
    [InlineData(CaseStatus.NotApplicable)]
    public void Holds_NothingWasJudged_IsNoSuccessExceptByNone(CaseStatus status)
    {
        var result = Result(Case(status));
        result.IsJudged.Should().BeFalse();
        Enum.GetValues<FailOn>().Where(result.Holds).Should().Equal(FailOn.None);
    }

    [Fact]
    public void Holds_Cancelled_IsNoSuccessExceptByNone() =>
        Enum.GetValues<FailOn>().Where((Result(Case(CaseStatus.Pass)) with { IsCancelled = true }).Holds).Should().Equal(FailOn.None);

    private static CaseResult Case(CaseStatus status) => new() { Id = "case", Name = "A case", Category = TestCategoryIds.CreateResource, Status = status };

    private static RunResult Result(params CaseResult[] cases) => new()
    {
        RunId = "run",
        Title = "Items",
        Environment = "SANDBOX",
        BaseUrl = "http://127.0.0.1/",
        StartedAt = DateTimeOffset.UnixEpoch,
        Duration = TimeSpan.Zero,
        Cases = cases,
    };
}
