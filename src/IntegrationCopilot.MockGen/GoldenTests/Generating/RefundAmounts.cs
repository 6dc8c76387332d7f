using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>How much is asked back: no more than the request takes that makes what is given back, where a document's examples say otherwise.</summary>
internal static class RefundAmounts
{
    /// <summary>The request with an amount that can be given back.</summary>
    public static RequestPlan Fitted(TestMaterial material, RequestPlan plan)
    {
        if (plan.Operation.Facts.OfType<RefundFact>().FirstOrDefault() is not { Amount: { Place: MessagePlace.Body, Pointer: var field }, Target: { } target }
            || plan is not { Media: { IsJson: true } media, Sample.ValueKind: JsonValueKind.Object }
            || field.Find(plan.Sample) is not { ValueKind: JsonValueKind.Number } asked || Taken(material, plan.Operation, target) is not { } taken
            || taken <= 0 || !asked.TryGetDecimal(out var wanted) || taken >= wanted)
            return plan;
        var amount = JsonValue.Create(taken);
        return material.Accepts(media.Schema, PointerEdits.WithSet(plan.Sample, field, amount))
            ? plan.WithBody(PointerEdits.Set(plan.Request.Body!.Json!.Value, field, amount)) with { Sample = PointerEdits.Set(plan.Sample, field, amount) }
            : plan;
    }

    /// <summary>What is taken by the request that makes what is given back; null when it does not say.</summary>
    private static decimal? Taken(TestMaterial material, ApiOperation operation, MessageField target)
    {
        (string parameter, ParameterPlace? place) = target.Place == MessagePlace.Body ? (target.Pointer.ToString(), null)
            : target.FindIn(operation) is { } found ? (found.Name, (ParameterPlace?)found.Place) : ("", null);
        var maker = material.Suppliers.For(operation, parameter, place).Suppliers.FirstOrDefault(supplier => supplier.Creates)?.Operation;
        return maker is not null && material.Spec.Operations.FirstOrDefault(other => other.Id == maker) is { } creating
            && !creating.Facts.OfType<RefundFact>().Any() && material.RequestFor(creating).Plan is { Sample: { ValueKind: JsonValueKind.Object } paid }
            ? Amounts.OfThing(AsJson.Node(paid) as JsonObject) : null;
    }
}
