using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Does what a step says.</summary>
internal sealed class StepRun(RunContext context, GoldenTest test, CaseSender sender, WriteHold? hold)
{
    /// <exception cref="CaseStopException">The step cannot be done, or no answer came.</exception>
    public async Task<StepOutcome> ExecuteAsync(TestStep step, TemplateValues values, IReadOnlyDictionary<string, StepOutcome> earlier,
        CancellationToken cancellationToken)
    {
        if (step.Delivery is { } delivery) return await DeliveredAsync(step, delivery, cancellationToken);
        if (step.Request is not { } request) throw new CaseStopException($"The step '{step.Name}' has neither a request nor a delivery.");
        if (step.Shared) return await SharedAsync(step, request, cancellationToken);
        var clock = context.Options.Clock;
        var start = clock.GetTimestamp();
        await RetryAfter.WaitAsync(step, earlier, context.Options, cancellationToken);
        var ready = new RequestBuilder(context).Build(step, request, values);
        var outcome = step.Walk is { } walk
            ? await new PageWalker(context, sender).WalkAsync(step, walk, ready, cancellationToken)
            : new StepOutcome { Step = step, Exchanges = await SendAsync(step, ready, cancellationToken) };
        ThrowIfUnanswered(step, outcome);
        if (step.Locates && outcome.Main is { } answer)
            outcome = outcome with { Located = await new Locator(context, sender).FollowAsync(ready, answer, cancellationToken) };
        return outcome with { Duration = clock.GetElapsedTime(start) };
    }

    private async Task<StepOutcome> SharedAsync(TestStep step, StepRequest request, CancellationToken cancellationToken)
    {
        var control = await context.Controls.AskAsync(request, test, cancellationToken);
        sender.Note(control.TraceIds);
        if (control.Stop is { } stop) throw stop.Again();
        return new StepOutcome { Step = step, Exchanges = [control.Exchange!], Duration = control.Exchange!.Duration, Values = control.Values };
    }

    private async Task<StepOutcome> DeliveredAsync(TestStep step, StepDelivery delivery, CancellationToken cancellationToken)
    {
        var outcome = await context.Deliveries.AskAsync(delivery, test, cancellationToken);
        sender.Note(outcome.TraceIds);
        return new StepOutcome { Step = step, Delivery = outcome, Duration = outcome.Arrival.Waited };
    }

    /// <summary>Copies go out together: they are one write.</summary>
    private async Task<IReadOnlyList<Exchange>> SendAsync(TestStep step, ReadyRequest ready, CancellationToken cancellationToken)
    {
        using var turn = await context.Writes.EnterAsync(ready.Operation, hold, cancellationToken);
        if (step.UntilLimited is { } most && !context.IsMock) return [await context.Limits.ReachAsync(ready, most, sender, cancellationToken)];
        return await Task.WhenAll(Enumerable.Range(0, step.Copies).Select(_ => sender.SendAsync(ready, cancellationToken)));
    }

    /// <summary>Not answering is no verdict, unless silence is what the step is about.</summary>
    private static void ThrowIfUnanswered(TestStep step, StepOutcome outcome)
    {
        var expectsSilence = step.Assertions.Any(assertion => assertion is TimesOutAssertion);
        if (outcome.Exchanges.FirstOrDefault(exchange => exchange.Response is null && !(expectsSilence && exchange.TimedOut)) is { } unanswered)
            throw CaseStopException.Unanswered(unanswered);
    }
}
