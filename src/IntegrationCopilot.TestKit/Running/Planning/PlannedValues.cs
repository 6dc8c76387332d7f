using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Which calls a case may make to learn its values.</summary>
internal sealed class PlannedValues(RunContext context, IReadOnlyList<ProducerCall> calls)
{
    private readonly ProducerRanks ranks = new(calls, context.Options.Values, context.IsMock);

    /// <summary>Adds the calls that may tell the values of a case, those first that others need.</summary>
    /// <returns>Why the case cannot run because nothing may tell a value; null when it can.</returns>
    public string? Add(GoldenTest test, List<PlannedRequest> requests) =>
        Add(test.Variables, UsedVariables.Of(test.Steps.Concat(Controls(test))), int.MaxValue, requests, []);

    public PlannedRequest Planned(StepRequest request, RequestPurpose purpose)
    {
        var operation = context.Spec.FindOperation(request.Method, request.Path);
        return new(request.Method, request.Path, Permits.EffectOf(request, context.Spec), purpose);
    }

    private static IEnumerable<TestStep> Controls(GoldenTest test) =>
        test.Steps.Where(step => step.Control is not null).Select(step => new TestStep { Name = step.Name, Request = step.Control });

    private string? Add(IReadOnlyList<TestVariable> variables, IReadOnlySet<string> used, int below, List<PlannedRequest> requests, HashSet<string> seen)
    {
        string? missing = null;
        foreach (var variable in variables.Where(variable => used.Contains(variable.Name) && !variable.Fresh && !IsGiven(variable)))
        {
            var able = ranks.Usable(variable, below).Where(supplier => !variable.Own || supplier.Creates || context.IsMock)
                .Select(supplier => ranks.Find(supplier.Operation)!).Where(call => Permits.WhyNot(call.Request, context) is null).ToList();
            if (able.Count == 0 && context.Values.IsMissing(variable))
                missing ??= $"It needs a value of this environment for '{variable.Name}', and nothing that may be called tells one.";
            foreach (var call in able.Where(call => seen.Add(call.Operation)))
            {
                var needed = UsedVariables.Of([new TestStep { Name = call.Operation, Request = call.Request }]);
                Add(call.Variables, needed, ranks.Of(call.Operation), requests, seen);
                requests.Add(Planned(call.Request, RequestPurpose.Value));
            }
        }

        return missing;
    }

    private bool IsGiven(TestVariable variable) => context.Options.Values.ContainsKey(variable.Name);
}
