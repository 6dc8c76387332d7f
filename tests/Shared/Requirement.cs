namespace IntegrationCopilot.Testing;

/// <summary>
/// A program or service that a test needs. A test skips, and says why, where it is absent; in CI, where everything is installed, it fails instead.
/// </summary>
internal static class Requirement
{
    /// <summary>Environment variable that <c>.ci/run</c> sets to 1.</summary>
    public const string CiVariable = "IC_CI";

    public static bool IsCi => Environment.GetEnvironmentVariable(CiVariable) == "1";

    public static void Present(bool isPresent, string whenAbsent)
    {
        if (isPresent) return;
        if (IsCi) Assert.Fail($"{whenAbsent} It must be there when {CiVariable} is 1.");
        Assert.Skip(whenAbsent);
    }
}
