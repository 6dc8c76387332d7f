namespace IntegrationCopilot.TestKit.Xunit.Tests;

/// <summary>Used as a test project uses it: every golden test of a document against an application in memory.</summary>
public sealed class TestedApiTests(NotesApi api) : IClassFixture<NotesApi>
{
    [Theory]
    [GoldenTests("notes.openapi.yaml", Only = ["contract", "authentication"], Excluded = ["authentication-expired-token"], OnlyApplicable = true)]
    public async Task RunAsync_ApplicationInMemory_IsAsDescribed(GoldenTestCase test)
    {
        (await api.RunAsync(test)).Status.Should().BeOneOf(CaseStatus.Pass, CaseStatus.Warn);
        TestContext.Current.Test!.TestDisplayName.Should().NotContain(test.Id);
    }
}
