using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>Something wrong with a document.</summary>
/// <param name="Id">Stable id of the rule.</param>
/// <param name="Severity">Error, Warning or Information.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Document">Name of the document.</param>
/// <param name="Line">1-based; 0 when there is no place.</param>
/// <param name="Column">1-based; 0 when there is no place.</param>
/// <param name="Pointer">JSON Pointer of the node; empty for the whole document.</param>
public sealed record SpecProblemView(string Id, ProblemSeverity Severity, string Message, string Document, int Line, int Column, string Pointer)
{
    internal static SpecProblemView Of(SpecProblem problem) => new(
        problem.Id, problem.Severity, problem.Message, problem.Location.Document, problem.Location.Line, problem.Location.Column, problem.Location.Pointer);
}
