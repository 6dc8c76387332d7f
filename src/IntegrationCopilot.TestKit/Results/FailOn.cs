namespace IntegrationCopilot.TestKit;

/// <summary>What spoils a run.</summary>
public enum FailOn
{
    /// <summary>A case that blocks by its profile, see <see cref="CaseResult.IsBlocking"/>.</summary>
    Blocking,

    /// <summary>A case that failed.</summary>
    Fail,

    /// <summary>A case that failed, or that the API answered without a verdict.</summary>
    NoVerdict,

    /// <summary>A case that failed, had no verdict or ended with an error.</summary>
    Error,

    /// <summary>A case that failed, had no verdict, ended with an error or warned.</summary>
    Warn,

    /// <summary>Nothing, not even that nothing was judged.</summary>
    None,
}
