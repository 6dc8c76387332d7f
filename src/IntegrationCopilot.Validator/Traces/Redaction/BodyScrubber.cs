using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace IntegrationCopilot.Validator;

/// <summary>Replaces the secrets in message bodies. A body that cannot be looked into is withheld.</summary>
internal static class BodyScrubber
{
    public static ReadOnlyMemory<byte> Scrub(ReadOnlyMemory<byte> body, IReadOnlyList<KeyValuePair<string, string>> headers, Redaction redaction)
    {
        if (body.IsEmpty) return body;
        if (body.Length > TraceRedactor.MaxInspectedBytes) return Withhold(
            $"more than {TraceRedactor.MaxInspectedBytes} bytes are too many to look for secrets in");
        var coding = Header(headers, "content-encoding").Trim();
        if (coding.Length > 0 && !coding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            return Withhold($"{body.Length} bytes in content coding {redaction.Text(coding)}");
        var contentType = Header(headers, "content-type");
        var encoding = EncodingOf(body.Span, contentType);
        var text = encoding.GetString(body.Span);
        var scrubbed = ScrubText(text, contentType, redaction);
        return string.Equals(text, scrubbed, StringComparison.Ordinal) ? body : encoding.GetBytes(scrubbed);
    }

    private static string ScrubText(string text, string contentType, Redaction redaction)
    {
        if (contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return PairScrubber.Scrub(text, redaction.Rules.PropertyNames, redaction);
        var boundary = contentType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) ? Parameter(contentType, "boundary") : "";
        return boundary.Length > 0 ? ScrubMultipart(text, boundary, redaction) : redaction.Text(text);
    }

    private static string ScrubMultipart(string text, string boundary, Redaction redaction)
    {
        var delimiter = "--" + boundary;
        return string.Join(delimiter, text.Split(delimiter).Select(part => ScrubPart(part, redaction)));
    }

    private static string ScrubPart(string part, Redaction redaction)
    {
        const string HeaderEnd = "\r\n\r\n";
        var end = part.IndexOf(HeaderEnd, StringComparison.Ordinal);
        if (end < 0 || !redaction.Rules.PropertyNames.Contains(Parameter(part[..end], "name"))) return redaction.Text(part);
        var content = part[(end + HeaderEnd.Length)..];
        var lineEnd = content.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : "";
        return redaction.Text(part[..end]) + HeaderEnd + redaction.Masked(content.AsSpan(0, content.Length - lineEnd.Length)) + lineEnd;
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> body, string contentType)
    {
        var charset = Parameter(contentType, "charset").ToUpperInvariant();
        if (body is [0xFF, 0xFE, ..] || charset is "UTF-16" or "UTF-16LE") return new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
        if (body is [0xFE, 0xFF, ..] || charset is "UTF-16BE") return new UnicodeEncoding(bigEndian: true, byteOrderMark: false);
        if (charset.StartsWith("UTF-32", StringComparison.Ordinal))
            return new UTF32Encoding(charset.EndsWith("BE", StringComparison.Ordinal), byteOrderMark: false);
        return Utf8.IsValid(body) ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : Encoding.Latin1;
    }

    private static string Header(IReadOnlyList<KeyValuePair<string, string>> headers, string name) =>
        headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    /// <summary>The value of a parameter of a header field, without quotes; empty when there is none.</summary>
    private static string Parameter(string field, string name)
    {
        foreach (var range in field.AsSpan().SplitAny(";\r\n"))
        {
            var parameter = field.AsSpan()[range].Trim();
            if (parameter.StartsWith(name, StringComparison.OrdinalIgnoreCase) && parameter[name.Length..].TrimStart() is ['=', .. var value])
                return value.Trim(" \"").ToString();
        }

        return "";
    }

    private static byte[] Withhold(string what) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"[withheld: {what}]"));
}
