namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>The forms that the report of a run comes in.</summary>
internal enum ReportFormat
{
    /// <summary>JUnit XML, which CI systems read.</summary>
    JUnit,

    /// <summary>JSON, the same that the command line writes.</summary>
    Json,

    /// <summary>Plain text for people.</summary>
    Text,
}
