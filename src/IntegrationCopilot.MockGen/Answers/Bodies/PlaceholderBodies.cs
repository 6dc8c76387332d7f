using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Files of known binary formats: the smallest that a reader of the format takes.</summary>
internal sealed class PlaceholderBodies : IBodyWriter
{
    private static readonly (string Type, byte[] Bytes)[] Files =
    [
        ("image/png", Decoded("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=")),
        ("image/jpeg", Jpeg()),
        ("image/gif", Decoded("R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==")),
        ("image/webp", Decoded("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEADMDOJaQAA3AA/uuuAAA=")),
        ("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>"u8.ToArray()),
        ("image/bmp", Decoded("Qk06AAAAAAAAADYAAAAoAAAAAQAAAAEAAAABABgAAAAAAAQAAAATCwAAEwsAAAAAAAAAAAAA////AA==")),
        ("image/x-icon", Icon()),
        ("image/vnd.microsoft.icon", Icon()),
        ("image/tiff", Tiff()),
        ("application/pdf", SmallPdf.Bytes),
        ("application/zip", EmptyZip()),
        ("application/x-zip-compressed", EmptyZip()),
        ("application/gzip", Decoded("H4sIAAAAAAACAwMAAAAAAAAAAAA=")),
        ("application/x-gzip", Decoded("H4sIAAAAAAACAwMAAAAAAAAAAAA=")),
        ("application/x-tar", new byte[1024]),
        ("audio/wav", Wav()),
        ("audio/x-wav", Wav()),
    ];

    private static readonly FrozenDictionary<string, byte[]> ByType =
        Files.Select(f => KeyValuePair.Create(f.Type, f.Bytes)).Append(KeyValuePair.Create("image/jpg", Jpeg())).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The types there are files of.</summary>
    public static IEnumerable<string> Types => Files.Select(f => f.Type);

    public bool Knows(MediaTypeName type) => ByType.ContainsKey(type.Essence);

    public WrittenBody Write(BodyContent content)
    {
        var type = content.Media.Name;
        // A string that the document gives is the file itself.
        if (content.Value.ValueKind == JsonValueKind.String && !content.IsInvented) return WrittenBody.Text(type, content.Value.GetString()!);
        var bytes = ByType[content.Media.Type.Essence];
        var fits = content.Value.ValueKind == JsonValueKind.String;
        if (IsBase64(content)) bytes = Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes));
        return new WrittenBody(type, bytes, fits ? null : UnknownBodies.Refused(content));
    }

    /// <summary>Whether the document wants bytes as Base64 text (OpenAPI 3.0.4, section 4.7.24.2; JSON Schema 2020-12 validation, section 8.3).</summary>
    private static bool IsBase64(BodyContent content)
    {
        var schema = content.Spec.Resolve(content.Media.Schema);
        return schema["format"].GetString() is "byte" or "base64" || schema["contentEncoding"].GetString() == "base64";
    }

    private static byte[] Decoded(string base64) => Convert.FromBase64String(base64);

    private static byte[] EmptyZip() => [0x50, 0x4B, 0x05, 0x06, .. new byte[18]];

    private static byte[] Jpeg() => Decoded(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////2wBDAf/////"
        + "/////////////////////////////////////////////////////////////////////////////////wAARCAABAAEDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAA"
        + "AAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AKAA/9k=");

    private static byte[] Icon() => Decoded(
        "AAABAAEAAQEAAAEAIABDAAAAFgAAAIlQTkcNChoKAAAADUlIRFIAAAABAAAAAQgAAAAAOn6bVQAAAApJREFUeJxj+A8AAQEBALE49hQAAAAASUVORK5CYII=");

    private static byte[] Tiff() => Decoded(
        "SUkqAAgAAAAIAAABAwABAAAAAQAAAAEBAwABAAAAAQAAAAIBAwABAAAACAAAAAMBAwABAAAAAQAAAAYBAwABAAAA"
        + "AQAAABEBBAABAAAAbgAAABYBAwABAAAAAQAAABcBBAABAAAAAQAAAAAAAAD/");

    private static byte[] Wav() => Decoded("UklGRiYAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQIAAACAgA==");
}
