namespace IntegrationCopilot.TestKit.Xunit;

/// <summary>That a golden test did not pass; xunit shows its message, and takes it for a skipped test where the case was skipped.</summary>
public sealed class GoldenTestException : Exception
{
    internal GoldenTestException(string message, CaseResult result) : base(message) => Result = result;

    /// <summary>What running the case gave, without secrets.</summary>
    public CaseResult Result { get; }

    internal static GoldenTestException Of(CaseResult result)
    {
        var broken = result.Assertions.Where(assertion => !assertion.Passed).Select(assertion => $"  - {assertion.Description}: {assertion.Message}");
        IEnumerable<string> lines = [$"{result.Status.ToWire()} {result.Id}: {result.Reason}", .. broken];
        return new(string.Join('\n', lines.Select(HarmlessText.OneLine)), result);
    }
}
