using System.Diagnostics.CodeAnalysis;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A fault that a mock has.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Operation">The operation it shows in, as method and path template (<c>POST /payments</c>) or by its <c>operationId</c>; null (the default)
/// for all it applies to.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record FaultInjection(MockFault Fault, string? Operation = null)
{
    /// <summary>Reads an injection as options write it: the id of a fault, and after an <c>@</c> the operation.</summary>
    /// <param name="text">For example <c>wrong-type</c> or <c>wrong-type@GET /payments/{id}</c>.</param>
    /// <param name="injection">The injection; null when there is no fault of that id.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FaultInjection? injection)
    {
        var at = text?.IndexOf('@', StringComparison.Ordinal) ?? -1;
        var fault = text is null ? null : MockFaults.Find((at < 0 ? text : text[..at]).Trim());
        injection = fault is null ? null : new FaultInjection(fault, at < 0 ? null : text![(at + 1)..].Trim());
        return injection is not null;
    }

    /// <summary>The operations of an API that it shows in; none when the fault does not apply to the operation named.</summary>
    /// <param name="spec">The API.</param>
    public IEnumerable<ApiOperation> OperationsIn(ApiSpec spec) => Fault.OperationsIn(spec).Where(IsMeant);

    internal bool IsMeant(ApiOperation operation) => Operation is null || operation.Id == Operation || operation.OperationId == Operation;
}
