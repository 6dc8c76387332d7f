namespace IntegrationCopilot.Cli;

/// <summary>What a command answers to the shell.</summary>
internal static class ExitCodes
{
    /// <summary>The API or document is good.</summary>
    public const int Good = 0;

    /// <summary>The API or document failed.</summary>
    public const int Failed = 1;

    /// <summary>The tool was used wrongly.</summary>
    public const int Misused = 2;

    /// <summary>Stopped by the user (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
