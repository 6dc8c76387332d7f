using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Removes, at the end of a run, what it created: the newest first, so that what lies in something goes before it.</summary>
internal sealed class CleanUp(RunContext context, IReadOnlyList<ProducerCall> calls)
{
    private const int NotFound = 404;
    private const int Gone = 410;

    /// <summary>After so many refusals by one operation the rest is left: it will refuse them too.</summary>
    private const int MaxRefusals = 5;

    /// <summary>Why a thing is left that no operation removes.</summary>
    public const string NothingRemoves = "The document describes no operation that removes it.";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Dictionary<ApiOperation, int> refusals = new(ReferenceEqualityComparer.Instance);
    private readonly ThingRequests requests = new(context, calls);

    /// <summary>Removes what can be removed.</summary>
    /// <returns>What is left, and why; and what had been made by requests that were refused, removed or not.</returns>
    public async Task<(IReadOnlyList<LeftThing> Left, IReadOnlyList<RefusedThing> Refused)> RunAsync()
    {
        if (!context.RemovesCreated) return ([], []);
        using var limit = new CancellationTokenSource(Limit, context.Options.Clock);
        var left = new List<LeftThing>();
        var sender = new CaseSender(context, null, []);
        var refused = await new RefusedThings(context, requests, sender).FindAsync(limit.Token);
        foreach (var thing in refused.Select(found => found.Thing).Concat(context.Created.Newest))
            if (await WhyLeftAsync(thing, sender, limit.Token) is { } reason)
                left.Add(new LeftThing(thing.Operation.Id, thing.Identifier, sender.Redact(reason)));
        return (left, refused);
    }

    private async Task<string?> WhyLeftAsync(CreatedThing thing, CaseSender sender, CancellationToken cancellationToken)
    {
        if (thing.Resource?.Delete is not { } delete) return await EndAsync(thing, sender, cancellationToken);
        var removesOne = context.MeaningOf(delete) is { Effect: OperationEffect.Deletes } || context.Options.Permissions.Names(delete);
        if (refusals.GetValueOrDefault(delete) >= MaxRefusals) return $"{delete.Id} refused {MaxRefusals} others.";
        if (cancellationToken.IsCancellationRequested) return $"Removing took longer than {Limit.TotalMinutes:0} minutes.";
        try
        {
            var ready = removesOne ? requests.For(delete, thing) : requests.ForNothingElse(delete, thing);
            return ready is not null ? await RemoveAsync(delete, ready, sender, cancellationToken)
                : removesOne ? $"Its answer did not name it, and {delete.Id} wants a name."
                : $"{delete.Id} may remove more than this one thing: --allow '{delete.Id}' has it called.";
        }
        catch (CaseStopException stop)
        {
            return stop.Message;
        }
        catch (OperationCanceledException)
        {
            return $"Removing took longer than {Limit.TotalMinutes:0} minutes.";
        }
    }

    /// <summary>After one that did not end, the others of the operation are left.</summary>
    private async Task<string?> EndAsync(CreatedThing thing, CaseSender sender, CancellationToken cancellationToken)
    {
        if (thing.Sent is null || refusals.ContainsKey(thing.Operation) || cancellationToken.IsCancellationRequested) return NothingRemoves;
        try
        {
            var reason = await new ThingEnd(context, requests, sender).WhyLeftAsync(thing, cancellationToken);
            if (reason is not (null or NothingRemoves)) refusals[thing.Operation] = 1;
            return reason;
        }
        catch (Exception stop) when (stop is CaseStopException or OperationCanceledException)
        {
            return NothingRemoves;
        }
    }

    private async Task<string?> RemoveAsync(ApiOperation delete, ReadyRequest ready, CaseSender sender, CancellationToken cancellationToken)
    {
        if (context.Created.IsRemoved(ready)) return null;
        var exchange = await sender.SendAsync(ready, cancellationToken);
        if (exchange.Response?.Status is (>= 200 and < 300) or NotFound or Gone) return null;
        refusals[delete] = refusals.GetValueOrDefault(delete) + 1;
        return $"{delete.Id}: {JudgeContext.Describe(exchange)}.";
    }
}
