using System.CommandLine;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>What made-up values come from.</summary>
internal static class SeedOption
{
    public static Option<int> Create() => new("--seed") { Description = "Where made-up values come from; the same seed gives the same values. Default 0." };
}
