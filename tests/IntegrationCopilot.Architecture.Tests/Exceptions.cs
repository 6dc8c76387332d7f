namespace IntegrationCopilot.Architecture.Tests;

/// <summary>What breaks a rule and may, each with the reason. An entry that is not needed any more fails a test.</summary>
internal static class Exceptions
{
    /// <summary>Internals of a feature that others may use.</summary>
    public static readonly IReadOnlyDictionary<string, string> Seams = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["SpecVersion"] = "Mocks and runs are of one version: their rows point to its row, and are read with its title and number.",
    };

    public static readonly IReadOnlyDictionary<string, string> Injections = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Setup -> FirstOwner"] = "The first owner is created before there is an actor.",
        ["SignIn -> AccountEntrance"] = "Signing in happens before there is an actor.",
    };

    public static readonly IReadOnlyDictionary<string, string> Unsealed = new Dictionary<string, string>(StringComparer.Ordinal);
}
