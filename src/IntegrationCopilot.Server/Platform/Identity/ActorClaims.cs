using System.Security.Claims;
using IntegrationCopilot.Server.Platform.Authorization;
using IntegrationCopilot.Server.Platform.Door;

namespace IntegrationCopilot.Server.Platform.Identity;

/// <summary>The actor as claims of a signed-in principal, and back.</summary>
internal static class ActorClaims
{
    private const string Name = "copilot.name";
    private const string OrganisationId = "copilot.organisation";
    private const string OrganisationName = "copilot.organisation_name";
    private const string Role = "copilot.role";

    public static IEnumerable<Claim> Of(AppUser user, Membership membership) =>
    [
        new(Name, user.DisplayName),
        new(OrganisationId, membership.OrganisationId.ToString()),
        new(OrganisationName, membership.Organisation?.Name ?? ""),
        new(Role, membership.Role.ToString()),
    ];

    /// <summary>The actor a principal stands for; null when it is not signed in or belongs to no organisation.</summary>
    public static Actor? ActorOf(ClaimsPrincipal principal) =>
        principal.Identity is { IsAuthenticated: true }
        && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var userId)
        && Guid.TryParse(principal.FindFirstValue(OrganisationId), out var organisationId)
        && Enum.TryParse<OrganisationRole>(principal.FindFirstValue(Role), out var role)
            ? new Actor(userId, NameOf(principal), organisationId, role)
            : null;

    public static string NameOf(ClaimsPrincipal principal) => principal.FindFirstValue(Name) ?? "";

    public static string OrganisationNameOf(ClaimsPrincipal principal) => principal.FindFirstValue(OrganisationName) ?? "";
}
