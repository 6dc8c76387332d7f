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

    /// <summary>Import API descriptions.</summary>
    SpecsImport,

    /// <summary>Start and stop mocks.</summary>
    MocksRun,

    /// <summary>Start and cancel test runs.</summary>
    TestRunsStart,

    /// <summary>Take traces out of the server, as a signed file.</summary>
    TracesExport,

    /// <summary>Read the key that traces are signed with: who has it can sign.</summary>
    TracesReadKey,
}
