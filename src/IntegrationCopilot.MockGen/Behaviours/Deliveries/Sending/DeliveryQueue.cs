using System.Collections.Concurrent;

namespace IntegrationCopilot.MockGen;

/// <summary>Sends deliveries by their schedule, and remembers what became of them.</summary>
internal sealed class DeliveryQueue : IAsyncDisposable
{
    private const int MaxAtOnce = 8;
    private const int Gone = 410;
    private readonly DeliveryOptions options;
    private readonly TimeProvider clock;
    private readonly DeliverySender? sender;
    private readonly DeliveryCraft craft;
    private readonly DeliveryLanes lanes = new();
    private readonly SemaphoreSlim room = new(MaxAtOnce);
    private readonly CancellationTokenSource stopped = new();
    private readonly ConcurrentDictionary<Delivery, Task> underWay = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentQueue<Delivery> known = new();

    public DeliveryQueue(DeliveryOptions options, TimeProvider clock)
    {
        this.options = options;
        this.clock = clock;
        craft = new DeliveryCraft(new DeliverySigner(options, clock));
        sender = options.Invoker is { } invoker ? new DeliverySender(invoker, clock, options.AttemptTimeout) : null;
    }

    /// <summary>Why nothing is delivered at all, in one sentence; null when it is.</summary>
    public string? Problem => sender is null ? "The host of the mock gave no HttpMessageInvoker (DeliveryOptions.Invoker), so nothing is delivered." : null;

    /// <summary>The deliveries known, oldest first.</summary>
    public IReadOnlyList<DeliveryRecord> Records => [.. known.Select(d => d.ToRecord())];

    /// <summary>Begins to send. Never waits, never throws.</summary>
    public Delivery Add(DeliveryDraft draft)
    {
        var delivery = new Delivery(draft);
        known.Enqueue(delivery);
        while (known.Count > Math.Max(1, options.MaxRecords)) known.TryDequeue(out _);
        if (WhyNot(draft) is { } problem) delivery.End(DeliveryState.NotSent, problem);
        else Begin(delivery, lanes.Join(delivery));
        return delivery;
    }

    /// <summary>Done when nothing is under way.</summary>
    public async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        while (underWay.Values is { Count: > 0 } tasks) await Task.WhenAll(tasks).WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await stopped.CancelAsync();
        await Task.WhenAll(underWay.Values);
        stopped.Dispose();
        room.Dispose();
    }

    private string? WhyNot(DeliveryDraft draft)
    {
        if (Problem is { } problem) return problem;
        if (stopped.IsCancellationRequested) return "The mock is stopped.";
        if (underWay.Count >= options.MaxPending)
            return $"{options.MaxPending} deliveries are under way, which is as many as the mock keeps (DeliveryOptions.MaxPending).";
        return DeliveryAddress.TryParse(draft.Address, out _) ? null : "The registered address is no absolute URL of http or https.";
    }

    private void Begin(Delivery delivery, Task before)
    {
        var start = new TaskCompletionSource();
        var run = RunAsync(delivery, Task.WhenAll(start.Task, before));
        underWay[delivery] = run;
        if (run.IsCompleted) underWay.TryRemove(delivery, out _);
        _ = Task.Run(start.SetResult);
    }

    private async Task RunAsync(Delivery delivery, Task before)
    {
        try
        {
            await before.WaitAsync(stopped.Token);
            if (delivery.Draft.Defect == DeliveryDefect.OutOfOrder) await HoldBackAsync(delivery);
            delivery.End(await AttemptAllAsync(delivery));
        }
        catch (OperationCanceledException)
        {
            delivery.End(DeliveryState.Cancelled);
        }
        finally
        {
            lanes.Leave(delivery);
            delivery.MarkTried();
            underWay.TryRemove(delivery, out _);
        }
    }

    private async Task HoldBackAsync(Delivery delivery)
    {
        delivery.MarkTried();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopped.Token);
        var wait = Task.Delay(Scaled(options.Schedule.Count > 1 ? options.Schedule[1] : TimeSpan.FromSeconds(5)), clock, enough.Token);
        await Task.WhenAny(delivery.Released, wait);
        await enough.CancelAsync();
        stopped.Token.ThrowIfCancellationRequested();
    }

    private async Task<DeliveryState> AttemptAllAsync(Delivery delivery)
    {
        for (var i = 0; i < options.Schedule.Count; i++)
        {
            if (Scaled(options.Schedule[i]) is { Ticks: > 0 } wait) await Task.Delay(wait, clock, stopped.Token);
            var message = craft.Make(delivery.Draft);
            var attempt = await AttemptAsync(delivery, message);
            if (attempt.Succeeded) await RepeatAsync(delivery, message);
            lanes.Leave(delivery);
            delivery.MarkTried();
            if (attempt.Succeeded) return DeliveryState.Delivered;
            if (attempt.Status != Gone) continue;
            delivery.Draft.OnGone?.Invoke();
            break;
        }
        return DeliveryState.GivenUp;
    }

    /// <summary>Sends once more what was accepted, where that is what is wrong with it.</summary>
    private async Task RepeatAsync(Delivery delivery, DeliveryMessage sent)
    {
        if (delivery.Draft.Defect == DeliveryDefect.Replayed) await AttemptAsync(delivery, sent);
        else if (delivery.Draft.Defect == DeliveryDefect.Duplicated) await AttemptAsync(delivery, craft.Make(delivery.Draft));
    }

    private async Task<DeliveryAttempt> AttemptAsync(Delivery delivery, DeliveryMessage message)
    {
        await room.WaitAsync(stopped.Token);
        try
        {
            _ = DeliveryAddress.TryParse(delivery.Draft.Address, out var address);
            var attempt = await sender!.SendAsync(address!, delivery.Draft.Webhook.Method, message, stopped.Token);
            delivery.Add(attempt);
            return attempt;
        }
        finally
        {
            room.Release();
        }
    }

    private TimeSpan Scaled(TimeSpan wait) => options.TimeScale > 0 ? wait * options.TimeScale : TimeSpan.Zero;
}
