namespace IntegrationCopilot.Server.Portal.Components;

/// <summary>What a colour means. Never the only sign: words or an icon always go with it.</summary>
public enum Tone
{
    Neutral,
    Accent,
    Info,
    Success,
    Warning,
    Error,
}

/// <summary>The CSS classes of <see cref="Tone"/>.</summary>
public static class ToneClasses
{
    public static string ToClass(this Tone tone) => tone switch
    {
        Tone.Accent => "tone-accent",
        Tone.Info => "tone-info",
        Tone.Success => "tone-success",
        Tone.Warning => "tone-warning",
        Tone.Error => "tone-error",
        _ => "tone-neutral",
    };
}
