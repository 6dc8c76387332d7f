using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.TestKit.Tests.Running;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Defects;

/// <summary>What is new since an earlier run, and how far a run came.</summary>
public sealed class RunComparisonTests
{
    [Fact]
    public async Task Of_TheSameFailures_NothingIsNewAndTheRunIsGood()
    {
        var earlier = Baseline(await RunAsync(Failing("a", "b")));
        var now = await ComparedAsync(Failing("a", "b"), earlier);
        now.Comparison!.New.Should().BeEmpty();
        now.Comparison.Still.Sum(defect => defect.Cases.Count).Should().Be(2);
        now.Holds(FailOn.Fail).Should().BeTrue();
        now.Succeeded.Should().BeTrue();
        (now with { Comparison = null }).Holds(FailOn.Fail).Should().BeFalse();
    }

    [Fact]
    public async Task Of_AKnownDefectInAnotherCase_IsNewThereAndStillInTheOther()
    {
        var earlier = Baseline(await RunAsync(Failing("a")));
        var now = await ComparedAsync(Failing("a", "b"), earlier);
        now.Defects.Should().ContainSingle("both cases show one defect");
        now.Comparison!.New.Single().Cases.Single().Id.Should().Be("b");
        now.Comparison.Still.Single().Cases.Single().Id.Should().Be("a");
        now.Holds(FailOn.Fail).Should().BeFalse();
    }

    [Fact]
    public async Task Of_WhatPasses_IsMendedAndWhatIsNotJudgedIsNot()
    {
        var earlier = Baseline(await RunAsync(Failing("a"), Failing("b", "204")[0], Failing("c", "205")[0]));
        var now = await ComparedAsync([Named("a", "200"), Named("c", "205") with { Applicable = false }], earlier);
        now.Comparison!.Mended.Single().Cases.Should().Equal("a");
        now.Comparison.Unjudged.Select(defect => defect.Cases.Single()).Should().Equal("b", "c");
        now.Comparison.New.Should().BeEmpty();
    }

    [Fact]
    public async Task Of_AnotherCauseInTheSameCase_IsNew()
    {
        var earlier = Baseline(await RunAsync(Failing("a")));
        var now = await ComparedAsync([Named("a", "404")], earlier);
        now.Comparison!.New.Single().Cases.Single().Id.Should().Be("a");
        now.Comparison.Unjudged.Should().ContainSingle();
    }

    [Theory]
    [InlineData("", "It is not JSON.")]
    [InlineData("[1]", "It is not the JSON report of a run.")]
    [InlineData("{}", "It is not the JSON report of a run, or one of a release before defects were told.")]
    [InlineData("""{"defects":[{}]}""", "It is not the JSON report of a run.")]
    [InlineData("""{"data":{"chain":"x"}}""",
        "It is a trace file, which keeps what was sent and answered but no verdicts. Give the JSON report of the earlier run.")]
    public void TryRead_SomethingElse_SaysWhatIsWrong(string text, string expected)
    {
        RunBaseline.TryRead(Encoding.UTF8.GetBytes(text), out _, out var problem).Should().BeFalse();
        problem.Should().Be(expected);
    }

    [Fact]
    public async Task Reports_Compared_TellWhatIsNewKnownAndMended()
    {
        var earlier = Baseline(await RunAsync(Failing("a"), Failing("b", "204")[0]));
        var now = await ComparedAsync([Named("a", "404"), Named("b", "200"), Failing("c", "205")[0]], earlier);
        using var text = new StringWriter();
        TextReport.Write(now, text);
        text.ToString().Should().Contain("since the run of ").And.Contain("2 new, 0 still there, 1 mended, 1 of which this run says nothing").And.Contain(
            "1 case  new")
            .And.Contain("  mended: GET /items: ");
        var comparison = Json(now).GetProperty("comparison");
        comparison.GetProperty("new").GetArrayLength().Should().Be(2);
        comparison.GetProperty("mended")[0].GetProperty("cases")[0].GetString().Should().Be("b");
    }

    [Fact]
    public async Task JUnit_Compared_FailsOnlyWhatIsNew()
    {
        var earlier = Baseline(await RunAsync(Failing("a")));
        var now = await ComparedAsync(Failing("a", "b"), earlier);
        using var junit = new MemoryStream();
        new JUnitReport().Write(now, junit);
        junit.Position = 0;
        var suite = XDocument.Load(junit).Root!;
        (suite.Attribute("failures")!.Value, suite.Elements().Sum(each => (int)each.Attribute("skipped")!)).Should().Be(("1", 1));
        suite.Descendants("failure").Single().Parent!.Attribute("name")!.Value.Should().StartWith("b:");
    }

    [Fact]
    public async Task Coverage_EachOperation_SaysHowFarTheRunCameAndWhichStatusesWereSeen()
    {
        var result = await RunAsync([Named("a", "200"), Case(Post("b", "{}", Status("409"))) with { Id = "b" }]);
        result.Coverage.Select(operation => (operation.Operation, operation.Reach)).Should()
            .Equal(("GET /items", OperationReach.Succeeded), ("POST /items", OperationReach.Reached), ("GET /items/{id}", OperationReach.NeverReached));
        result.Coverage[0].Described.Should().Equal(new DescribedStatus("200", true));
        result.Coverage[1].Answers.Should().Equal(new StatusCount(409, 1));
        result.Coverage[1].Described.Should().Equal(new DescribedStatus("201", false));
        using var text = new StringWriter();
        TextReport.Write(result, text);
        text.ToString().Should().Contain("1 of 3 operations answered with 2xx; 1 of 4 described statuses were seen").And.Contain(
            "1 never reached: GET /items/{id}");
        Json(result).GetProperty("coverage")[2].GetProperty("reach").GetString().Should().Be("NEVER_REACHED");
    }

    private static RunBaseline Baseline(RunResult result)
    {
        RunBaseline.TryRead(Encoding.UTF8.GetBytes(Json(result).GetRawText()), out var read, out var problem).Should().BeTrue(problem);
        read.Should().BeEquivalentTo(RunBaseline.Of(result));
        return read!;
    }

    private static JsonElement Json(RunResult result)
    {
        using var json = new MemoryStream();
        new JsonReport().Write(result, json);
        return JsonDocument.Parse(json.ToArray()).RootElement;
    }

    private static async Task<RunResult> ComparedAsync(IReadOnlyList<GoldenTest> tests, RunBaseline baseline)
    {
        var result = await RunAsync([.. tests]);
        return result with { Comparison = RunComparison.Of(result, baseline) };
    }

    private static Task<RunResult> RunAsync(GoldenTest[] tests, params GoldenTest[] more) => RunAsync([.. tests, .. more]);

    private static async Task<RunResult> RunAsync(GoldenTest[] tests)
    {
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            context.Response.StatusCode = HttpMethods.IsPost(context.Request.Method) ? 409 : 200;
            return context.Response.WriteAsync("[]");
        });
        return await RunFixture.RunAsync(Suite(tests), Sandbox(api.BaseUrl) with { Environment = IntegrationCopilot.Validator.EnvironmentType.Mock });
    }

    /// <summary>Tests that fail for one reason; with a code as the second, one that fails for its own.</summary>
    private static GoldenTest[] Failing(params string[] ids) =>
        ids is [var id, { Length: 3 } code] ? [Named(id, code)] : [.. ids.Select(name => Named(name, "201"))];

    private static GoldenTest Named(string id, string expected) => Case(Get("get", Status(expected))) with { Id = id };
}
