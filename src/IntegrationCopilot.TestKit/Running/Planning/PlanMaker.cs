using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Makes the plan of a run from the same decisions that the run takes.</summary>
internal sealed class PlanMaker(RunContext context, GoldenTestSuite suite)
{
    private readonly PlannedValues values = new(context, suite.Producers);

    public RunPlan Make()
    {
        var cases = CasePlans.Of(suite, context).Select(Case).ToList();
        return new RunPlan
        {
            Title = suite.Title,
            Environment = context.Target.Environment.ToString().ToUpperInvariant(),
            BaseUrl = context.RedactorFor([]).Redact(context.Target.BaseUrl.AbsoluteUri),
            Cases = cases,
            CleanUp = CleanUp(cases),
            Variables = PlannedVariables.Of(suite, context, cases),
        };
    }

    private PlannedCase Case(CasePlan plan)
    {
        var test = plan.Test;
        var requests = new List<PlannedRequest>();
        var missing = plan.Settled is null ? values.Add(test, requests) : null;
        if (plan.Settled is null && missing is null)
            foreach (var step in test.Steps) Add(step, requests);
        return new PlannedCase
        {
            Id = test.Id,
            Name = test.Name,
            Category = test.Category,
            Operation = test.Operation,
            Setting = plan.Setting,
            Settled = plan.Settled?.Status ?? (missing is null ? null : CaseStatus.Skip),
            Reason = plan.Settled?.Reason ?? missing,
            Requests = missing is null ? requests : [],
        };
    }

    private void Add(TestStep step, List<PlannedRequest> requests)
    {
        if (step.Control is { } control) requests.Add(values.Planned(control, RequestPurpose.Control));
        foreach (var request in StepRequests.Of(step with { Control = null })) requests.Add(values.Planned(request, RequestPurpose.Test));
    }

    /// <summary>What is removed, and, where nothing removes it, sent again with an end that is past.</summary>
    private IReadOnlyList<PlannedRequest> CleanUp(IEnumerable<PlannedCase> cases)
    {
        if (!(context.Options.RemovesCreated ?? !context.IsMock)) return [];
        List<ApiOperation> creations =
        [
            .. cases.SelectMany(item => item.Requests).Where(request => request.Effect == OperationEffect.Creates)
                .Select(request => context.Spec.FindOperation(request.Method, request.Path)).OfType<ApiOperation>().Distinct(),
        ];
        var removing = Planned(creations.Select(operation => context.MeaningOf(operation)?.Resource?.Delete).OfType<ApiOperation>())
            .Where(request => request.Effect == OperationEffect.Deletes);
        var ending = creations.Where(operation => ThingEnd.MayEnd(operation, context.MeaningOf(operation)?.Resource)
            && PeriodMembers.Of(context.Spec, operation).Ends.Count > 0);
        return [.. removing, .. Planned(ending)];
    }

    private IEnumerable<PlannedRequest> Planned(IEnumerable<ApiOperation> operations) => operations.Distinct()
        .Select(operation => new StepRequest { Method = operation.Method, Path = operation.Path })
        .Where(request => Permits.WhyNot(request, context) is null)
        .Select(request => values.Planned(request, RequestPurpose.CleanUp));
}
