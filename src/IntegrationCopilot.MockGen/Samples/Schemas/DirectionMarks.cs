using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Members that do not belong in a message of one direction: <c>readOnly</c> ones in requests, <c>writeOnly</c> ones in responses (OpenAPI 3.0.4, section
/// 4.7.24.2).
/// </summary>
internal sealed class DirectionMarks(SchemaFlattener flattener, MessageDirection direction)
{
    private const int MaxHops = 16;
    private readonly ConcurrentDictionary<RawNode, bool> known = new();

    public bool IsHidden(Demand member) =>
        direction != MessageDirection.None && !member.Negated && member.Schema.IsObject
            && known.GetOrAdd(member.Schema, static (_, a) => a.marks.IsMarked(a.member.Place, 0), (marks: this, member));

    private bool IsMarked(SchemaPlace place, int hops)
    {
        if (hops > MaxHops || !place.Schema.IsObject) return false;
        var part = flattener.PartOf(place.Schema);
        var targets = part.HasReference ? flattener.Navigator.Follow(place) : [];
        if ((direction == MessageDirection.Request ? part.ReadOnly : part.WriteOnly) && (targets.Count == 0 || flattener.Navigator.SiblingsCount)) return true;
        return targets.Any(t => IsMarked(t, hops + 1)) || part.AllOf.Exists(a => IsMarked(flattener.Navigator.Enter(place, a.Node), hops + 1));
    }
}
