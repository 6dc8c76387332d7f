using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>The things of which some belong to others.</summary>
internal static class MemberSources
{
    /// <summary>Those that the list of members shows; null where the document knows none under a name of its own.</summary>
    public static ApiResource? Of(ApiSpec spec, ApiResource membership)
    {
        if (!membership.Schema.IsDefined) return null;
        var schema = spec.Resolve(membership.Schema);
        return spec.Resources.Resources.FirstOrDefault(resource =>
            resource is { Kind: ResourceKind.Collection, Schema.IsDefined: true, ParentParameters.Count: 0 }
            && spec.Resolve(resource.Schema) == schema && resource.Identifier?.Parts.Count == membership.Identifier?.Parts.Count);
    }
}
