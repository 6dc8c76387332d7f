using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Runs the steps of one case until one fails or all are done.</summary>
internal sealed class CaseRun(RunContext context, CasePlan plan, PreflightResult preflight)
{
    private const int Unauthorized = 401;
    private const string IfNoneMatch = "If-None-Match";

    private readonly Dictionary<string, StepOutcome> outcomes = new(StringComparer.Ordinal);
    private readonly List<AssertionResult> assertions = [];

    public async Task<CaseResult> ExecuteAsync(CancellationToken cancellationToken)
    {
        using var activity = RunTelemetry.Source.StartActivity("case");
        var result = await ResultAsync(cancellationToken);
        context.Observer.CaseEnded(result, activity);
        return result;
    }

    private async Task<CaseResult> ResultAsync(CancellationToken cancellationToken)
    {
        var start = context.Options.Clock.GetTimestamp();
        var values = CaseValues.Create(plan.Test.Variables, plan.Test.Id, context);
        var sender = new CaseSender(context, plan.Test.Id, values.Value.Secrets);
        var result = await VerdictAsync(values, sender, cancellationToken);
        var redactor = sender.Redactor;
        return result with
        {
            Setting = plan.Setting,
            Reason = result.Reason is { } reason ? redactor.Redact(reason) : null,
            Cause = result.Cause is { } cause ? DocumentPlaces.In(RedactedCauses.Of(cause, redactor), context.Spec) : null,
            Duration = context.Options.Clock.GetElapsedTime(start),
            Assertions = [.. assertions.Select(assertion => Redacted(assertion, redactor))],
            TraceIds = sender.TraceIds,
        };
    }

    private async Task<CaseResult> VerdictAsync(TemplateResult<TemplateValues> values, CaseSender sender, CancellationToken cancellationToken)
    {
        var test = plan.Test;
        if (!values.IsComplete) return CaseResults.Of(test, CaseStopException.Missing(values.Problems));
        if (Hopeless() is { } hopeless) return CaseResults.Of(test, new CaseStopException(hopeless));
        try
        {
            return await StepsAsync(await FilledAsync(values.Value, cancellationToken), sender, cancellationToken) is { } telling
                ? CaseResults.Of(test, StatusOf(telling.Verdict), $"{telling.Description}: {telling.Message}") with { Cause = telling.Cause }
                : CaseResults.Of(test, CaseStatus.Pass, null);
        }
        catch (CaseStopException stop)
        {
            NoteMissing(stop);
            return CaseResults.Of(test, stop);
        }
    }

    /// <summary>What a placeholder lacks goes into the one list of all that was not given.</summary>
    private void NoteMissing(CaseStopException stop)
    {
        foreach (var name in stop.Problems.Where(problem => problem.Kind == TemplateProblemKind.Missing).Select(problem => problem.Variable).OfType<string>())
            context.Missing.Note(plan.Test.Variables.FirstOrDefault(variable => variable.Name == name) ?? new TestVariable { Name = name }, plan.Test.Id);
    }

    /// <summary>The values of the case. What it sends together with others gets theirs.</summary>
    private async Task<TemplateValues> FilledAsync(TemplateValues start, CancellationToken cancellationToken)
    {
        var own = plan.Test.Steps.Where(step => !step.Shared).ToList();
        if (own.Count == 0 || plan.Test.Variables.Count == 0) return start;
        var needs = new ValueNeeds(plan.Test.Variables, plan.Test.Id, plan.Test.Id)
        {
            OwnFor = OwnerOf(own),
            Used = UsedVariables.Of(own),
            Requests = [.. own.Select(step => step.Request).OfType<StepRequest>()],
        };
        return (await context.Values.FillAsync(needs, cancellationToken)).Value;
    }

