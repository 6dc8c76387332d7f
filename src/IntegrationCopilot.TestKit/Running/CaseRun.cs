using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Runs the steps of one case until one fails or all are done.</summary>
internal sealed class CaseRun(RunContext context, CasePlan plan, PreflightResult preflight)
{
    private const int Unauthorized = 401;

    private readonly Dictionary<string, StepOutcome> outcomes = new(StringComparer.Ordinal);
    private readonly List<AssertionResult> assertions = [];

    public async Task<CaseResult> ExecuteAsync(CancellationToken cancellationToken)
    {
        var start = context.Options.Clock.GetTimestamp();
        var values = CaseValues.Create(plan.Test, context);
        var sender = new CaseSender(context, plan.Test.Id, values.Value.Secrets);
        var result = await VerdictAsync(values, sender, cancellationToken);
        return result with
        {
            IsOptional = plan.IsOptional,
            Reason = result.Reason is { } reason ? sender.Redact(reason) : null,
            Duration = context.Options.Clock.GetElapsedTime(start),
            Assertions = [.. assertions.Select(assertion => Redacted(assertion, sender))],
            TraceIds = sender.TraceIds,
        };
    }

    private async Task<CaseResult> VerdictAsync(TemplateResult<TemplateValues> values, CaseSender sender, CancellationToken cancellationToken)
    {
        var test = plan.Test;
        if (!values.IsComplete) return CaseResults.Of(test, CaseStatus.Error, string.Join(' ', values.Problems.Select(problem => problem.Message)));
        if (Hopeless() is { } hopeless) return CaseResults.Of(test, CaseStatus.Error, hopeless);
        try
        {
            return await StepsAsync(values.Value, sender, cancellationToken) is { } failed
                ? CaseResults.Of(test, CaseStatus.Fail, $"{failed.Description}: {failed.Message}")
                : CaseResults.Of(test, CaseStatus.Pass, null);
        }
        catch (CaseStopException stop)
        {
            return CaseResults.Of(test, stop.IsSkip ? CaseStatus.Skip : CaseStatus.Error, stop.Message);
        }
    }

    private string? Hopeless()
    {
        var requests = plan.Test.Steps.Where(step => step.Request is not null).ToList();
        if (requests.Count == 0) return null;
        return preflight.Unreachable ?? (requests.Exists(step => step.Credentials == StepCredentials.Valid) ? preflight.Refused : null);
    }

    /// <returns>The first assertion that does not hold; null when all hold.</returns>
    private async Task<AssertionResult?> StepsAsync(TemplateValues values, CaseSender sender, CancellationToken cancellationToken)
    {
        foreach (var step in plan.Test.Steps)
        {
            var outcome = await new StepRun(context, sender).ExecuteAsync(step, values, outcomes, cancellationToken);
            outcomes[step.Name] = outcome;
            var before = assertions.Count;
            assertions.AddRange(step.Assertions.Where(IsChecked).Select(assertion => Judges.Of(assertion, new JudgeContext(outcome, outcomes, values))));
            if (assertions.Skip(before).FirstOrDefault(assertion => !assertion.Passed) is { } failed)
            {
                ThrowIfNobody(step, outcome);
                return failed;
            }

            foreach (var capture in step.Captures) values = StepCaptures.Keep(capture, step, outcome, values);
        }

        return null;
    }

    private bool IsChecked(TestAssertion assertion) => !(assertion.NeedsState && context.IsMock);

    /// <summary>Being refused without credentials is not the API's fault.</summary>
    private void ThrowIfNobody(TestStep step, StepOutcome outcome)
    {
        if (step.Credentials != StepCredentials.Valid || context.Credentials.HasAny) return;
        if (outcome.Answers.FirstOrDefault(exchange => exchange.Response?.Status == Unauthorized) is { } refused)
            throw new CaseStopException(
                $"{refused.Request.Method} {plan.Test.Operation?.Split(' ')[^1] ?? "the request"} answered {HttpStatusText.Of(Unauthorized)}, and no credentials were given for this environment. Give some to test it.");
    }

    private static AssertionResult Redacted(AssertionResult assertion, CaseSender sender) => assertion.Passed ? assertion : assertion with
    {
        Message = assertion.Message is { } message ? sender.Redact(message) : null,
        Findings = [.. assertion.Findings.Select(finding =>
            finding with { Message = sender.Redact(finding.Message), Actual = finding.Actual is { } actual ? sender.Redact(actual) : null })],
    };
}
