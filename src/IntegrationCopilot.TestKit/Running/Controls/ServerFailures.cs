using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Tells by what a server fails: by the mistake in a request, or by being asked the same a second time.</summary>
internal sealed class ServerFailures(RunContext context, GoldenTest test, CaseSender sender)
{
    private const int Failed = 500;

    /// <summary>The results of a step's assertions, with the cause that the unbroken request shows when it is sent once more.</summary>
    /// <param name="found">The results.</param>
    /// <param name="step">A step, with its control when it has one.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="control">What became of its control the first time; null when it has none.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public async Task<List<AssertionResult>> ExplainAsync(List<AssertionResult> found, TestStep step, StepOutcome outcome, ControlOutcome? control,
        CancellationToken cancellationToken)
    {
        if (context.IsMock || control is not { Succeeded: true } || !IsFailure(outcome.Exchanges.Count > 0 ? outcome.Exchanges[^1] : null)) return found;
        if (!found.Exists(IsBlamed)) return found;
        var ask = new ControlAsk(step.Control!, test.Variables, test.Id) { OwnFor = $"{test.Id} again" };
        var again = await context.Controls.AskAsync(ask, cancellationToken);
        sender.Note(again.TraceIds);
        return IsFailure(again.Exchange) ? [.. found.Select(result => IsBlamed(result) ? Blamed(result, again.Exchange!) : result)] : found;
    }

    private static bool IsFailure(Exchange? exchange) => exchange?.Response?.Status >= Failed;

    private static bool IsBlamed(AssertionResult result) =>
        result.Verdict is AssertionVerdict.Broken or AssertionVerdict.Doubted && result.Cause?.Status >= Failed;

    private static AssertionResult Blamed(AssertionResult result, Exchange again)
    {
        var text = $"{JudgeContext.Describe(again)} to the unbroken request, too, when it was sent once more: the server fails at the second of its kind";
        return result with
        {
            Description = "the server does not fail",
            Message = text,
            Cause = result.Cause! with
            {
                Kind = CauseKind.ServerFailed,
                Subject = $"{result.Cause.Operation} again",
                Text = text,
                Rule = null,
                Expected = [],
                Line = null,
                Ground = "RFC 9110, section 15.6.1",
                Curl = again.Traced is { } request ? Validator.CurlCommand.Of(request) : result.Cause.Curl,
            },
        };
    }
}
