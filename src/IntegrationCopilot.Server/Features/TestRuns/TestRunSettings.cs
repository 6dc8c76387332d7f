using System.ComponentModel.DataAnnotations;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>How much of this server test runs may take. Section <c>TestRuns</c>.</summary>
internal sealed class TestRunSettings
{
    /// <summary>The most runs of one organisation that wait or run at once. Default: 20.</summary>
    [Range(1, 10_000)]
    public int MaxActive { get; set; } = 20;

    /// <summary>How long one run may take. Default: 2 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MaxDuration { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How often runs that nobody works on are looked for, and ended. Default: 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromMinutes(1);
}
