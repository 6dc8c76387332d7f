using System.Collections.Frozen;
using System.Globalization;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes the header fields a response describes.</summary>
internal sealed class HeaderAnswers(SchemaSet schemas, SampleGenerator samples)
{
    private const int DefaultRetryAfter = 1;

    /// <summary>Fields about the message or the connection, which must be true and are therefore never made up.</summary>
    private static readonly FrozenSet<string> NeverMade = new[]
    {
        "Content-Type", "Content-Length", "Content-Encoding", "Transfer-Encoding", "Connection", "Keep-Alive", "Trailer", "Upgrade", "Date", "Content-Range",
        "TE",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The fields of a response; for 429 and 503 <c>Retry-After</c> is among them whether described or not (RFC 6585, section 4).</summary>
    public List<KeyValuePair<string, string>> Make(ApiResponse? response, int status)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var header in response?.Headers ?? [])
            if (!NeverMade.Contains(header.Name) && IsName(header.Name) && ValueOf(header, status) is { } value) fields.Add(new(header.Name, value));
        if (status is 429 or 503 && !fields.Exists(f => f.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)))
            fields.Add(new("Retry-After", DefaultRetryAfter.ToString(CultureInfo.InvariantCulture)));
        return fields;
    }

    private string? ValueOf(ApiHeader header, int status)
    {
        if (status is 429 or 503 && header.Name.Equals("Retry-After", StringComparison.OrdinalIgnoreCase) && AllowsSeconds(header))
            return DefaultRetryAfter.ToString(CultureInfo.InvariantCulture);
        var sample = samples.ForHeader(header);
        if (!sample.Found) return null;
        var value = ParameterSerializer.Serialize(header, sample.ToElement());
        return StructuredText.IsFieldValue(value) ? value : null;
    }

    private bool AllowsSeconds(ApiHeader header) =>
        header.Content is null
            && (!header.Schema.IsDefined
            || schemas.For(header.Schema, MessageDirection.Response) is var schema && (schema.IsValid("1"u8) || schema.IsValid("\"1\""u8)));

    /// <summary>A token (RFC 9110, section 5.6.2).</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
}
