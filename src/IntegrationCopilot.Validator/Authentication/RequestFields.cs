using System.Buffers;
using System.Collections.Frozen;

namespace IntegrationCopilot.Validator;

/// <summary>Single fields of a request, decoded; of several with one name the last counts.</summary>
internal static class RequestFields
{
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~");

    /// <summary>
    /// Header fields that say how a message is sent or what its content is (RFC 9110, sections 7.2, 7.6.1, 8 and 10.1; RFC 9112, section 6), so that they hold
    /// no credential.
    /// </summary>
    private static readonly FrozenSet<string> OfTheMessage = new[]
    {
        "Allow", "Connection", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Length", "Content-Location", "Content-MD5",
        "Content-Range", "Content-Type", "Expect", "Expires", "Host", "Keep-Alive", "Last-Modified", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding",
        "Upgrade",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a header field of that name can hold a credential.</summary>
    public static bool CanHoldCredential(string name) => IsToken(name) && !OfTheMessage.Contains(name);

    /// <summary>Whether a text is a token, as names of fields and of authentication schemes are (RFC 9110, section 5.6.2).</summary>
    public static bool IsToken(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept(TokenCharacters);

    public static string? Query(RecordedRequest request, string name) => Last(FieldSet.OfQuery(new UrlParts(request.Url).Query), name);

    public static string? Cookie(RecordedRequest request, string name) => Last(FieldSet.OfSemicolons(request.Headers.Combined("Cookie", "; ")), name);

    private static string? Last(FieldSet fields, string name) => fields.Of(name) is [.., var field] ? PercentCoding.Decode(field.Raw) : null;
}
