using System.Globalization;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Commands;

/// <summary>What <c>run --plan</c> answers in JSON.</summary>
internal sealed record PlanAnswer(string Title, string Environment, string BaseUrl, IReadOnlyList<PlannedCaseAnswer> Cases,
    IReadOnlyList<PlannedRequestAnswer> CleanUp, PlanTotals Totals, IReadOnlyList<PlannedVariableAnswer> Variables)
{
    public static PlanAnswer Of(RunPlan plan) => new(plan.Title, plan.Environment, plan.BaseUrl, [.. plan.Cases.Select(PlannedCaseAnswer.Of)],
        [.. plan.CleanUp.Select(PlannedRequestAnswer.Of)], PlanTotals.Of(plan),
        [.. plan.Variables.Select(PlannedVariableAnswer.Of)]);
}

/// <summary>A case of a plan. The status is <c>PLANNED</c>, <c>SKIP</c> or <c>NOT_APPLICABLE</c>.</summary>
internal sealed record PlannedCaseAnswer(string Id, string Name, string Category, string? Operation, string Status, string? Reason, string Setting,
    IReadOnlyList<PlannedRequestAnswer> Requests)
{
    public static PlannedCaseAnswer Of(PlannedCase item) => new(item.Id, item.Name, item.Category, item.Operation, item.Settled?.ToWire() ?? "PLANNED",
        item.Reason, TestSettingNames.Of(item.Setting), [.. item.Requests.Select(PlannedRequestAnswer.Of)]);
}

/// <summary>A request of a plan. The purpose is <c>value</c>, <c>control</c>, <c>test</c> or <c>clean-up</c>; the effect that of <c>inspect</c>.</summary>
internal sealed record PlannedRequestAnswer(string Method, string Path, string? Effect, string Purpose)
{
    public static PlannedRequestAnswer Of(PlannedRequest request) => new(request.Method, request.Path,
        request.Effect is { } effect ? InspectWords.Of(effect) : null, WordOf(request.Purpose));

    private static string WordOf(RequestPurpose purpose) => purpose switch
    {
        RequestPurpose.Value => "value",
        RequestPurpose.Control => "control",
        RequestPurpose.CleanUp => "clean-up",
        _ => "test",
    };
}

/// <summary>A variable of a plan. The source is <c>given</c>, <c>default</c>, <c>runner</c>, <c>api</c> or <c>missing</c>.</summary>
internal sealed record PlannedVariableAnswer(string Name, string Type, string? Default, string? Description, bool Required, bool Secret, string Source,
    int Cases)
{
    public static PlannedVariableAnswer Of(PlannedVariable planned)
    {
        var variable = planned.Variable;
        return new(variable.Name, variable.Type.ToString().ToLowerInvariant(), variable.Default, variable.Description, variable.Required, variable.Secret,
            planned.Source.ToString().ToLowerInvariant(), planned.Cases);
    }
}

/// <summary>Numbers of a plan: cases, and different requests.</summary>
internal sealed record PlanTotals(int Planned, int Skip, int NotApplicable, int Requests)
{
    public static PlanTotals Of(RunPlan plan) => new(plan.Cases.Count(item => item.Settled is null), plan.Cases.Count(item => item.Settled == CaseStatus.Skip),
        plan.Cases.Count(item => item.Settled == CaseStatus.NotApplicable), plan.Requests.Count);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Planned} cases would run, {Skip} are skipped, {NotApplicable} do not apply; {Requests} different requests. Nothing was sent.");
}
