using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli;

/// <summary>The colour of each status: of the sixteen that a terminal's theme defines, so that they can be read on dark and on light.</summary>
internal static class StatusColours
{
    public static string Of(CaseStatus status) => status switch
    {
        CaseStatus.Pass => "bold green",
        CaseStatus.Fail => "bold red",
        CaseStatus.Warn => "bold yellow",
        CaseStatus.NoVerdict or CaseStatus.Error => "bold magenta",
        _ => "bold",
    };
}
