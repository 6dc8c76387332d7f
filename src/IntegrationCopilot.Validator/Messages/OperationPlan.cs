using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>An operation, ready for its messages to be checked. Requests and responses are prepared when the first one comes.</summary>
internal sealed class OperationPlan
{
    private readonly Lazy<RequestPlan> request;
    private readonly Func<ApiResponse, ResponsePlan> prepareResponse;
    private readonly ConcurrentDictionary<ApiResponse, ResponsePlan> responses = new(ReferenceEqualityComparer.Instance);

    /// <param name="operation">The operation.</param>
    /// <param name="toApi">Context of messages the API receives.</param>
    /// <param name="fromApi">Context of messages the API sends.</param>
    public OperationPlan(ApiOperation operation, PlanContext toApi, PlanContext fromApi)
    {
        Operation = operation;
        var (requests, answers) = operation.Kind == OperationKind.Path ? (toApi, fromApi) : (fromApi, toApi);
        request = new Lazy<RequestPlan>(() => new RequestPlan(operation, requests));
        prepareResponse = response => new ResponsePlan(response, answers);
    }

    public ApiOperation Operation { get; }

    public RequestPlan Request => request.Value;

    public ResponsePlan? ResponseFor(int status) => Operation.FindResponse(status) is { } response ? responses.GetOrAdd(response, prepareResponse) : null;
}
