using System.Collections.Frozen;

namespace IntegrationCopilot.Server.Platform.Authorization;

/// <summary>The one table of who may do what.</summary>
internal static class RolePermissions
{
    private static readonly FrozenDictionary<Permission, OrganisationRole> LeastRole = new Dictionary<Permission, OrganisationRole>
    {
        [Permission.ProjectsRead] = OrganisationRole.Member,
        [Permission.ProjectsWrite] = OrganisationRole.Member,
        [Permission.ProjectsArchive] = OrganisationRole.Admin,
        [Permission.SpecsImport] = OrganisationRole.Member,
        [Permission.MocksRun] = OrganisationRole.Member,
        [Permission.TestRunsStart] = OrganisationRole.Member,
        [Permission.TracesExport] = OrganisationRole.Member,
        [Permission.TracesReadKey] = OrganisationRole.Owner,
    }.ToFrozenDictionary();

    /// <summary>Whether a role may do it; a permission that is missing from the table is granted to nobody.</summary>
    public static bool Grants(OrganisationRole role, Permission permission) =>
        Enum.IsDefined(role) && LeastRole.TryGetValue(permission, out var least) && role >= least;
}
