using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>An operation as lists show it.</summary>
/// <param name="Id">Method and path.</param>
/// <param name="Kind">Path, Webhook or Callback.</param>
/// <param name="Method">In upper case.</param>
/// <param name="Path">Path template, or a webhook's name.</param>
/// <param name="OperationId">The document's own id; null when it gives none.</param>
/// <param name="Summary">Short purpose; null when it gives none.</param>
/// <param name="Group">Name of its group.</param>
/// <param name="Deprecated">Whether it is marked deprecated.</param>
/// <param name="Line">Where it is declared, 1-based.</param>
/// <param name="Column">Where it is declared, 1-based.</param>
public sealed record OperationView(string Id, OperationKind Kind, string Method, string Path, string? OperationId, string? Summary, string Group,
    bool Deprecated, int Line, int Column)
{
    internal static OperationView Of(ApiOperation operation) => new(
        operation.Id, operation.Kind, operation.Method, operation.Path, operation.OperationId, operation.Summary, operation.Group, operation.Deprecated,
        operation.Location.Line, operation.Location.Column);
}

/// <summary>A part of the operations that were asked for, and the groups they can be narrowed to.</summary>
/// <param name="Items">The operations of this part, in document order.</param>
/// <param name="Total">How many operations match.</param>
/// <param name="Groups">Every group of the document.</param>
public sealed record OperationList(IReadOnlyList<OperationView> Items, int Total, IReadOnlyList<OperationGroup> Groups);

/// <summary>A group of operations.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Count">How many operations it has.</param>
public sealed record OperationGroup(string Name, int Count);
