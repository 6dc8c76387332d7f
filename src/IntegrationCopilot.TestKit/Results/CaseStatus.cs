namespace IntegrationCopilot.TestKit;

/// <summary>What became of a case.</summary>
public enum CaseStatus
{
    /// <summary>Every assertion held, and each was checked.</summary>
    Pass,

    /// <summary>The API answered, and an assertion did not hold. The only status that speaks against the API.</summary>
    Fail,

    /// <summary>An assertion did not hold, but in an optional category, or with no firmer ground than a draft or a custom.</summary>
    Warn,

    /// <summary>The API answered, and its answer says nothing about what the case asks.</summary>
    NoVerdict,

    /// <summary>Nothing was learned: no answer came, credentials could not be had, or a value was missing.</summary>
    Error,

    /// <summary>Not run here, with the reason; it could run elsewhere.</summary>
    Skip,

    /// <summary>The document gives no ground for this case, or the target cannot be asked for its situation, with the reason.</summary>
    NotApplicable,
}

/// <summary>The names of <see cref="CaseStatus"/> in JSON, reports and databases.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class CaseStatusNames
{
    /// <summary><c>PASS</c>, <c>FAIL</c>, <c>WARN</c>, <c>NO_VERDICT</c>, <c>ERROR</c>, <c>SKIP</c> or <c>NOT_APPLICABLE</c>.</summary>
    public static string ToWire(this CaseStatus status) => status switch
    {
        CaseStatus.Pass => "PASS",
        CaseStatus.Fail => "FAIL",
        CaseStatus.Warn => "WARN",
        CaseStatus.NoVerdict => "NO_VERDICT",
        CaseStatus.Error => "ERROR",
        CaseStatus.Skip => "SKIP",
        CaseStatus.NotApplicable => "NOT_APPLICABLE",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
