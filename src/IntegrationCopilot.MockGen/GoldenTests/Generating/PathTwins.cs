using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Finds operations whose requests nobody can tell from those of another: their paths differ in what is not sent.</summary>
internal sealed class PathTwins(TestMaterial material)
{
    private readonly Lazy<ILookup<(string Method, string Path), ApiOperation>> alike = new(() =>
        material.Spec.Operations.ToLookup(KeyOf));

    /// <summary>Another operation that a request for this one is for as well; null when there is none, or a header field or the query tells which it is
    /// for.</summary>
    public ApiOperation? Of(ApiOperation operation)
    {
        if (!operation.Path.Contains('#', StringComparison.Ordinal)) return null;
        return alike.Value[KeyOf(operation)].FirstOrDefault(other => other != operation) is { } twin && !IsTold(operation) ? twin : null;
    }

    private bool IsTold(ApiOperation operation)
    {
        var sent = operation.Parameters.Where(parameter => parameter is { Required: true, Place: ParameterPlace.Header or ParameterPlace.Query })
            .Select(parameter => (parameter, Text: JsonTrees.Parse(material.Samples.ForParameter(parameter).Json).ScalarText()))
            .Where(value => value.Text is not null).ToList();
        var query = string.Join('&', sent.Where(value => value.parameter.Place == ParameterPlace.Query)
            .Select(value => $"{Uri.EscapeDataString(value.parameter.Name)}={Uri.EscapeDataString(value.Text!)}"));
        var request = new RecordedRequest
        {
            Method = operation.Method,
            Url = $"{operation.Path.Split('#')[0]}?{query}",
            Headers = [.. sent.Where(value => value.parameter.Place == ParameterPlace.Header)
                .Select(value => KeyValuePair.Create(value.parameter.Name, value.Text!))],
        };
        return material.Messages.Match(request).Operation == operation;
    }

    private static (string Method, string Path) KeyOf(ApiOperation operation) => (operation.Method, operation.Path.Split('#')[0]);
}
