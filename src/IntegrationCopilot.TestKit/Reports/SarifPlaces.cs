using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Documents and places in them, in SARIF.</summary>
internal static class SarifPlaces
{
    /// <summary>Stands for the folder that paths are relative to.</summary>
    public const string Root = "%SRCROOT%";

    public static void WriteArtifacts(Utf8JsonWriter writer, TestedDocument? document, IEnumerable<Defect> defects)
    {
        writer.WriteStartArray("artifacts");
        var others = defects.Select(defect => defect.Cause.Place?.Document);
        foreach (var name in others.Prepend(document?.Name).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            WriteLocation(writer, "location", name);
            if (name == document?.Name) WriteHash(writer, document.Sha256);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The line; of what has none the document, and the operations in any case.</summary>
    public static void Write(Utf8JsonWriter writer, Defect defect, TestedDocument? document)
    {
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        var place = defect.Cause.Place;
        if ((place?.Document ?? document?.Name) is { } name)
        {
            writer.WriteStartObject("physicalLocation");
            WriteLocation(writer, "artifactLocation", name);
            if (place is { Line: > 0 }) WriteRegion(writer, place);
            writer.WriteEndObject();
        }

        writer.WriteStartArray("logicalLocations");
        foreach (var operation in defect.Operations) Write(writer, operation, "function");
        if (place is { Pointer.Length: > 0 }) Write(writer, place.Pointer, "element");
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteRegion(Utf8JsonWriter writer, SourceLocation place)
    {
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", place.Line);
        if (place.Column > 1) writer.WriteNumber("startColumn", place.Column);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, string kind)
    {
        writer.WriteStartObject();
        writer.WriteString("fullyQualifiedName", name);
        writer.WriteString("kind", kind);
        writer.WriteEndObject();
    }

    private static void WriteHash(Utf8JsonWriter writer, string sha256)
    {
        writer.WriteStartObject("hashes");
        writer.WriteString("sha-256", sha256);
        writer.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter writer, string member, string name)
    {
        writer.WriteStartObject(member);
        if (Uri.TryCreate(name, UriKind.Absolute, out var url) && !url.IsFile)
        {
            writer.WriteString("uri", url.AbsoluteUri);
        }
        else
        {
            writer.WriteString("uri", string.Join('/', name.Split('/').Select(Uri.EscapeDataString)));
            writer.WriteString("uriBaseId", Root);
        }

        writer.WriteEndObject();
    }
}
