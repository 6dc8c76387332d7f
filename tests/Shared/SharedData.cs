namespace IntegrationCopilot.Testing;

/// <summary>The corpus of real and malformed documents that lies beside the repository. Tests skip, and say so, where it is absent.</summary>
internal static class SharedData
{
    public const string AbsentReason = "The corpus folder ../shared/data is not beside this checkout.";

    /// <summary>Root of the checkout: the folder that holds the solution file.</summary>
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    public static string Root { get; } = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "data"));

    public static bool IsPresent => Directory.Exists(Root);

    /// <summary>A path inside the corpus; skips the calling test when the corpus is absent.</summary>
    public static string Require(params string[] segments)
    {
        Assert.SkipUnless(IsPresent, AbsentReason);
        return Path.Combine([Root, .. segments]);
    }

    private static string FindRepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IntegrationCopilot.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("IntegrationCopilot.slnx was not found above the test output.");
    }
}
