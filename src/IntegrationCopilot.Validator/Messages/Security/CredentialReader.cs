using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Whether a request carries a credential.</summary>
public enum CredentialState
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>There is something, but not of the scheme's form: an empty key, another HTTP scheme, Basic that does not decode.</summary>
    Malformed,

    /// <summary>There is one of the right form. Whether it is anybody's is not ours to say.</summary>
    Present,
}

/// <summary>The credential a request carries for one security scheme.</summary>
/// <param name="State">Whether there is one.</param>
/// <param name="Value">The key, the token, or <c>user:password</c>; null unless present. A secret: never log it.</param>
/// <param name="Problem">What is missing or malformed, in one sentence; null when present.</param>
public sealed record CredentialReading(CredentialState State, string? Value, string? Problem)
{
    /// <summary>Says nothing about <see cref="Value"/>.</summary>
    public override string ToString() => $"{State}: {Problem}";
}

/// <summary>Finds credentials in requests.</summary>
/// <remarks>Source: RFC 7617 (Basic), RFC 6750 (bearer tokens, also in the query), OpenAPI 3.1.1, section 4.8.27 (API keys).</remarks>
/// <threadsafety>Methods may be called from any thread.</threadsafety>
public static class CredentialReader
{
    /// <summary>Reads the credential of a scheme from a request.</summary>
    /// <returns>What was found. Schemes that leave no trace in a message (mutual TLS, unknown kinds) count as present with an empty value.</returns>
    public static CredentialReading Read(SecurityScheme scheme, RecordedRequest request)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(request);
        return scheme.Kind switch
        {
            SecuritySchemeKind.ApiKey => ReadKey(scheme, request),
            SecuritySchemeKind.Basic => ReadBasic(request),
            SecuritySchemeKind.Bearer => ReadAuthorization(request, "Bearer"),
            SecuritySchemeKind.OAuth2 or SecuritySchemeKind.OpenIdConnect => ReadToken(request),
            SecuritySchemeKind.Http => ReadAuthorization(request, scheme.HttpScheme ?? ""),
            _ => new CredentialReading(CredentialState.Present, "", null),
        };
    }

    private static CredentialReading ReadKey(SecurityScheme scheme, RecordedRequest request)
    {
        var name = scheme.KeyName ?? "";
        var place = scheme.KeyPlace switch { ParameterPlace.Query => "query parameter", ParameterPlace.Cookie => "cookie", _ => "header" };
        var value = scheme.KeyPlace switch
        {
            ParameterPlace.Query => FieldOf(FieldSet.OfQuery(new UrlParts(request.Url).Query), name),
            ParameterPlace.Cookie => FieldOf(FieldSet.OfSemicolons(request.Headers.Combined("Cookie", "; ")), name),
            _ => request.Headers.First(name),
        };
        if (value is null) return Missing($"The {place} '{name}' with the API key is missing.");
        return string.IsNullOrWhiteSpace(value) ? Malformed($"The {place} '{name}' holds no API key.") : Present(value);
    }

    private static string? FieldOf(FieldSet fields, string name) => fields.Of(name) is [.., var field] ? PercentCoding.Decode(field.Raw) : null;

    private static CredentialReading ReadBasic(RecordedRequest request)
    {
        var reading = ReadAuthorization(request, "Basic");
        if (reading.Value is not { } encoded) return reading;
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length)) return Malformed("The Basic credentials in 'Authorization' are not Base64.");
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair.Contains(':', StringComparison.Ordinal) ? Present(pair) : Malformed("The Basic credentials in 'Authorization' are not 'user:password'.");
    }

    private static CredentialReading ReadToken(RecordedRequest request)
    {
        var reading = ReadAuthorization(request, "Bearer");
        if (reading.State != CredentialState.Missing) return reading;
        return FieldOf(FieldSet.OfQuery(new UrlParts(request.Url).Query), "access_token") is { Length: > 0 } token ? Present(token) : reading;
    }

    private static CredentialReading ReadAuthorization(RecordedRequest request, string scheme)
    {
        var header = request.Headers.First("Authorization");
        if (header is null) return Missing($"The header 'Authorization' with the scheme '{scheme}' is missing.");
        var (name, value) = SplitScheme(header);
        if (!name.Equals(scheme, StringComparison.OrdinalIgnoreCase)) return Malformed($"The header 'Authorization' does not use the scheme '{scheme}'.");
        return value.Length == 0 ? Malformed($"The header 'Authorization' has nothing after '{scheme}'.") : Present(value);
    }

    private static (string Scheme, string Value) SplitScheme(string header)
    {
        var text = header.Trim();
        var end = text.AsSpan().IndexOfAny(' ', '\t');
        return end < 0 ? (text, "") : (text[..end], text[end..].Trim());
    }

    private static CredentialReading Missing(string problem) => new(CredentialState.Missing, null, problem);

    private static CredentialReading Malformed(string problem) => new(CredentialState.Malformed, null, problem);

    private static CredentialReading Present(string value) => new(CredentialState.Present, value, null);
}
