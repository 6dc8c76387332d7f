namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>How far a test run has come.</summary>
internal enum RunStatus
{
    /// <summary>It waits for the server to have a hand free.</summary>
    Queued,

    /// <summary>Its cases run.</summary>
    Running,

    /// <summary>Every case has a result.</summary>
    Completed,

    /// <summary>Somebody stopped it; cases that were not done by then are skipped.</summary>
    Cancelled,

    /// <summary>It could not begin, or an error of the server ended it; the reason is kept.</summary>
    Failed,

    /// <summary>The server stopped while it ran.</summary>
    Interrupted,
}
