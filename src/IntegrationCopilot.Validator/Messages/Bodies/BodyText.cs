using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Bodies as UTF-8 text, whatever <c>charset</c> they were sent in.</summary>
internal static class BodyText
{
    /// <summary>The body as UTF-8 without byte order mark.</summary>
    public static ReadOnlyMemory<byte> Utf8Of(ReadOnlyMemory<byte> body, MediaTypeName sent)
    {
        if (body.Span.StartsWith("\uFEFF"u8)) return body[3..];
        var encoding = sent.Parameter("charset")?.ToLowerInvariant() switch
        {
            "utf-16" or "utf-16le" => Encoding.Unicode,
            "utf-16be" => Encoding.BigEndianUnicode,
            "iso-8859-1" or "latin1" => Encoding.Latin1,
            _ => null,
        };
        return encoding is null ? body : Encoding.UTF8.GetBytes(encoding.GetString(body.Span).TrimStart('\uFEFF'));
    }
}
