using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit.Tests.Mutation;

public sealed class MutationTesterTests
{
    /// <summary>Names are texts of at most 20 characters; nothing is deleted, paged or signed.</summary>
    private const string Things = """
        openapi: 3.1.0
        info: { title: Things, version: "1" }
        paths:
          /things:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/New" } } } }
              responses:
                "201": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
                "400": { description: Refused. }
          /things/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                "200": { description: One., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
                "404": { description: None. }
        components:
          schemas:
            New: { type: object, required: [name], properties: { name: { type: string, maxLength: 20 } } }
            Thing: { type: object, required: [id, name], properties: { id: { type: string }, name: { type: string, maxLength: 20 } } }
        """;

    [Fact]
    public async Task Measure_FaultThatASuiteMustFind_IsFoundByACaseThatFails()
    {
        var report = await MeasureAsync("missing-field", "missing-field-accepted", "not-found-as-200");
        report.FalseAlarms.Should().BeEmpty();
        report.Faults.Should().OnlyContain(fault => fault.IsApplicable);
        report.Faults[0].FoundBy.Should().NotBeEmpty();
        report.Faults[1].FoundBy.Should().Contain(id => id.StartsWith("invalid-input-missing-field", StringComparison.Ordinal));
        report.Faults.Where(fault => fault.IsFound).Should().OnlyContain(fault => fault.ShownBy != null && fault.Requests > 0);
    }

    [Fact]
    public async Task Measure_FaultThatCannotShow_IsNotApplicableAndNotRun()
    {
        var report = await MeasureAsync("delete-without-effect", "page-gap", "second-refund-accepted");
        report.Faults.Should().OnlyContain(fault => !fault.IsApplicable && !fault.IsFound && fault.ShownBy == null && fault.Requests == 0);
        (report.Applicable, report.Score).Should().Be((0, null));
    }

    [Fact]
    public async Task Measure_TheConnectionBreaksAlways_SpoilsTheRun()
    {
        var report = await MeasureAsync("connection-reset");
        report.Faults.Single().Should().Match<MutationResult>(fault => fault.IsApplicable && fault.SpoilsRun && fault.FoundBy.Count == 0);
        report.Score.Should().Be(1);
    }

    [Fact]
    public async Task Measure_FewestCases_FindAsManyAsAll()
    {
        var report = await MeasureAsync("missing-field", "wrong-type", "missing-field-accepted", "wrong-length-accepted", "created-as-200");
        var found = report.Faults.Where(fault => fault.FoundBy.Count > 0).ToList();
        found.Should().OnlyContain(fault => fault.FoundBy.Intersect(report.FewestCases).Any());
        report.FewestCases.Should().OnlyHaveUniqueItems().And.HaveCountLessThanOrEqualTo(found.Count);
    }

    [Fact]
    public async Task Measure_SameSeed_GivesTheSameFaultsFound()
    {
        var first = await MeasureAsync("missing-field", "out-of-range-accepted", "extra-field");
        var second = await MeasureAsync("missing-field", "out-of-range-accepted", "extra-field");
        second.Faults.Select(fault => (fault.Fault, fault.IsApplicable, fault.IsFound)).Should()
            .Equal(first.Faults.Select(fault => (fault.Fault, fault.IsApplicable, fault.IsFound)));
    }

    [Fact]
    public async Task Measure_NothingAtATime_IsRefused() =>
        await FluentActions.Awaiting(() => MutationTester.MeasureAsync(Read(Things), new MutationOptions { MaxConcurrency = 0 }))
            .Should().ThrowAsync<ArgumentOutOfRangeException>();

    [Fact]
    public async Task Measure_FaultTakesTooLong_IsGivenUpAndNotFound()
    {
        var report = await MutationTester.MeasureAsync(Read(Things), new MutationOptions
        {
            Faults = [MockFaults.Find("missing-field")!, MockFaults.Find("created-as-200")!],
            FaultTimeout = TimeSpan.FromTicks(1),
        }, TestContext.Current.CancellationToken);
        report.Faults.Should().HaveCount(2).And.OnlyContain(fault => fault.IsTimedOut && fault.IsApplicable && !fault.IsFound);
        report.Score.Should().Be(0);
    }

    [Fact]
    public async Task Limit_WorkThatNeverEndsAndHearsNothing_IsNotWaitedFor()
    {
        var never = new TaskCompletionSource<MutationResult>();
        var options = new MutationOptions { FaultTimeout = TimeSpan.FromMilliseconds(20) };
        var result = await FaultLimit.RunAsync(MockFaults.Find("missing-field")!, options, _ => never.Task, TestContext.Current.CancellationToken);
        result.IsTimedOut.Should().BeTrue();
    }

    [Fact]
    public async Task Measure_NoTime_IsRefused() =>
        await FluentActions.Awaiting(() => MutationTester.MeasureAsync(Read(Things), new MutationOptions { FaultTimeout = TimeSpan.Zero }))
            .Should().ThrowAsync<ArgumentOutOfRangeException>();

    private static Task<MutationReport> MeasureAsync(params string[] faults) =>
        MutationTester.MeasureAsync(Read(Things), new MutationOptions { Faults = [.. faults.Select(id => MockFaults.Find(id)!)] },
            TestContext.Current.CancellationToken);

    private static ApiSpec Read(string yaml) => ApiSpecReader.Read(Encoding.UTF8.GetBytes(yaml), "things.yaml").Spec!;
}
