namespace IntegrationCopilot.TestKit.Xunit;

/// <summary>That a golden test did not pass; xunit shows its message, and takes it for a skipped test where the case was skipped.</summary>
/// <threadsafety>As every exception: shared between threads for reading only.</threadsafety>
public sealed class GoldenTestException : Exception
{
    internal GoldenTestException(string message, CaseResult result) : base(message) => Result = result;

    /// <summary>What running the case gave, without secrets.</summary>
    public CaseResult Result { get; }

    internal static GoldenTestException Of(CaseResult result) =>
        new(string.Join('\n', Lines(result).Select(HarmlessText.OneLine)), result);

    /// <summary>The verdict, each broken assertion, and what the cause says of ground, request and next step.</summary>
    private static IEnumerable<string> Lines(CaseResult result)
    {
        yield return $"{result.Status.ToWire()} {result.Id}: {result.Reason}";
        foreach (var broken in result.Assertions.Where(assertion => !assertion.Passed)) yield return $"  - {broken.Description}: {broken.Message}";
        if (result.Cause is not { } cause) yield break;
        if (cause.Ground is { } ground) yield return $"  ground: {ground}";
        if (cause.Curl is { } curl) yield return $"  again: {curl}";
        yield return $"  next: {cause.NextStep}";
    }
}
