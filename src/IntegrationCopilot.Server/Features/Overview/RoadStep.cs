using IntegrationCopilot.Server.Portal.Components;

namespace IntegrationCopilot.Server.Features.Overview;

/// <summary>One step of a project's road from a document to signed evidence, and how it stands.</summary>
/// <param name="Title">What is done here.</param>
/// <param name="Icon">One of MudBlazor's icons.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Figure">The number or word that matters.</param>
/// <param name="Text">What the figure means, or what to do.</param>
/// <param name="Href">The page where it is done.</param>
/// <param name="Action">What is done there.</param>
public sealed record RoadStep(string Title, string Icon, RoadProgress Progress, string Figure, string Text, string Href, string Action);

/// <summary>How far a step is.</summary>
public enum RoadProgress
{
    /// <summary>Nothing is there yet.</summary>
    Open,

    /// <summary>Something is on its way.</summary>
    Running,

    /// <summary>It is as it should be.</summary>
    Done,

    /// <summary>It is there, and something about it needs a look.</summary>
    Care,
}

/// <summary>How a step is shown: its progress, and whether it is the one to take next.</summary>
/// <param name="Label">The words.</param>
/// <param name="Icon">One of MudBlazor's icons.</param>
/// <param name="Tone">The meaning of its colour.</param>
public sealed record RoadSign(string Label, string Icon, Tone Tone)
{
    /// <param name="progress">How far the step is.</param>
    /// <param name="isNext">Whether it is the first that is open.</param>
    public static RoadSign Of(RoadProgress progress, bool isNext) => progress switch
    {
        RoadProgress.Done => new("Done", MudBlazor.Icons.Material.Rounded.CheckCircle, Tone.Success),
        RoadProgress.Care => new("Look at it", MudBlazor.Icons.Material.Rounded.Warning, Tone.Warning),
        RoadProgress.Running => new("Running", MudBlazor.Icons.Material.Rounded.PlayCircle, Tone.Info),
        _ => isNext
            ? new("Next", MudBlazor.Icons.Material.Rounded.ArrowCircleRight, Tone.Accent)
            : new("Later", MudBlazor.Icons.Material.Rounded.Circle, Tone.Neutral),
    };
}
