using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>A request to an operation with the variables in it.</summary>
internal sealed record RequestPlan(ApiOperation Operation, StepRequest Request, IReadOnlyList<TestVariable> Variables)
{
    /// <summary>The representation of the body; null when none is sent.</summary>
    public ApiMediaType? Media { get; init; }

    /// <summary>The body with sample values in place of variables; undefined when none is sent.</summary>
    public JsonElement Sample { get; init; }

    /// <summary>Whether every value in it is the document's own.</summary>
    public bool Explained { get; init; }

    /// <summary>Whether errors can have the shape that the document gives them: false where its schema allows nothing.</summary>
    public bool HasShapedErrors { get; init; } = true;

    /// <summary>What an error is held against besides its status.</summary>
    public IReadOnlyList<TestAssertion> ErrorShape => HasShapedErrors ? [new ErrorShapeAssertion()] : [];

    public RequestPlan WithBody(JsonElement body) => this with { Request = Request with { Body = Request.Body! with { Json = body } } };

    public RequestPlan WithoutBody() => this with { Request = Request with { Body = null } };

    public RequestPlan WithQuery(string name, JsonElement value) => this with { Request = Request with { Query = With(Request.Query, name, value) } };

    public RequestPlan WithHeader(string name, JsonElement value) => this with { Request = Request with { Headers = With(Request.Headers, name, value) } };

    public RequestPlan WithPathValue(string name, JsonElement value) =>
        this with { Request = Request with { PathValues = With(Request.PathValues, name, value) } };

    /// <summary>The same request without a query parameter or header.</summary>
    public RequestPlan Without(ApiParameter parameter) => this with
    {
        Request = parameter.Place == ParameterPlace.Header
            ? Request with { Headers = Less(Request.Headers, parameter.Name) }
            : Request with { Query = Less(Request.Query, parameter.Name) },
    };

    public RequestPlan With(TestVariable variable) => this with { Variables = [.. Variables.Where(other => other.Name != variable.Name), variable] };

    private static Dictionary<string, JsonElement> With(IReadOnlyDictionary<string, JsonElement> values, string name, JsonElement value) =>
        new(values, StringComparer.Ordinal) { [name] = value };

    private static Dictionary<string, JsonElement> Less(IReadOnlyDictionary<string, JsonElement> values, string name) =>
        values.Where(pair => pair.Key != name).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}

/// <summary>A request, or why none can be made.</summary>
/// <param name="Plan">The request; null when none can be made.</param>
/// <param name="Problem">Why; null when one can.</param>
internal readonly record struct RequestMaking(RequestPlan? Plan, string? Problem);
