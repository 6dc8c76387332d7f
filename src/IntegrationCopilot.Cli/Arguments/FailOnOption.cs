using System.CommandLine;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary><c>--fail-on</c>: what spoils a run.</summary>
internal static class FailOnOption
{
    private static readonly Dictionary<string, FailOn> Measures = new(StringComparer.Ordinal)
    {
        ["fail"] = FailOn.Fail,
        ["no-verdict"] = FailOn.NoVerdict,
        ["error"] = FailOn.Error,
        ["warn"] = FailOn.Warn,
        ["none"] = FailOn.None,
    };

    public static Option<string> Create()
    {
        var option = new Option<string>("--fail-on")
        {
            Description = "What makes the exit code 1; each includes those before it, none is none. Default: what blocks by the profile. "
                + "A run in which nothing was judged exits with 1 all the same, except with none.",
        };
        option.AcceptOnlyFromAmong([.. Measures.Keys]);
        return option;
    }

    public static FailOn Read(string? name) => name is null ? FailOn.Blocking : Measures[name];
}
