using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Bytes of no particular format. A string made for them is their content, so that its bounds hold.</summary>
internal sealed class OctetBodies : IBodyWriter
{
    public bool Knows(MediaTypeName type) => type.Essence is "application/octet-stream" or "binary/octet-stream";

    public WrittenBody Write(BodyContent content)
    {
        if (content.Value.ValueKind == JsonValueKind.String) return new(content.Media.Name, Encoding.UTF8.GetBytes(content.Value.GetString()!));
        return new(content.Media.Name, "sample"u8.ToArray(), UnknownBodies.Refused(content));
    }
}

/// <summary>Types whose syntax the mock does not know: strings are their bytes, other values are written as JSON, and said to be.</summary>
internal sealed class UnknownBodies : IBodyWriter
{
    private static readonly string[] BinaryTypes = ["image", "audio", "video", "font", "model"];

    public bool Knows(MediaTypeName type) => true;

    public WrittenBody Write(BodyContent content)
    {
        var type = content.Media.Type;
        if (BinaryTypes.Contains(type.Type, StringComparer.Ordinal)) return new(content.Media.Name, "sample"u8.ToArray(), Refused(content));
        if (content.Value.ValueKind == JsonValueKind.String) return WrittenBody.Text(content.Media.Name, content.Value.GetString()!);
        var body = Encoding.UTF8.GetBytes(content.Value.GetRawText());
        return new(content.Media.Name, body, $"The mock does not know the syntax of {type.Essence}; the value is written as JSON.");
    }

    public static string Refused(BodyContent content) => 
        $"The mock has no {content.Media.Name} for what the document describes there; the bytes are a stopgap.";
}
