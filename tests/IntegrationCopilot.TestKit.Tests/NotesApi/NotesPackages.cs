using IntegrationCopilot.Testing;

namespace IntegrationCopilot.TestKit.Tests.NotesApi;

/// <summary>The packages that the API of notes stands on.</summary>
internal static class NotesPackages
{
    public const string AbsentReason = "node and npm, or the packages of NotesApi/package.json, cannot be had here.";

    private static readonly NpmPackages Packages = new(Source, "notes-api");

    public static string Source => Path.Combine(SharedData.RepositoryRoot, "tests", "IntegrationCopilot.TestKit.Tests", "NotesApi");

    /// <summary>The folder that holds <c>node_modules</c>; null when they cannot be installed.</summary>
    public static Task<string?> FolderAsync() => Packages.FolderAsync();
}
