using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Tells schemas of bytes from schemas of text.</summary>
internal static class SchemaTyping
{
    /// <summary>
    /// Whether a schema describes bytes: <c>format: binary</c>, OpenAPI 2.0 <c>type: file</c>, or a media type without a text encoding (3.1).
    /// </summary>
    public static bool IsBinary(RawNode schema) =>
        schema["format"].IsString("binary") || schema["type"].IsString("file")
        || (schema["contentMediaType"].Kind == RawKind.String && !schema["contentEncoding"].IsDefined && !IsTextual(schema["contentMediaType"].GetString()!));

    /// <summary>Whether a schema describes bytes encoded as text: <c>contentEncoding</c>, <c>format: byte</c> or <c>format: base64url</c>.</summary>
    /// <remarks><c>7bit</c>, <c>8bit</c> and <c>binary</c> name no encoding: the bytes are as they are (RFC 2045, section 6.2).</remarks>
    public static bool IsEncoded(RawNode schema) =>
        (schema["contentEncoding"].IsDefined && schema["contentEncoding"].GetString()?.ToLowerInvariant() is not ("7bit" or "8bit" or "binary"))
            || schema["format"].IsString("byte") || schema["format"].IsString("base64url");

    private static bool IsTextual(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || mediaType.Contains("json", StringComparison.OrdinalIgnoreCase);
}
