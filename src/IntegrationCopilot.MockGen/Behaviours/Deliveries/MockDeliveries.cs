using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>The webhooks and callbacks of a mock: who wants them, which were sent, and what became of them.</summary>
/// <remarks>
/// <para>A webhook is delivered when a request that succeeds does what its name, its operation id or one of its event types says to the thing it says:
/// <c>payment.captured</c> after <c>POST /payments/{id}/capture</c>.
/// A callback is delivered when its operation succeeds, to the address its runtime expression gives.</para>
/// <para>Deliveries follow the order of what caused them and are repeated by <see cref="DeliveryOptions.Schedule"/> until the receiver takes them.</para>
/// </remarks>
/// <threadsafety>Instances may be used by any number of threads at once.</threadsafety>
public sealed class MockDeliveries : IAsyncDisposable
{
    private readonly ApiSpec spec;
    private readonly DeliveryOptions options;
    private readonly DeliveryQueue queue;
    private readonly DeliveryMaker maker;
    private readonly SubscriptionBook book;

    internal MockDeliveries(ApiSpec spec, MockOptions options, DeliveryPayloads payloads)
    {
        this.spec = spec;
        this.options = options.Deliveries;
        queue = new DeliveryQueue(this.options, options.Clock);
        maker = new DeliveryMaker(spec, payloads, options);
        book = new SubscriptionBook(this.options.MaxSubscriptions);
    }

    /// <summary>Why nothing is delivered, in one sentence; null when it is.</summary>
    public string? Problem => queue.Problem;

    /// <summary>The deliveries, oldest first, at most <see cref="DeliveryOptions.MaxRecords"/>.</summary>
    public IReadOnlyList<DeliveryRecord> Records => queue.Records;

    /// <summary>Who has subscribed through the API, oldest first.</summary>
    public IReadOnlyList<DeliverySubscription> Subscriptions => book.All;

    internal SubscriptionBook Book => book;

    internal DeliveryMaker Maker => maker;

    /// <summary>Delivers a webhook that nothing has caused.</summary>
    /// <param name="webhook">Its name, or the <c>operationId</c> of a webhook or callback.</param>
    /// <param name="order">What it is to tell, where it goes and what is wrong with it; null for a sample to all who have subscribed.</param>
    /// <param name="cancellationToken">Cancels waiting, not the deliveries.</param>
    /// <returns>The deliveries, when each was tried once or held back; further attempts follow by the schedule. None when nobody wants it.</returns>
    /// <exception cref="ArgumentException">The document describes no webhook or callback of that name, or a callback is asked for without an
    /// address.</exception>
    public async Task<IReadOnlyList<DeliveryRecord>> SendAsync(string webhook, DeliveryOrder? order = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(webhook);
        var described = Find(webhook) ?? throw new ArgumentException(WhatThereIs(webhook), nameof(webhook));
        order ??= new DeliveryOrder();
        if (described.Kind == OperationKind.Callback && order.Address is null)
            throw new ArgumentException("A callback goes to an address that a request gave. Give one in the order.", nameof(order));
        var sent = Targets(described, order).Select(target => queue.Add(maker.Ordered(described, order, target))).ToList();
        await Task.WhenAll(sent.Select(delivery => delivery.Tried)).WaitAsync(cancellationToken);
        return [.. sent.Select(delivery => delivery.ToRecord())];
    }

    /// <summary>Waits until no delivery is under way or waits for another attempt.</summary>
    /// <param name="cancellationToken">Cancels waiting.</param>
    public Task WhenIdleAsync(CancellationToken cancellationToken = default) => queue.WhenIdleAsync(cancellationToken);

    /// <summary>Stops delivering. What is under way is cancelled, which its record says.</summary>
    public ValueTask DisposeAsync() => queue.DisposeAsync();

    /// <summary>Delivers what an exchange that succeeded has caused.</summary>
    internal DeliveryTally Send(IEnumerable<DeliveryDraft> drafts)
    {
        var tally = new DeliveryTally(0, null);
        foreach (var draft in drafts)
        {
            var record = queue.Add(draft).ToRecord();
            tally = record.State == DeliveryState.NotSent ? tally with { Problem = record.Problem } : tally with { Sent = tally.Sent + 1 };
        }
        return tally;
    }

    internal IEnumerable<DeliveryTarget> Subscribers(DeliveryEvent told, string? resource, string? id)
    {
        var wanting = book.All.Where(subscription => subscription.Wants(told, resource, id)).Select(Target).ToList();
        if (wanting.Count > 0) return wanting;
        return options.Address is { } address && book.All.All(subscription => subscription.IsOfOneThing)
            ? [new DeliveryTarget(address.ToString(), null, null)] : [];
    }

    internal DeliveryTarget Target(DeliverySubscription subscription) => new(subscription.Address, subscription.Secret, () => book.SwitchOff(subscription));

    private ApiOperation? Find(string webhook) =>
        spec.Webhooks.FirstOrDefault(w => w.Path == webhook) ?? spec.Webhooks.Concat(spec.Operations.SelectMany(operation => operation.Callbacks))
            .FirstOrDefault(w => w.OperationId == webhook || w.Path == webhook);

    private string WhatThereIs(string webhook) =>
        $"The document describes no webhook '{webhook}'; there are: {string.Join(", ", spec.Webhooks.Select(w => w.Path))}.";

    private IEnumerable<DeliveryTarget> Targets(ApiOperation webhook, DeliveryOrder order) =>
        order.Address is { } address ? [new DeliveryTarget(address.ToString(), null, null)]
            : Subscribers(new DeliveryEvent(webhook, order.EventType), null, null);
}

/// <summary>Where a delivery goes.</summary>
/// <param name="Address">The address as registered.</param>
/// <param name="Secret">The receiver's own secret; null for that of the options.</param>
/// <param name="OnGone">Told when the receiver wants no more.</param>
internal sealed record DeliveryTarget(string Address, string? Secret, Action? OnGone);

/// <summary>What an exchange caused.</summary>
/// <param name="Sent">Deliveries begun.</param>
/// <param name="Problem">Why others were not; null when none was refused.</param>
internal readonly record struct DeliveryTally(int Sent, string? Problem);
