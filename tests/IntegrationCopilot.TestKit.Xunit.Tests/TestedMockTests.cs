namespace IntegrationCopilot.TestKit.Xunit.Tests;

/// <summary>Every golden test of the example API against its own mock.</summary>
public sealed class TestedMockTests(TestedMock mock) : IClassFixture<TestedMock>
{
    [Theory]
    [GoldenTests("samples/payments.openapi.yaml", Excluded = ["life-cycle-other-caller"], OnlyApplicable = true)]
    public async Task RunAsync_Mock_PassesAll(GoldenTestCase test) => (await mock.RunAsync(test)).Status.Should().Be(CaseStatus.Pass);
}
