namespace IntegrationCopilot.TestKit;

/// <summary>That a case ends here without a verdict about the API. It never leaves the runner.</summary>
internal sealed class CaseStopException(string reason) : Exception(reason)
{
    /// <summary>Whether the case could run elsewhere, so that it is skipped rather than ended with an error.</summary>
    public bool IsSkip { get; init; }
}
