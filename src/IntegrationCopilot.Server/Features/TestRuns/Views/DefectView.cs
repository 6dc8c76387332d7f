using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Server.Features.TestRuns;

/// <summary>One thing that is wrong, or that kept cases from a verdict.</summary>
/// <param name="Id">Names it, the same in every run.</param>
/// <param name="Status">The worst status of its cases: FAIL, WARN, NO_VERDICT or ERROR.</param>
/// <param name="IsBlocking">Whether one of its cases blocks.</param>
/// <param name="Kind">What sort of cause it is, for example NOT_REFUSED.</param>
/// <param name="Cause">What happened: the value that was sent and the rule it broke, or what in the answer is not as described.</param>
/// <param name="Operations">Method and path of each operation it showed in.</param>
/// <param name="Expected">The statuses that were expected; empty when it is not about the status.</param>
/// <param name="Got">The status that came; null when none did.</param>
/// <param name="Ground">Where the right to expect otherwise comes from; null when it is plain.</param>
/// <param name="Line">The line of the document that the ground names, counted from 1; null when it names none.</param>
/// <param name="Curl">A line for a shell that sends the request again, with variables in place of secrets; null when nothing was sent.</param>
/// <param name="NextStep">What the reader can do about it.</param>
/// <param name="Cases">Its cases in the order of the suite.</param>
public sealed record DefectView(string Id, string Status, bool IsBlocking, string Kind, string Cause, IReadOnlyList<string> Operations,
    IReadOnlyList<string> Expected, int? Got, string? Ground, int? Line, string? Curl, string NextStep, IReadOnlyList<DefectCaseView> Cases)
{
    internal static DefectView Of(Defect defect, IReadOnlyDictionary<string, Guid> ids) => new(
        defect.Id, defect.Status.ToWire(), defect.IsBlocking, defect.Cause.Kind.ToWire(), defect.Cause.Text, defect.Operations, defect.Cause.Expected,
        defect.Cause.Status, defect.Cause.Ground, defect.Cause.Line, defect.Cause.Curl, defect.NextStep,
        [.. defect.Cases.Select(item => new DefectCaseView(ids[item.Id], item.Id, item.Name))]);
}

/// <summary>What did not pass in a test run.</summary>
/// <param name="Defects">What fails first, then warnings, what has no verdict, and errors.</param>
public sealed record TestDefectList(IReadOnlyList<DefectView> Defects);

/// <summary>A case that a defect showed in.</summary>
/// <param name="Id">Id of the result.</param>
/// <param name="CaseId">Stable id of the golden test.</param>
/// <param name="Name">Its name.</param>
public sealed record DefectCaseView(Guid Id, string CaseId, string Name);
