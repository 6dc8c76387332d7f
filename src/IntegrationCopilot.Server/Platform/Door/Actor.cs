using IntegrationCopilot.Server.Platform.Authorization;

namespace IntegrationCopilot.Server.Platform.Door;

/// <summary>Who asks: plain data, so that a job can store the actor it works for.</summary>
/// <param name="UserId">The user's id.</param>
/// <param name="DisplayName">The name others see.</param>
/// <param name="OrganisationId">The organisation the actor works in; nothing of another one is visible to it.</param>
/// <param name="Role">What the user is in that organisation.</param>
internal sealed record Actor(Guid UserId, string DisplayName, Guid OrganisationId, OrganisationRole Role);
