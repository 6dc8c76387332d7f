using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>The header fields of conditional requests (RFC 9110, section 13.1).</summary>
internal static class ConditionalFields
{
    public const string IfMatch = "If-Match";
    public const string IfNoneMatch = "If-None-Match";
    public const string Tag = "ETag";

    private static readonly HashSet<string> Names =
        new(StringComparer.OrdinalIgnoreCase) { IfMatch, IfNoneMatch, "If-Modified-Since", "If-Unmodified-Since", "If-Range" };

    public static bool IsOne(ApiParameter parameter) => parameter.Place == ParameterPlace.Header && IsOne(parameter.Name);

    /// <summary>Whether a header field of that name holds a condition.</summary>
    public static bool IsOne(string name) => Names.Contains(name);
}
