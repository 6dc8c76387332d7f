using System.Collections.Frozen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Delivers the webhooks and callbacks that a request causes, and learns from requests who wants them. A request that is answered from an earlier one causes
/// nothing.
/// </summary>
/// <remarks>A request chooses what is wrong with its deliveries with <c>Prefer: delivery=DEFECT</c>, for example <c>delivery=stale-timestamp</c>.</remarks>
internal sealed class DeliveriesBehaviour(ApiSpec spec, MockDeliveries deliveries, DeliveryDefect usual) : IMockBehaviour
{
    private const string Preference = "delivery";
    private static readonly FrozenSet<string> Pings = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "ping", "pings", "test", "tests", "send-test",
        "test-event", "test_event");
    private readonly DeliveryTriggers triggers = new(spec);

    public string Name => "deliveries";

    public MockStage Stage => MockStage.Condition;

    public MockStep Build(MockOperation? operation, MockStep next)
    {
        if (operation is null || !Concerns(operation.Description)) return next;
        var meaning = spec.Resources.Of(operation.Description);
        return async request =>
        {
            var reply = await next(request);
            return reply.Status is >= 200 and < 300 && !request.SuppressesDeliveries ? Deliver(meaning, request, reply) : reply;
        };
    }

    private bool Concerns(ApiOperation operation)
    {
        if (operation.Callbacks.Count > 0 || triggers.Of(operation).Count > 0) return true;
        var meaning = spec.Resources.Of(operation);
        if (Registers(operation) || TestedBy(operation) is not null) return true;
        return meaning is { Resource: { } resource, Role: ResourceRole.Delete or ResourceRole.Update or ResourceRole.Replace } && Subscribes(resource);
    }

    private MockReply Deliver(OperationMeaning meaning, MockRequest request, MockReply reply)
    {
        var exchange = new ExpressionScope(request.Message, request.PathValues, reply);
        var subject = ExchangeSubject.Of(meaning, exchange);
        // Whoever is about to go is still told of it.
        var isEnd = meaning.Role == ResourceRole.Delete;
        if (!isEnd) deliveries.Book.Note(meaning, subject, exchange);
        var wish = request.Preference(Preference) is { } name ? DeliveryDefects.Find(name) : null;
        var drafts = Drafts(meaning, subject, exchange, request.DeliveryDefect ?? wish ?? usual).ToList();
        if (isEnd) deliveries.Book.Note(meaning, subject, exchange);
        if (drafts.Count == 0) return reply;
        if (wish is { } heeded) request.Confirm($"{Preference}={DeliveryDefects.NameOf(heeded)}");
        var tally = deliveries.Send(drafts);
        return reply.With(MockHeaders.Deliveries, tally.Problem is { } problem ? $"{tally.Sent};reason={StructuredText.Quote(problem)}" : $"{tally.Sent}");
    }

    private IEnumerable<DeliveryDraft> Drafts(OperationMeaning meaning, ExchangeSubject subject, ExpressionScope exchange, DeliveryDefect defect)
    {
        var operation = meaning.Operation;
        foreach (var told in triggers.Of(operation))
            foreach (var target in deliveries.Subscribers(told, subject.Resource, subject.Id))
                yield return deliveries.Maker.Caused(told, target, subject, operation, defect);
        foreach (var callback in operation.Callbacks)
            if (RuntimeExpression.Evaluate(callback.Path, exchange) is { } address)
                yield return deliveries.Maker.Caused(new DeliveryEvent(callback, null), new DeliveryTarget(address, null, null), subject, operation, defect);
        if (TestedBy(operation) is not { } tested || exchange.PathValues.Count == 0) yield break;
        var id = Uri.UnescapeDataString(exchange.PathValues[^1].Value);
        foreach (var subscription in deliveries.Subscriptions.Where(s => s.IsActive && s.Resource == tested.Name && s.Id == id))
            if (PingFor(subscription) is { } ping) yield return deliveries.Maker.Caused(ping, deliveries.Target(subscription), null, operation, defect);
    }

    /// <summary>The event of a test: one that is called so, else the first that is wanted.</summary>
    private DeliveryEvent? PingFor(DeliverySubscription subscription)
    {
        var events = spec.Webhooks.SelectMany(webhook => DeliveryTriggers.EventsOf(spec, webhook)).ToList();
        return events.Find(e => e.Names.Any(name => EventWords.Of(name).Any(Pings.Contains)))
            ?? events.Find(e => subscription.Events.Count == 0 || subscription.Events.Any(e.IsMeantBy));
    }

    private static bool Registers(ApiOperation operation) => operation.Facts.Any(fact => fact is SubscriptionFact);

    private static bool Subscribes(ApiResource resource) => resource.Create is { } create && Registers(create);

    /// <summary>The kind of subscription that an operation tests: <c>POST /webhooks/{id}/ping</c>; null for other operations.</summary>
    private ApiResource? TestedBy(ApiOperation operation)
    {
        var slash = operation.Path.LastIndexOf('/');
        return operation.Method == "POST" && slash > 0 && Pings.Contains(operation.Path[(slash + 1)..])
            ? spec.Resources.Resources.FirstOrDefault(resource => resource.ItemPath == operation.Path[..slash] && Subscribes(resource))
            : null;
    }
}
