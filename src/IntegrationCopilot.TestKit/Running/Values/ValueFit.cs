using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Tells whether a value that the API told may be sent where requests have its variable: a path may want less than the API gives.</summary>
internal sealed class ValueFit(ApiSpec spec)
{
    private readonly WireCheck wire = new(spec);

    /// <summary>Whether the document allows the value in every parameter that the variable stands for.</summary>
    public bool Fits(IEnumerable<StepRequest> requests, string variable, JsonElement value) =>
        requests.SelectMany(request => Takers(request, $"{{{{ {variable} }}}}")).Distinct().All(parameter => wire.OfParameter(parameter, value).Count == 0);

    private IEnumerable<ApiParameter> Takers(StepRequest request, string placeholder)
    {
        var operation = spec.FindOperation(request.Method, request.Path) ?? spec.Operations.FirstOrDefault(other => other.Path == request.Path);
        if (operation is null) return [];
        return operation.Parameters.Where(parameter => ValuesAt(request, parameter.Place) is { } values && values.TryGetValue(parameter.Name, out var value)
            && value.ValueKind == JsonValueKind.String && value.ValueEquals(placeholder));
    }

    private static IReadOnlyDictionary<string, JsonElement>? ValuesAt(StepRequest request, ParameterPlace place) => place switch
    {
        ParameterPlace.Path => request.PathValues,
        ParameterPlace.Query => request.Query,
        ParameterPlace.Header => request.Headers,
        _ => null,
    };
}
