using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Tells what a request is taken for where paths of several operations, or several readings of one path, fit it.</summary>
internal sealed class RequestMeaning(TestMaterial material)
{
    private readonly Dictionary<ApiOperation, bool> open = new(ReferenceEqualityComparer.Instance);

    /// <summary>Another operation that takes a request; null when it is for its own, or for none.</summary>
    public ApiOperation? TakenBy(ApiOperation operation, StepRequest request) =>
        IsOpen(operation) && material.Messages.Match(Written(new RequestPlan(operation, request, []))).Operation is { } taker
            && taker != operation ? taker : null;

    /// <summary>An operation that takes the request in place of its own, and would refuse it or answer something else; null when there is none.</summary>
    public ApiOperation? Stranger(RequestPlan plan)
    {
        if (!IsOpen(plan.Operation)) return null;
        var request = Written(plan);
        if (material.Messages.Match(request) is not { Operation: { } taker } match || taker == plan.Operation) return null;
        return AnswerOf(taker) != AnswerOf(plan.Operation) || BodyOf(taker) != BodyOf(plan.Operation) || IsRefused(taker, request, match) ? taker : null;
    }

    /// <summary>What stands for an operation's success.</summary>
    private (int Status, RawNode Schema) AnswerOf(ApiOperation operation) =>
        (StatusChoice.Success(operation), TestMaterial.JsonAnswer(operation) is { Schema.IsDefined: true } media
            ? material.Structure.Resolve(media.Schema) : default);

    private RawNode BodyOf(ApiOperation operation) =>
        operation.RequestBody is { Content.Count: > 0 } body && RequestMedia.Of(body.Content).Schema is { IsDefined: true } schema
            ? material.Structure.Resolve(schema) : default;

    /// <summary>
    /// Whether somebody would refuse a request that breaks a rule of one parameter: not where it is one that the document describes elsewhere.
    /// </summary>
    public bool IsBroken(RequestPlan broken)
    {
        if (!IsOpen(broken.Operation)) return true;
        var request = Written(broken);
        var match = material.Messages.Match(request);
        return match.Operation is not { } taker || IsRefused(taker, request, match);
    }

    private bool IsRefused(ApiOperation taker, RecordedRequest request, RouteMatch match) =>
        material.Messages.ValidateRequest(taker, request, match.PathValues).Findings
            .Any(finding => finding.Severity == FindingSeverity.Error && IsOfParameter(finding));

    private static bool IsOfParameter(Finding finding) => finding.Where.Split('.')[0] is "path" or "query" or "header" or "cookie";

    private bool IsOpen(ApiOperation operation)
    {
        if (!open.TryGetValue(operation, out var found))
            open[operation] = found = material.OfPlace(operation).Any(other => other != operation && other.Method == operation.Method)
                || SharesSegments(operation.Path);
        return found;
    }

    private static bool SharesSegments(string path) => path.Split('?', '#')[0].Split('/').Any(segment => segment.AsSpan().Count('{') > 1);

    /// <summary>The request with samples in place of variables, without its body.</summary>
    private RecordedRequest Written(RequestPlan plan)
    {
        var values = plan.Request.PathValues;
        var path = ParameterSerializer.FillPath(plan.Operation,
            parameter => values.TryGetValue(parameter.Name, out var value) ? ValueOf(plan, parameter, value) : null);
        var query = string.Join('&', Spelled(plan, ParameterPlace.Query, plan.Request.Query).Select(pair => pair.Value).Where(text => text.Length > 0));
        return new RecordedRequest
        {
            Method = plan.Operation.Method,
            Url = query.Length == 0 ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}",
            Headers = [.. Spelled(plan, ParameterPlace.Header, plan.Request.Headers)],
        };
    }

    private IEnumerable<KeyValuePair<string, string>> Spelled(RequestPlan plan, ParameterPlace place, IReadOnlyDictionary<string, JsonElement> values) =>
        from parameter in plan.Operation.Parameters
        where parameter.Place == place && values.ContainsKey(parameter.Name)
        select KeyValuePair.Create(parameter.Name, ParameterSerializer.Serialize(parameter, ValueOf(plan, parameter, values[parameter.Name])));

    /// <summary>A value as it is; what stands for a variable is the variable's own value, or a sample where that is made anew for each run.</summary>
    private JsonElement ValueOf(RequestPlan plan, ApiParameter parameter, JsonElement value)
    {
        var named = plan.Variables.FirstOrDefault(variable => value.ValueKind == JsonValueKind.String && value.ValueEquals($"{{{{ {variable.Name} }}}}"));
        if (named is null) return value;
        if (named.Default is not { } text) return material.Samples.ForParameter(parameter) is { Found: true } sample ? sample.ToElement() : value;
        return named.Type == TestVariableType.String ? AsJson.Element(text) : JsonElement.Parse(text);
    }
}
