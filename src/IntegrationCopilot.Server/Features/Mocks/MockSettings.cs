using System.ComponentModel.DataAnnotations;

namespace IntegrationCopilot.Server.Features.Mocks;

/// <summary>How many mocks this server runs. Section <c>Mocks</c>.</summary>
internal sealed class MockSettings
{
    /// <summary>The most mocks that run at once. Default: 50.</summary>
    [Range(1, 10_000)]
    public int MaxRunning { get; set; } = 50;
}
