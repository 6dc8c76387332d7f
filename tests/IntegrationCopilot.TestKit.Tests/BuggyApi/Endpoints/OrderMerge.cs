using System.Text.Json.Nodes;

namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Merges a patch into an order as RFC 7396, section 2, says.</summary>
internal static class OrderMerge
{
    public static Order Of(FreightState state, Order order, JsonObject patch)
    {
        var given = Body.As<OrderPatch>(patch);
        var merged = order;
        if (patch["weightGrams"] is not null) merged = merged with { WeightGrams = given.WeightGrams };
        if (patch["tags"] is not null) merged = merged with { Tags = given.Tags };
        if (patch.ContainsKey("note") && (given.Note is not null || !state.Has(StateBugs.PatchKeepsNull))) merged = merged with { Note = given.Note };
        if (patch.ContainsKey("deliverOn")) merged = merged with { DeliverOn = given.DeliverOn };
        return state.Has(StateBugs.PatchResetsOthers) ? merged with { Note = given.Note, Tags = patch["tags"] is null ? [] : given.Tags } : merged;
    }
}
