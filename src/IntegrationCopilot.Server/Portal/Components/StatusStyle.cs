using MudBlazor;

namespace IntegrationCopilot.Server.Portal.Components;

/// <summary>How a status is shown: words, icon and colour, so that none of them has to be seen alone.</summary>
/// <param name="Label">The words.</param>
/// <param name="Icon">One of MudBlazor's icons.</param>
/// <param name="Tone">The meaning of its colour.</param>
public sealed record StatusStyle(string Label, string Icon, Tone Tone)
{
    private static readonly Dictionary<string, StatusStyle> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["PASS"] = new("Pass", Icons.Material.Rounded.CheckCircle, Tone.Success),
        ["FAIL"] = new("Fail", Icons.Material.Rounded.Cancel, Tone.Error),
        ["WARN"] = new("Warning", Icons.Material.Rounded.WarningAmber, Tone.Warning),
        ["NO_VERDICT"] = new("No verdict", Icons.Material.Rounded.HelpOutline, Tone.Warning),
        ["ERROR"] = new("Error", Icons.Material.Rounded.Report, Tone.Warning),
        ["SKIP"] = new("Skipped", Icons.Material.Rounded.SkipNext, Tone.Neutral),
        ["NOT_APPLICABLE"] = new("Not applicable", Icons.Material.Rounded.RemoveCircleOutline, Tone.Neutral),
        ["QUEUED"] = new("Queued", Icons.Material.Rounded.Schedule, Tone.Neutral),
        ["STARTING"] = new("Starting", Icons.Material.Rounded.Autorenew, Tone.Info),
        ["RUNNING"] = new("Running", Icons.Material.Rounded.PlayCircle, Tone.Info),
        ["STOPPING"] = new("Stopping", Icons.Material.Rounded.Autorenew, Tone.Info),
        ["STOPPED"] = new("Stopped", Icons.Material.Rounded.StopCircle, Tone.Neutral),
        ["COMPLETED"] = new("Completed", Icons.Material.Rounded.CheckCircle, Tone.Success),
        ["CANCELLED"] = new("Cancelled", Icons.Material.Rounded.Block, Tone.Neutral),
        ["FAILED"] = new("Failed", Icons.Material.Rounded.Cancel, Tone.Error),
        ["INTERRUPTED"] = new("Interrupted", Icons.Material.Rounded.PowerOff, Tone.Warning),
        ["VALID"] = new("Valid", Icons.Material.Rounded.Verified, Tone.Success),
        ["INVALID"] = new("Invalid", Icons.Material.Rounded.GppBad, Tone.Error),
        ["ACTIVE"] = new("Active", Icons.Material.Rounded.CheckCircle, Tone.Success),
        ["ARCHIVED"] = new("Archived", Icons.Material.Rounded.Inventory2, Tone.Neutral),
        ["DETECTED"] = new("Detected", Icons.Material.Rounded.CheckCircle, Tone.Success),
        ["NOT_DETECTED"] = new("Not detected", Icons.Material.Rounded.RemoveCircleOutline, Tone.Neutral),
    };

    /// <summary>The style of a status; one without its own is shown in plain words.</summary>
    /// <param name="status">The name on the wire, for example <c>NOT_APPLICABLE</c>, in any case.</param>
    public static StatusStyle Of(string status) =>
        Known.TryGetValue(status, out var style) ? style : new(InWords(status), Icons.Material.Rounded.Circle, Tone.Neutral);

    private static string InWords(string status)
    {
        var words = status.Replace('_', ' ').ToLowerInvariant();
        return words.Length == 0 ? "Unknown" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