    /// <summary>What is refused changes nothing, so that it may name the thing of its control, unless that one is gone by then.</summary>
    private string OwnerOf(List<TestStep> steps) =>
        steps.TrueForAll(step => step is { Control: not null, Request: not null } && step.Assertions.Any(assertion => assertion is RefusedAssertion))
            && context.Spec.FindOperation(steps[0].Request!.Method, steps[0].Request!.Path) is { } operation
            && context.MeaningOf(operation)?.Effect == OperationEffect.Changes
            ? ControlBook.KeyOf(steps[0].Control!) : plan.Test.Id;

    private CaseStatus StatusOf(AssertionVerdict verdict) => verdict switch
    {
        AssertionVerdict.Unjudged => CaseStatus.NoVerdict,
        AssertionVerdict.Doubted => CaseStatus.Warn,
        _ => plan.Setting == TestSetting.Optional ? CaseStatus.Warn : CaseStatus.Fail,
    };

    private string? Hopeless()
    {
        var requests = plan.Test.Steps.Where(step => StepRequests.Of(step).Any()).ToList();
        if (requests.Count == 0) return null;
        return preflight.Hopeless ?? requests.Where(step => step.Credentials == StepCredentials.Valid).SelectMany(StepRequests.Of)
            .Select(request => preflight.RefusalOf(context.Credentials.KeyFor(context.Spec.FindOperation(request.Method, request.Path))))
            .FirstOrDefault(refusal => refusal is not null);
    }

    /// <returns>The assertion that decides: the first that is broken or cannot be told, else the first in doubt; null when all hold.</returns>
    private async Task<AssertionResult?> StepsAsync(TemplateValues values, CaseSender sender, CancellationToken cancellationToken)
    {
        using var hold = await HoldAsync(cancellationToken);
        foreach (var planned in plan.Test.Steps)
        {
            var (step, control) = await ControlledAsync(planned, sender, cancellationToken);
            var outcome = await new StepRun(context, plan.Test, sender, hold).ExecuteAsync(step, values, outcomes, cancellationToken);
            values = outcome.Values ?? values;
            outcomes[step.Name] = outcome;
            var judged = new JudgeContext(outcome, outcomes, values) { Control = control, IsMock = context.IsMock, Spec = context.Spec };
            var found = await new ServerFailures(context, plan.Test, sender).ExplainAsync(
                [.. step.Assertions.Select(assertion => Judges.Of(SentValues.In(assertion, values), judged))], step, outcome, control, cancellationToken);
            if (found.FindIndex(result => result.Verdict == AssertionVerdict.Broken) is >= 0 and var at)
                found[at] = await new SmallestRequest(context, plan.Test, sender, hold).OfAsync(found[at], step.Assertions[at], judged, cancellationToken);
            assertions.AddRange(found);
            if (!found.Exists(assertion => assertion.Verdict == AssertionVerdict.Broken)) ThrowIfSecretIsMissing(outcome);
            if (found.Find(assertion => assertion.Verdict is AssertionVerdict.Broken or AssertionVerdict.Unjudged) is { } telling)
            {
                ThrowIfNobody(step, outcome);
                return telling;
            }

            foreach (var capture in step.Captures) values = StepCaptures.Keep(capture, step, outcome, values);
        }

        return assertions.Find(assertion => assertion.Verdict == AssertionVerdict.Doubted);
    }

    /// <summary>
    /// Keeps others of the run away from a list that the case looks at, and from what it asks for a second time. What the case shares with others is asked for
    /// before, since others may wait for it.
    /// </summary>
    private async Task<WriteHold?> HoldAsync(CancellationToken cancellationToken)
    {
        if (!plan.Test.Steps.Any(step => step.Walk is not null || step.Request?.Headers.ContainsKey(IfNoneMatch) == true)) return null;
        foreach (var request in plan.Test.Steps.Select(step => step.Shared ? step.Request : step.Control).OfType<StepRequest>())
            await context.Controls.AskAsync(request, plan.Test, cancellationToken);
        var operations = plan.Test.Steps.Select(step => step.Request).OfType<StepRequest>()
            .Select(request => context.Spec.FindOperation(request.Method, request.Path)).OfType<ApiOperation>();
        return await context.Writes.HoldAsync([.. operations], cancellationToken);
    }

