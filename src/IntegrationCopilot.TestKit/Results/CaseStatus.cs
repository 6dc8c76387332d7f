namespace IntegrationCopilot.TestKit;

/// <summary>What became of a case.</summary>
public enum CaseStatus
{
    /// <summary>Every assertion held.</summary>
    Pass,

    /// <summary>The API answered, and an assertion did not hold.</summary>
    Fail,

    /// <summary>No verdict about the API: it did not answer, credentials could not be had, or a value was missing.</summary>
    Error,

    /// <summary>Not run here, with the reason; it could run elsewhere.</summary>
    Skip,

    /// <summary>The document gives no ground for this case, with the reason.</summary>
    NotApplicable,
}

/// <summary>The names of <see cref="CaseStatus"/> in JSON, reports and databases.</summary>
public static class CaseStatusNames
{
    /// <summary><c>PASS</c>, <c>FAIL</c>, <c>ERROR</c>, <c>SKIP</c> or <c>NOT_APPLICABLE</c>.</summary>
    public static string ToWire(this CaseStatus status) => status switch
    {
        CaseStatus.Pass => "PASS",
        CaseStatus.Fail => "FAIL",
        CaseStatus.Error => "ERROR",
        CaseStatus.Skip => "SKIP",
        CaseStatus.NotApplicable => "NOT_APPLICABLE",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
