using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Makes the URL of a step: base URL, filled path, query.</summary>
internal static class RequestUrl
{
    public static string Build(Uri baseUrl, StepRequest request, ApiOperation? operation, Filling filling)
    {
        var path = ParameterSerializer.SpellPath(request.Path);
        foreach (var (name, value) in request.PathValues)
        {
            var text = StepParameters.Spell(operation, name, ParameterPlace.Path, filling.Json(value));
            foreach (var mark in (string[])["", "+", "*"]) path = path.Replace($"{{{name}{mark}}}", text, StringComparison.Ordinal);
        }

        var query = string.Join('&',
            request.Query.Select(pair => StepParameters.Spell(operation, pair.Key, ParameterPlace.Query, filling.Json(pair.Value)))
            .Where(text => text.Length > 0));
        return Of(baseUrl, WithQuery(WithoutFragment(path), query));
    }

    /// <summary>The URL of a path that is spelled as it is sent.</summary>
    public static string Of(Uri baseUrl, string path) => $"{baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/')}{path}";

    /// <summary>Descriptions tell operations apart by fragments; requests never carry one (RFC 9110, section 7.1).</summary>
    private static string WithoutFragment(string path)
    {
        var fragment = path.IndexOf('#', StringComparison.Ordinal);
        var sent = fragment < 0 ? path : path[..fragment];
        return sent.StartsWith('/') ? sent : $"/{sent}";
    }

    private static string WithQuery(string path, string query) =>
        query.Length == 0 ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
}