    /// <summary>The step, and what became of its unbroken request. Where that did not succeed, a refusal would say nothing, and is not asked for.</summary>
    /// <exception cref="CaseStopException">A refusal is asked for, and would say nothing.</exception>
    private async Task<(TestStep Step, ControlOutcome? Control)> ControlledAsync(TestStep step, CaseSender sender, CancellationToken cancellationToken)
    {
        if (step.Control is not { } request) return (step, null);
        var control = await context.Controls.AskAsync(request, plan.Test, cancellationToken);
        sender.Note(control.TraceIds);
        if (control.Succeeded || !step.Assertions.Any(assertion => assertion is RefusedAssertion or RobustAssertion)) return (step, control);
        if (await SmallerAsync(step, sender, cancellationToken) is { } smaller) return smaller;
        if (!step.Assertions.Any(assertion => assertion is RefusedAssertion)) return (step, control);
        throw new CaseStopException($"The request without the mistake did not succeed either ({control.Reason}), so a refusal would say nothing.")
        {
            Status = control.Stop?.Status ?? CaseStatus.NoVerdict,
            Exchange = control.Exchange,
            Subject = control.Stop?.Subject ?? control.Stop?.Message,
            Problems = control.Stop?.Problems ?? [],
        };
    }

    /// <summary>The same mistake in as much of the body as the API takes; null when it takes none. The mock is held to the whole.</summary>
    private async Task<(TestStep, ControlOutcome?)?> SmallerAsync(TestStep step, CaseSender sender, CancellationToken cancellationToken)
    {
        if (context.IsMock) return null;
        var less = await context.Controls.AskAsync(new ControlAsk(step.Control!, plan.Test.Variables, plan.Test.Id) { MayShrink = true }, cancellationToken);
        sender.Note(less.TraceIds);
        if (!less.Succeeded || SmallerStep.Of(step, less.Sent!) is not { } smaller) return null;
        var control = ReferenceEquals(smaller.Control, less.Sent) ? less : await context.Controls.AskAsync(smaller.Control!, plan.Test, cancellationToken);
        sender.Note(control.TraceIds);
        return control.Succeeded ? (smaller, control) : null;
    }

    /// <summary>A signature that nobody can check says nothing of the API; what else could be checked was.</summary>
    private static void ThrowIfSecretIsMissing(StepOutcome outcome)
    {
        if (outcome is { Delivery: { Received: not null, Secret: null }, Step: var step } && step.Assertions.Any(assertion => assertion is SignatureAssertion))
            throw new CaseStopException($"It needs a value of this environment for '{StepDelivery.SecretVariable}': the secret that deliveries are signed with.")
                { Status = CaseStatus.Skip };
    }

    /// <summary>Being refused without credentials is not the API's fault.</summary>
    private void ThrowIfNobody(TestStep step, StepOutcome outcome)
    {
        if (step.Credentials != StepCredentials.Valid || context.Credentials.HasAny) return;
        if (outcome.Answers.FirstOrDefault(exchange => exchange.Response?.Status == Unauthorized) is { } refused)
            throw new CaseStopException(
                $"{refused.Request.Method} {plan.Test.Operation?.Split(' ')[^1] ?? "the request"} answered {HttpStatusText.Of(Unauthorized)}, and no credentials were given for this environment. Give some to test it.") { Status = CaseStatus.NoVerdict, Exchange = refused };
    }

    private static AssertionResult Redacted(AssertionResult assertion, TraceRedactor redactor) => assertion with
    {
        Description = redactor.Redact(assertion.Description),
        Message = assertion.Message is { } message ? redactor.Redact(message) : null,
        Findings = [.. assertion.Findings.Select(finding =>
            finding with { Message = redactor.Redact(finding.Message), Actual = finding.Actual is { } actual ? redactor.Redact(actual) : null })],
    };
}
