namespace IntegrationCopilot.Server.Platform.Authorization;

/// <summary>What a request type can ask an actor to hold. Each request type names exactly one.</summary>
internal enum Permission
{
    /// <summary>No request may name this one: it is what a forgotten value looks like.</summary>
    Unspecified = 0,

    /// <summary>See projects and what belongs to them.</summary>
    ProjectsRead,

    /// <summary>Create and rename projects.</summary>
    ProjectsWrite,

    /// <summary>Archive and restore projects.</summary>
    ProjectsArchive,
}
