using System.Linq.Expressions;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.Server.Features.Traces;

/// <summary>An exchange as lists show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ProjectId">The project it belongs to.</param>
/// <param name="RunId">The test run that caused it; null when none did.</param>
/// <param name="CaseId">The golden test that caused it; null when none did.</param>
/// <param name="Sequence">Its place in the chain.</param>
/// <param name="StartedAt">When the request was sent.</param>
/// <param name="DurationMs">How long it took.</param>
/// <param name="Environment">The kind of installation.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Endpoint">Path template, or the path of the request.</param>
/// <param name="OperationId">The document's own id; null when it gives none.</param>
/// <param name="Status">Status of the response; null when none came.</param>
/// <param name="ErrorCategory">What kind of error it ended with.</param>
/// <param name="IsError">Whether it ended with one.</param>
/// <param name="FindingCount">In how many ways it does not conform to the document.</param>
public sealed record TraceView(
    Guid Id, Guid ProjectId, Guid? RunId, string? CaseId, long Sequence, DateTimeOffset StartedAt, double DurationMs, EnvironmentType Environment,
    string Method, string Endpoint, string? OperationId, int? Status, TraceErrorCategory ErrorCategory, bool IsError, int FindingCount)
{
    internal static readonly Expression<Func<StoredTrace, TraceView>> FromRow = trace => new TraceView(
        trace.Id, trace.ProjectId, trace.RunId, trace.CaseId, trace.Sequence, trace.StartedAt, trace.DurationMs, trace.Environment,
        trace.Method, trace.Endpoint, trace.OperationId, trace.Status, trace.ErrorCategory, trace.IsError, trace.FindingCount);

    private static readonly Func<StoredTrace, TraceView> OfRow = FromRow.Compile();

    internal static TraceView Of(StoredTrace trace) => OfRow(trace);
}
