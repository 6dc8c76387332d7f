using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Server.Tests.Features.TestRuns;

/// <summary>An installation of the example API that really answers.</summary>
internal static class PaymentsApi
{
    public static async Task<MockServer> StartAsync()
    {
        var document = await File.ReadAllBytesAsync(Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml"));
        return await MockServer.StartAsync(ApiSpecReader.Read(document, "payments.openapi.yaml").Spec!);
    }
}
