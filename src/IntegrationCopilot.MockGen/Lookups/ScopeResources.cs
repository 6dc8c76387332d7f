using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Resources that only say where others lie: what the same call makes has names of its own beneath theirs.</summary>
internal static class ScopeResources
{
    /// <summary>Whether a resource is one of them.</summary>
    public static bool Contains(ResourceModel model, ApiResource resource) => resource is { Create: { } create, ItemPath: { } path }
        && model.Resources.Any(other => other != resource && ReferenceEquals(other.Create, create) && other.CollectionPath == path);
}
