using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes deliveries ready to be sent.</summary>
internal sealed class DeliveryMaker(ApiSpec spec, DeliveryPayloads payloads, MockOptions options)
{
    private readonly DeliveryIds ids = new(options.Seed);

    /// <summary>A delivery that an exchange caused.</summary>
    /// <param name="told">What it tells.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="subject">The thing it is about.</param>
    /// <param name="cause">The operation.</param>
    /// <param name="defect">What is wrong with it.</param>
    public DeliveryDraft Caused(DeliveryEvent told, DeliveryTarget target, ExchangeSubject? subject, ApiOperation cause, DeliveryDefect defect) =>
        Make(told, target, subject, default) with { Cause = cause.Id, Defect = defect };

    /// <summary>A delivery that was asked for.</summary>
    public DeliveryDraft Ordered(ApiOperation webhook, DeliveryOrder order, DeliveryTarget target)
    {
        var subject = JsonTrees.Parse(order.Thing) is JsonObject thing ? new ExchangeSubject(null, thing["id"].ScalarText(), "id", thing) : null;
        return Make(new DeliveryEvent(webhook, order.EventType), target, subject, order.Body) with { Defect = order.Defect ?? options.Deliveries.Defect };
    }

    private DeliveryDraft Make(DeliveryEvent told, DeliveryTarget target, ExchangeSubject? subject, ReadOnlyMemory<byte> given)
    {
        var id = payloads.IdFor(told.Webhook, ids.Next());
        var facts = new PayloadFacts(id, told.Type, EventTypes.Of(spec, told.Webhook)?.Field, subject, options.Clock.GetUtcNow());
        var message = given.IsEmpty ? payloads.Make(told.Webhook, facts) : payloads.Given(told.Webhook, given, facts);
        return new DeliveryDraft(id, told.Webhook, target.Address, message) { EventType = told.Type, Secret = target.Secret, OnGone = target.OnGone };
    }
}
