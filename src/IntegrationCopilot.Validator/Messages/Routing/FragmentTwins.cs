using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>
/// Operations that a description tells apart by the fragments of their paths. No request carries a fragment (RFC 9110, section 7.1): what does tell them apart
/// are header fields and query parameters that must be there and have one value only, such as <c>X-Amz-Target</c> or <c>Action</c>.
/// </summary>
internal sealed class FragmentTwins(ApiSpec spec)
{
    private readonly Dictionary<(string Method, string Path), Twin[]> twins = spec.Operations
        .Where(operation => operation.Path.Contains('#', StringComparison.Ordinal)).GroupBy(operation => (operation.Method, PathOf(operation)))
        .Where(alike => alike.Count() > 1).ToDictionary(alike => alike.Key, alike => alike.Select(operation => new Twin(spec, operation)).ToArray());

    /// <summary>The one of an operation's twins that a request names; null when it names none.</summary>
    public ApiOperation? Named(ApiOperation found, RecordedRequest request) =>
        twins.Count > 0 && twins.TryGetValue((found.Method, PathOf(found)), out var alike)
            ? Array.Find(alike, twin => twin.IsNamedBy(request))?.Operation : null;

    private static string PathOf(ApiOperation operation) => operation.Path.Split('#')[0];

    private sealed class Twin(ApiSpec spec, ApiOperation operation)
    {
        private readonly (ApiParameter Parameter, string Value)[] keys = [.. operation.Parameters
            .Where(parameter => parameter is { Required: true, Place: ParameterPlace.Header or ParameterPlace.Query })
            .Select(parameter => (parameter, OnlyValue(spec.Resolve(parameter.Schema)))).Where(key => key.Item2 is not null)
            .Select(key => (key.parameter, key.Item2!))];

        public ApiOperation Operation => operation;

        public bool IsNamedBy(RecordedRequest request) => keys.Length > 0 && Array.TrueForAll(keys, key => IsSent(request, key.Parameter, key.Value));

        private static bool IsSent(RecordedRequest request, ApiParameter parameter, string value)
        {
            if (parameter.Place == ParameterPlace.Header) return request.Headers.Combined(parameter.Name) == value;
            return FormFields.Parse(new UrlParts(request.Url).Query)
                .Any(field => field.Name == parameter.Name && PercentCoding.Decode(field.Raw, plusIsSpace: true) == value);
        }

        private static string? OnlyValue(RawNode schema) =>
            schema["const"].GetString() ?? (schema["enum"] is { Count: 1 } only ? only.Children.First().GetString() : null);
    }
}
