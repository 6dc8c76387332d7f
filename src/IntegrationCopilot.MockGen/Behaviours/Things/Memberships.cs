using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>That one thing belongs to another: what is listed there are the things themselves.</summary>
internal static class Memberships
{
    /// <summary>The thing that becomes a member.</summary>
    /// <returns>Whether it may become one, and the thing; null when the document does not show which it is.</returns>
    public static async ValueTask<(bool Exists, JsonObject? Thing)> FindAsync(ThingCall call, ThingKey key, CancellationToken cancellationToken)
    {
        var kind = call.Kind;
        if (kind.Resource.Kind != ResourceKind.Membership || !kind.Resource.Schema.IsDefined) return (true, null);
        var schema = kind.Model.Spec.Resolve(kind.Resource.Schema);
        var resource = kind.Model.Resources.Resources.FirstOrDefault(r => r.Kind == ResourceKind.Collection && r.Schema.IsDefined
            && kind.Model.Spec.Resolve(r.Schema) == schema && r.Identifier?.Parts.Count == key.Own.Count && r.ParentParameters.Count == 0);
        if (kind.Model.Of(resource) is not { } members) return (true, null);
        var thing = await call.Keeper.FindAsync(members, members.Scope.One([], key.Own), [], cancellationToken);
        return thing is null || ThingKeeper.IsGone(thing) ? (false, null) : (true, JsonTrees.Parse(thing.Json) as JsonObject);
    }
}
