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
        if (kind.Resource.Kind != ResourceKind.Membership) return (true, null);
        var resource = MemberSources.Of(kind.Model.Spec, kind.Resource);
        if (kind.Model.Of(resource) is not { } members) return (true, null);
        var thing = await call.Keeper.FindAsync(members, members.Scope.One([], key.Own), [], cancellationToken);
        return thing is null || ThingKeeper.IsGone(thing) ? (false, null) : (true, JsonTrees.Parse(thing.Json) as JsonObject);
    }
}
