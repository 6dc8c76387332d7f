using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Makes requests that should conform, from samples.</summary>
internal sealed class SampleRequests(ApiSpec spec, SampleGenerator samples)
{
    /// <summary>A request for an operation; null with the reason when the document leaves none that can be made.</summary>
    public RecordedRequest? Make(ApiOperation operation, bool optional, out string? problem)
    {
        problem = null;
        var headers = new List<KeyValuePair<string, string>>();
        var query = new List<string>();
        var cookies = new List<string>();
        var values = new Dictionary<ApiParameter, JsonElement>(ReferenceEqualityComparer.Instance);
        foreach (var parameter in operation.Parameters.Where(p => (p.Required || optional) && !IsCoding(p)))
        {
            var sample = samples.ForParameter(parameter);
            if (sample.Found) values[parameter] = sample.ToElement();
            else if (parameter.Required) problem = sample.Problem;
        }
        foreach (var (parameter, value) in values.Where(v => v.Key.Place != ParameterPlace.Path))
            Place(parameter, ParameterSerializer.Serialize(parameter, value), headers, query, cookies);
        var body = Body(operation, optional, headers, ref problem);
        Authenticate(operation, headers, query, cookies);
        if (cookies.Count > 0) headers.Add(new("Cookie", string.Join("; ", cookies)));
        var path = ParameterSerializer.FillPath(operation, p => values.TryGetValue(p, out var value) ? value : null);
        // Some documents tell operations apart by a fragment, which is no part of the path and comes after the query.
        var (bare, fragment) = path.IndexOf('#') is >= 0 and var hash ? (path[..hash], path[hash..]) : (path, "");
        var url = query.Count == 0 ? path : bare + (bare.Contains('?') ? "&" : "?") + string.Join('&', query) + fragment;
        return problem is null ? new RecordedRequest { Method = operation.Method, Url = url, Headers = headers, Body = body } : null;
    }

    /// <summary>The body is sent as it is, so no coding is claimed.</summary>
    private static bool IsCoding(ApiParameter parameter) =>
        parameter.Place == ParameterPlace.Header && parameter.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase);

    private ReadOnlyMemory<byte> Body(ApiOperation operation, bool optional, List<KeyValuePair<string, string>> headers, ref string? problem)
    {
        if (operation.RequestBody is not { } described || !(described.Required || optional)) return default;
        foreach (var media in described.Content)
        {
            var sample = samples.ForBody(media, MessageDirection.Request);
            if (!sample.Found || BodySerializer.Serialize(spec, media, sample.ToElement()) is not { } body) continue;
            headers.Add(new("Content-Type", body.ContentType));
            return body.Bytes;
        }
        if (described.Required && described.Content.Count > 0) problem = "No representation of the required body can be made.";
        return default;
    }

    private static void Place(ApiParameter parameter, string text, List<KeyValuePair<string, string>> headers, List<string> query, List<string> cookies)
    {
        if (parameter.Place == ParameterPlace.Header) headers.Add(new(parameter.Name, text));
        else if (text.Length > 0) (parameter.Place == ParameterPlace.Cookie ? cookies : query).Add(text);
    }

    private static void Authenticate(ApiOperation operation, List<KeyValuePair<string, string>> headers, List<string> query, List<string> cookies)
    {
        var credentials = new MockCredentials();
        foreach (var scheme in (operation.Security is [var first, ..] ? first.Requirements : []).Select(r => r.Scheme).OfType<SecurityScheme>())
            switch (scheme.Kind)
            {
                case SecuritySchemeKind.ApiKey when scheme.KeyPlace == ParameterPlace.Query: query.Add(
                    $"{Uri.EscapeDataString(scheme.KeyName!)}={credentials.ApiKey}"); break;
                case SecuritySchemeKind.ApiKey when scheme.KeyPlace == ParameterPlace.Cookie: cookies.Add($"{scheme.KeyName}={credentials.ApiKey}"); break;
                case SecuritySchemeKind.ApiKey: Set(headers, scheme.KeyName!, credentials.ApiKey); break;
                case SecuritySchemeKind.Basic: Set(headers, "Authorization",
                    $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.UserName}:{credentials.Password}"))}"); break;
                case SecuritySchemeKind.Http: Set(headers, "Authorization", $"{scheme.HttpScheme} {credentials.BearerToken}"); break;
                default: Set(headers, "Authorization", $"Bearer {credentials.BearerToken}"); break;
            }
    }

    private static void Set(List<KeyValuePair<string, string>> headers, string name, string value)
    {
        headers.RemoveAll(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        headers.Add(new(name, value));
    }
}
