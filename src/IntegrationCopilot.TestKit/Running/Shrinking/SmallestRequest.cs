using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// Sends a request that showed a defect again with less and less in it, as long as the defect shows: all that may be left out at once, then halves, then one by
/// one. What deletes or may do harm is not sent again.
/// </summary>
/// <param name="context">The run.</param>
/// <param name="test">The test that failed.</param>
/// <param name="sender">Sends for it.</param>
/// <param name="hold">What the case holds; null when it holds nothing.</param>
internal sealed class SmallestRequest(RunContext context, GoldenTest test, CaseSender sender, WriteHold? hold)
{
    private const int MaxTries = 8;

    /// <summary>The result of an assertion that is broken, with the smallest request that breaks it still.</summary>
    /// <param name="broken">The result.</param>
    /// <param name="assertion">The assertion.</param>
    /// <param name="judged">What it was judged by.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public async Task<AssertionResult> OfAsync(AssertionResult broken, TestAssertion assertion, JudgeContext judged,
        CancellationToken cancellationToken)
    {
        if (broken.Cause is not { } cause || !MaySend(judged.Outcome, cause) || judged.Outcome.Step.Request is not { } request) return broken;
        if (context.Spec.FindOperation(request.Method, request.Path) is not { } operation || !IsHarmless(operation)) return broken;
        var left = RequestParts.Of(request, cause.Rule, operation, context.Spec);
        if (left.Count == 0 || !context.Shrinking.Begins(cause)) return broken;
        var (gone, smallest, tries) = (new List<RequestParts.Part>(), (Exchange?)null, 0);
        for (var size = left.Count; size > 0; size /= 2)
            foreach (var some in left.Except(gone).Chunk(size).ToList())
            {
                if (tries++ >= MaxTries || !context.Shrinking.TrySpend()) return Told(broken, smallest, gone.Count);
                var smaller = RequestParts.Without(request, [.. gone, .. some]);
                if (await SendAsync(smaller, operation, judged, tries, cancellationToken) is not { } again) continue;
                if (!IsSame(again, cause, assertion, judged)) continue;
                gone.AddRange(some);
                smallest = again;
            }

        return Told(broken, smallest, gone.Count);
    }

    private static bool MaySend(StepOutcome outcome, CaseCause cause) =>
        outcome.Step is { Walk: null, Shared: false, Copies: <= 1, UntilLimited: null, Credentials: StepCredentials.Valid } && outcome.Exchanges.Count == 1
        && cause.Kind is CauseKind.NotRefused or CauseKind.ServerFailed or CauseKind.NotAsDescribed;

    private bool IsHarmless(ApiOperation operation) =>
        context.Spec.Resources.Of(operation).Effect is OperationEffect.Safe or OperationEffect.Creates or OperationEffect.Changes;

    private async Task<Exchange?> SendAsync(StepRequest request, ApiOperation operation, JudgeContext judged, int number, CancellationToken cancellationToken)
    {
        try
        {
            var values = context.Spec.Resources.Of(operation).Effect == OperationEffect.Creates ? Anew(judged.Values, number) : judged.Values;
            var ready = new RequestBuilder(context).Build(judged.Outcome.Step, request, values);
            using var turn = await context.Writes.EnterAsync(ready.Operation, hold, cancellationToken);
            return await sender.SendAsync(ready, cancellationToken);
        }
        catch (CaseStopException)
        {
            return null;
        }
    }

    /// <summary>A further thing has names of its own.</summary>
    private TemplateValues Anew(TemplateValues values, int number)
    {
        var fresh = CaseValues.Create(test.Variables, $"{test.Id} smaller {number}", context).Value;
        foreach (var variable in test.Variables.Where(variable => variable.Fresh && !context.Options.Values.ContainsKey(variable.Name)))
            if (fresh.Find(variable.Name) is { } value) values = values.With(variable.Name, value);
        return values;
    }

    private static bool IsSame(Exchange again, CaseCause cause, TestAssertion assertion, JudgeContext judged) =>
        again.Response is not null && Judges.Of(SentValues.In(assertion, judged.Values), judged with { Outcome = judged.Outcome with { Exchanges = [again] } })
            is { Verdict: AssertionVerdict.Broken, Cause: { } other } && other.Id == cause.Id;

    private static AssertionResult Told(AssertionResult broken, Exchange? smallest, int gone) => smallest?.Traced is not { } request ? broken
        : broken with { Cause = broken.Cause! with { Curl = CurlCommand.Of(request), LeftOut = gone } };
}
