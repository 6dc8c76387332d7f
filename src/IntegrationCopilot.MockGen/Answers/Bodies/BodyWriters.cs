using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>The media types a mock writes. The first writer that knows a type writes it, so particular ones stand before general ones.</summary>
internal static class BodyWriters
{
    private static readonly IBodyWriter[] All =
    [
        new JsonBodies(),
        new PlaceholderBodies(),
        new HtmlBodies(),
        new SerializedBodies(),
        new YamlBodies(),
        new DelimitedBodies(),
        new TextBodies(),
        new OctetBodies(),
    ];

    private static readonly UnknownBodies Otherwise = new();

    /// <summary>Types to choose from where a range is described, the usual ones first.</summary>
    public static IReadOnlyList<string> Common { get; } =
    [
        "application/json", "text/plain", "application/xml", "text/html", "text/csv", "application/yaml", "text/xml", "text/event-stream", "text/markdown",
        "application/x-ndjson", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/mixed", "text/tab-separated-values",
        "application/octet-stream", .. PlaceholderBodies.Types,
    ];

    /// <summary>Whether the syntax of a type is known.</summary>
    public static bool Knows(string contentType)
    {
        var type = MediaTypeName.Parse(contentType);
        return Array.Exists(All, w => w.Knows(type));
    }

    /// <summary>Writes a value as the type its representation names.</summary>
    public static WrittenBody Write(BodyContent content) =>
        (Array.Find(All, w => w.Knows(content.Media.Type)) ?? Otherwise).Write(content);
}
