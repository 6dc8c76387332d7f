namespace IntegrationCopilot.Server.Features.Mocks;

/// <summary>Where the pages of mocks are.</summary>
internal static class MockPaths
{
    public static string Of(Guid projectId) => $"/projects/{projectId}/mocks";
}
