using System.Buffers;

namespace IntegrationCopilot.Validator;

/// <summary>Single fields of a request, decoded; of several with one name the last counts.</summary>
internal static class RequestFields
{
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~");

    /// <summary>Whether a text is a token, as names of fields and of authentication schemes are (RFC 9110, section 5.6.2).</summary>
    public static bool IsToken(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(TokenCharacters);

    public static string? Query(RecordedRequest request, string name) => Last(FieldSet.OfQuery(new UrlParts(request.Url).Query), name);

    public static string? Cookie(RecordedRequest request, string name) => Last(FieldSet.OfSemicolons(request.Headers.Combined("Cookie", "; ")), name);

    private static string? Last(FieldSet fields, string name) => fields.Of(name) is [.., var field] ? PercentCoding.Decode(field.Raw) : null;
}
