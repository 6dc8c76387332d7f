namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>Where the pages of API descriptions are.</summary>
internal static class SpecPaths
{
    /// <summary>The page of a description.</summary>
    /// <param name="projectId">Its project.</param>
    /// <param name="specId">The description.</param>
    /// <param name="version">Which version; null for the newest.</param>
    /// <param name="view">Which part of the page; null for the operations.</param>
    public static string Of(Guid projectId, Guid specId, int? version = null, string? view = null)
    {
        var query = string.Join('&', new[] { version is { } number ? $"version={number}" : null, view is null ? null : $"view={view}" }.OfType<string>());
        return $"{Of(projectId)}/{specId}{(query.Length > 0 ? $"?{query}" : "")}";
    }

    /// <summary>The page that lists the descriptions of a project.</summary>
    public static string Of(Guid projectId) => $"/projects/{projectId}/specs";

    /// <summary>The document itself, as it was imported.</summary>
    public static string DownloadOf(Guid specId, int version) => $"/api/v1/specs/{specId}/document?version={version}";

    /// <summary>The blueprint of a version, as a file.</summary>
    public static string BlueprintOf(Guid specId, int version, BlueprintFormat format) =>
        $"/api/v1/specs/{specId}/blueprint/file?format={format}&version={version}";
}
