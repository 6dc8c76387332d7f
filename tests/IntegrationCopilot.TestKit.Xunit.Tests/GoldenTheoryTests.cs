using IntegrationCopilot.MockGen;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit.Xunit.Tests;

/// <summary>Used as a test project uses it: every golden test of the example API against its own mock.</summary>
public sealed class GoldenTheoryTests : IAsyncLifetime
{
    private MockServer? mock;
    private GoldenTheory? theory;

    public static IEnumerable<TheoryDataRow<GoldenTest>> Rows => GoldenTheory.Rows(PaymentsSuite.Suite);

    public async ValueTask InitializeAsync()
    {
        var spec = await PaymentsSuite.ReadAsync();
        mock = await MockServer.StartAsync(spec);
        theory = new GoldenTheory(spec, PaymentsSuite.Suite);
    }

    public async ValueTask DisposeAsync()
    {
        theory!.Dispose();
        await mock!.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task RunAsync_GoldenTest_HoldsAgainstTheMock(GoldenTest test) =>
        (await theory!.RunAsync(test, RunTarget.ForMock(mock!), cancellationToken: TestContext.Current.CancellationToken)).Status.Should().Be(CaseStatus.Pass);

    [Fact]
    public async Task RunAsync_CaseFails_ThrowsWithEveryBrokenAssertion()
    {
        var step = PaymentsSuite.Suite.Tests[0].Steps[0] with { Assertions = [new StatusAssertion(["418"])] };
        var run = () => theory!.RunAsync(PaymentsSuite.Suite.Tests[0] with { Steps = [step] }, RunTarget.ForMock(mock!));
        (await run.Should().ThrowAsync<GoldenTestException>()).Which.Message.Should()
            .StartWith("FAIL authentication-valid: the status is 418: the answer was 200 OK.").And.Contain("\n  - the status is 418");
    }

    [Fact]
    public async Task RunAsync_CannotRunHere_IsASkip()
    {
        var test = PaymentsSuite.Suite.Tests[0] with { Reach = GoldenTestReach.MockOnly, ReachReason = "It needs a mock." };
        var target = new RunTarget { Environment = EnvironmentType.Sandbox, BaseUrl = mock!.BaseUrl };
        var run = () => theory!.RunAsync(test, target);
        (await run.Should().ThrowAsync<GoldenTestException>()).Which.Message.Should().StartWith(global::Xunit.v3.DynamicSkipToken.Value);
    }

    [Fact]
    public void Rows_TestDoesNotApply_IsSkippedWithItsReason()
    {
        var test = PaymentsSuite.Suite.Tests[0] with { Applicable = false, Reason = "It is about nothing." };
        GoldenTheory.Rows(PaymentsSuite.Suite with { Tests = [test] }).Single().Skip.Should().Be("It is about nothing.");
    }
}
