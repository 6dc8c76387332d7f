using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>A body of an archive, or why it is not known.</summary>
internal readonly record struct HarBody(ReadOnlyMemory<byte> Content, UnknownReason? Unknown)
{
    public static HarBody NotRecorded => new(default, UnknownReason.NotRecorded);

    public static HarBody Damaged => new(default, UnknownReason.Damaged);
}

/// <summary>Bodies of an HTTP archive. Recorders decode them, recode them, cut them and leave them out; what cannot be told for sure is not known.</summary>
internal static class HarBodies
{
    /// <summary>A byte order mark is part of the size, not of the text.</summary>
    private const int Mark = 3;

    private const char Replacement = '\uFFFD';

    public static HarBody OfRequest(JsonElement request, List<KeyValuePair<string, string>> headers)
    {
        if (request.Optional("postData", JsonValueKind.Object) is not { } data) return IsSent(request, headers) ? HarBody.NotRecorded : default;
        if (headers.First("Content-Type") is null && data.Text("mimeType") is { Length: > 0 } type) headers.Add(new("Content-Type", type));
        if (!data.HasText("text") || data.Optional("_file", JsonValueKind.String) is not null) return OfParams(request, data, headers);
        if (data.Text("text") is not { } text) return HarBody.Damaged;
        if (text.Length == 0) return data.Pairs("params").Count > 0
            ? OfParams(request, data, headers) : IsSent(request, headers) ? HarBody.NotRecorded : default;
        if ((data.Text("encoding") ?? data.Text("_encoding")) == "base64") return OfBase64(text, headers, isDecoded: false);
        var bytes = Encoded(text, headers);
        // Of the files in a form the recorders keep nothing, or text.
        if (IsMultipart(headers) && request.Number("bodySize") != bytes.Length) return HarBody.Damaged;
        if (text.Contains(Replacement) && !IsJson(bytes)) return HarBody.Damaged;
        if (!IsCoded(headers)) return new(bytes, null);
        if (!IsJson(bytes)) return HarBody.Damaged;
        RemoveCoding(headers);
        return new(bytes, null);
    }

    public static HarBody OfResponse(JsonElement response, List<KeyValuePair<string, string>> headers)
    {
        var content = response.Optional("content", JsonValueKind.Object);
        var size = content?.Number("size") ?? -1;
        if (content is not { } body || !body.HasText("text"))
            return size > 0 || response.Number("bodySize") > 0 || (size < 0 && response.Number("bodySize") != 0) ? HarBody.NotRecorded : default;
        if (headers.First("Content-Type") is null && body.Text("mimeType") is { Length: > 0 } type && type != "x-unknown") headers.Add(
            new("Content-Type", type));
        if (body.Text("text") is not { } text) return HarBody.Damaged;
        if (text.Length == 0) return size > 0 ? HarBody.NotRecorded : default;
        if (string.Equals(body.Text("encoding"), "base64", StringComparison.OrdinalIgnoreCase)) return OfBase64(text, headers, isDecoded: true);
        RemoveCoding(headers);
        var bytes = Encoded(text, headers);
        var isCut = bytes.Length + Mark < size && !IsJson(bytes) && IsUtf8(headers);
        return isCut || (text.Contains(Replacement) && !IsJson(bytes)) ? HarBody.Damaged : new(bytes, null);
    }

    private static HarBody OfParams(JsonElement request, JsonElement data, List<KeyValuePair<string, string>> headers)
    {
        var pairs = data.Pairs("params");
        var isForm = headers.First("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        if (pairs.Count == 0 || !isForm) return IsSent(request, headers) || pairs.Count > 0 ? HarBody.NotRecorded : default;
        return new(Encoding.UTF8.GetBytes(string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"))),
            null);
    }

    /// <param name="base64">The text.</param>
    /// <param name="headers">Fields of the message; its coding is taken out when it is undone.</param>
    /// <param name="isDecoded">Whether recorders undo codings first.</param>
    private static HarBody OfBase64(string base64, List<KeyValuePair<string, string>> headers, bool isDecoded)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length)) return HarBody.Damaged;
        var content = bytes.AsMemory(0, length);
        if (isDecoded && !content.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) RemoveCoding(headers);
        return new(content, null);
    }

    private static bool IsSent(JsonElement request, List<KeyValuePair<string, string>> headers) =>
        request.Number("bodySize") > 0 || (long.TryParse(headers.First("Content-Length"), out var length) && length > 0);

    private static bool IsMultipart(List<KeyValuePair<string, string>> headers) =>
        headers.First("Content-Type")?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsCoded(List<KeyValuePair<string, string>> headers) =>
        headers.First("Content-Encoding") is { Length: > 0 } coding && !coding.Equals("identity", StringComparison.OrdinalIgnoreCase);

    private static void RemoveCoding(List<KeyValuePair<string, string>> headers) =>
        headers.RemoveAll(field => field.Key.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase));

    private static bool IsJson(byte[] bytes) => JsonTexts.FaultIn(bytes) is null;

    private static bool IsUtf8(List<KeyValuePair<string, string>> headers) => CharsetOf(headers) is null or "utf-8" or "utf8";

    private static string? CharsetOf(List<KeyValuePair<string, string>> headers) =>
        headers.Combined("Content-Type") is { } type ? MediaTypeName.Parse(type).Parameter("charset")?.ToLowerInvariant() : null;

    /// <summary>The bytes of a text in the charset that the message names, where <see cref="BodyText"/> reads that.</summary>
    private static byte[] Encoded(string text, List<KeyValuePair<string, string>> headers) => CharsetOf(headers) switch
    {
        "utf-16" or "utf-16le" => Encoding.Unicode.GetBytes(text),
        "utf-16be" => Encoding.BigEndianUnicode.GetBytes(text),
        "iso-8859-1" or "latin1" => Encoding.Latin1.GetBytes(text),
        _ => Encoding.UTF8.GetBytes(text),
    };
}
