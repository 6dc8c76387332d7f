using IntegrationCopilot.Server.Platform.Door;

namespace IntegrationCopilot.Server.Platform.Identity;

/// <summary>What a newcomer finds in the demo organisation. A feature adds it, through the door like everybody else.</summary>
internal interface IDemoContent
{
    /// <summary>Adds it, unless the organisation has something already.</summary>
    Task EnsureAsync(Actor owner, CancellationToken cancellationToken);
}
