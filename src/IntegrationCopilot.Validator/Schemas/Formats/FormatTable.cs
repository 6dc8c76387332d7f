using System.Collections.Frozen;

namespace IntegrationCopilot.Validator;

/// <summary>The formats known, by name.</summary>
internal static class FormatTable
{
    private static readonly FrozenDictionary<string, StringFormat> Strings = new StringFormat[]
    {
        new("date-time", "2024-05-31T12:00:00Z", DateTimeFormats.IsDateTime),
        new("date", "2024-05-31", DateTimeFormats.IsDate),
        new("time", "12:00:00Z", DateTimeFormats.IsTime),
        new("duration", "P3DT12H", DateTimeFormats.IsDuration),
        new("email", "ada@example.com", EmailFormats.IsEmail),
        new("idn-email", "ada@example.com", EmailFormats.IsInternationalEmail),
        new("hostname", "api.example.com", HostFormats.IsAsciiHost),
        new("idn-hostname", "bücher.example.com", HostFormats.IsInternationalHost),
        new("ipv4", "192.0.2.1", IpFormats.IsIpv4),
        new("ipv6", "2001:db8::1", IpFormats.IsIpv6),
        new("uri", "https://example.com/a", UriFormats.IsUri),
        new("uri-reference", "/a?b=c", UriFormats.IsUriReference),
        new("iri", "https://example.com/a", UriFormats.IsIri),
        new("iri-reference", "/a?b=c", UriFormats.IsIriReference),
        new("uri-template", "/users/{id}", UriFormats.IsUriTemplate),
        new("uuid", "123e4567-e89b-12d3-a456-426614174000", TextFormats.IsUuid),
        new("json-pointer", "/a/0", TextFormats.IsJsonPointer),
        new("relative-json-pointer", "1/a", TextFormats.IsRelativeJsonPointer),
        new("regex", "^[a-z]+$", EcmaPattern.IsPattern),
    }.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    private static readonly StringFormat Base64 = new("byte", "aGVsbG8=", TextFormats.IsBase64);

    private static readonly FrozenDictionary<string, NumberFormat> Numbers = new NumberFormat[]
    {
        new("int32", Bound("-2147483648"), Bound("2147483647"), Whole: true),
        new("int64", Bound("-9223372036854775808"), Bound("9223372036854775807"), Whole: true),
        new("float", Bound("-3.4028234663852886e38"), Bound("3.4028234663852886e38"), Whole: false),
        new("double", Bound("-1.7976931348623157e308"), Bound("1.7976931348623157e308"), Whole: false),
    }.ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    /// <param name="name">As written in <c>format</c>.</param>
    /// <param name="openApi">Whether the formats of OpenAPI are known too.</param>
    public static StringFormat? FindString(string name, bool openApi) => openApi && name == "byte" ? Base64 : Strings.GetValueOrDefault(name);

    public static NumberFormat? FindNumber(string name, bool openApi) => openApi ? Numbers.GetValueOrDefault(name) : null;

    private static NumberBound Bound(string text) => new(System.Text.Encoding.ASCII.GetBytes(text));
}
