using System.Net.Http;
using System.Net.Http.Headers;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Sets fields of a request that is about to be sent, each in place of what is there.</summary>
internal static class MessageFields
{
    private const string CookieHeader = "Cookie";

    /// <summary>Sets a field.</summary>
    public static void Set(HttpRequestMessage request, CredentialField field)
    {
        var name = field.Place.Name;
        switch (field.Place.Place)
        {
            case ParameterPlace.Query:
                request.RequestUri = WithParameter(request.RequestUri, name, field.Value);
                break;
            case ParameterPlace.Cookie:
                SetHeader(request, CookieHeader, string.Join("; ", [.. OtherCookies(request, name), $"{name}={field.Value}"]));
                break;
            default:
                SetHeader(request, name, field.Value);
                break;
        }
    }

    /// <summary>The request as plain data, for kinds of authentication that sign what is sent.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">Its body.</param>
    public static RecordedRequest Record(HttpRequestMessage request, ReadOnlyMemory<byte> body) => new()
    {
        Method = request.Method.Method,
        Url = request.RequestUri?.OriginalString ?? "/",
        Headers = [.. Of(request.Headers), .. request.Content is { } content ? Of(content.Headers) : []],
        Body = body,
    };

    /// <summary>Header fields in order, each value by itself.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(HttpHeaders headers) =>
        from header in headers.NonValidated from value in header.Value select KeyValuePair.Create(header.Key, value);

    private static void SetHeader(HttpRequestMessage request, string name, string value)
    {
        if (value.Any(char.IsControl)) throw new InvalidOperationException($"The field '{name}' cannot hold control characters.");
        var fields = request.Headers.TryAddWithoutValidation(name, value) ? request.Headers : (HttpHeaders?)request.Content?.Headers;
        fields?.Remove(name);
        fields?.TryAddWithoutValidation(name, value);
    }

    private static IEnumerable<string> OtherCookies(HttpRequestMessage request, string name) =>
        request.Headers.TryGetValues(CookieHeader, out var cookies)
            ? cookies.SelectMany(cookie => cookie.Split("; ")).Where(cookie => !cookie.StartsWith(name + "=", StringComparison.Ordinal))
            : [];

    /// <summary>The URL with a parameter at the end of its query, and the rest as it was spelled.</summary>
    private static Uri WithParameter(Uri? url, string name, string value)
    {
        var text = url?.OriginalString ?? throw new InvalidOperationException("The request has no URL.");
        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        var (before, after) = fragment < 0 ? (text, "") : (text[..fragment], text[fragment..]);
        var separator = before.Contains('?', StringComparison.Ordinal) ? before[^1] is '?' or '&' ? "" : "&" : "?";
        return WireUri.Of($"{before}{separator}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}{after}");
    }
}
