using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Runtime expressions: values out of an exchange, alone or in braces within a text (OpenAPI 3.1.1, section 4.8.20.4; the keys of a Callback Object, section
/// 4.8.18.2).
/// </summary>
internal static class RuntimeExpression
{
    /// <summary>The text with every expression in its place; null when one of them has no value.</summary>
    /// <param name="template">An expression, or a text with expressions in braces.</param>
    /// <param name="exchange">What the expressions are about.</param>
    public static string? Evaluate(string template, ExpressionScope exchange)
    {
        if (template.StartsWith('$')) return ValueOf(template, exchange);
        var text = new StringBuilder();
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf("{$", at, StringComparison.Ordinal);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0) return text.Append(template, at, template.Length - at).ToString();
            if (ValueOf(template[(open + 1)..close], exchange) is not { } value) return null;
            text.Append(template, at, open - at).Append(value);
            at = close + 1;
        }
        return text.ToString();
    }

    private static string? ValueOf(string expression, ExpressionScope exchange) => expression switch
    {
        "$url" => exchange.Url,
        "$method" => exchange.Request.Method,
        "$statusCode" => exchange.Reply.Status.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ when After(expression, "$request.header.") is { } name => exchange.Request.Headers.Combined(name),
        _ when After(expression, "$request.query.") is { } name => QueryValue(exchange.Request.Url, name),
        _ when After(expression, "$request.path.") is { } name => PathValue(exchange.PathValues, name),
        _ when After(expression, "$request.body") is { } place => BodyValue(exchange.RequestBody, place),
        _ when After(expression, "$response.header.") is { } name => exchange.Reply.Field(name),
        _ when After(expression, "$response.body") is { } place => BodyValue(exchange.ReplyBody, place),
        _ => null,
    };

    private static string? After(string expression, string prefix) =>
        expression.StartsWith(prefix, StringComparison.Ordinal) ? expression[prefix.Length..] : null;

    private static string? BodyValue(System.Text.Json.Nodes.JsonNode? body, string place)
    {
        if (place.Length == 0) return body.ScalarText() ?? body?.ToJsonString();
        if (place[0] != '#' || !NodePointer.TryParse(Uri.UnescapeDataString(place[1..]), out var pointer)) return null;
        var found = body.Find(pointer.Tokens);
        if (found is System.Text.Json.Nodes.JsonArray and [var first, ..] && first.ScalarText() is { } text) return text;
        return found.ScalarText() ?? found?.ToJsonString();
    }

    private static string? PathValue(IReadOnlyList<KeyValuePair<string, string>> values, string name)
    {
        foreach (var (key, value) in values)
            if (key == name) return Uri.UnescapeDataString(value);
        return null;
    }

    private static string? QueryValue(string url, string name)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        if (query < 0) return null;
        var fields = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(url[query..]);
        return fields.TryGetValue(name, out var values) ? values[0] : null;
    }
}
