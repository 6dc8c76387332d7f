using IntegrationCopilot.MockGen;
using IntegrationCopilot.Server.Features.Specs;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>Makes the golden tests of an API description while somebody waits for an answer.</summary>
internal static class GoldenSuites
{
    /// <summary>Makes them on another thread: a circuit's must not be held while the tests of a large document are made.</summary>
    public static Task<GoldenTestSuite> OfAsync(LoadedSpec spec, CancellationToken cancellationToken) =>
        Task.Run(() => GoldenTestGenerator.Generate(spec.Api, cancellationToken: cancellationToken), cancellationToken);
}
