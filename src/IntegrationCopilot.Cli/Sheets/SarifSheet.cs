using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IntegrationCopilot.Cli.Sheets;

/// <summary>Findings as SARIF 2.1.0 (OASIS Standard), as code scanning reads it, each at its line of the document.</summary>
internal static class SarifSheet
{
    private const string Root = "%SRCROOT%";
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Sheet sheet, TextWriter output)
    {
        using var content = new MemoryStream();
        using (var writer = new Utf8JsonWriter(content, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            writer.WriteString("version", "2.1.0");
            writer.WriteStartArray("runs");
            WriteRun(writer, sheet);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(content.ToArray()));
    }

    private static void WriteRun(Utf8JsonWriter writer, Sheet sheet)
    {
        var rules = sheet.Findings.Select(finding => finding.Rule).Distinct(StringComparer.Ordinal).ToList();
        writer.WriteStartObject();
        WriteTool(writer, rules);
        writer.WriteStartObject("originalUriBaseIds");
        writer.WriteStartObject(Root);
        WriteText(writer, "description", "The folder that the command was started in.");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteString("columnKind", "utf16CodeUnits");
        writer.WriteStartArray("results");
        foreach (var finding in sheet.Findings) WriteResult(writer, finding, rules.IndexOf(finding.Rule));
        writer.WriteEndArray();
        writer.WriteStartObject("properties");
        writer.WriteString("title", sheet.Title);
        writer.WriteString("summary", sheet.Summary);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter writer, IEnumerable<string> rules)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "integration-copilot");
        writer.WriteString("version",
            typeof(SarifSheet).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0");
        writer.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("id", rule);
            WriteText(writer, "shortDescription", $"{rule.Replace('-', ' ')}.");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter writer, SheetFinding finding, int rule)
    {
        writer.WriteStartObject();
        writer.WriteString("ruleId", finding.Rule);
        writer.WriteNumber("ruleIndex", rule);
        writer.WriteString("level", finding.Level.ToString().ToLowerInvariant());
        WriteText(writer, "message", finding.Message);
        WriteLocation(writer, finding);
        writer.WriteNumber("occurrenceCount", finding.Count);
        writer.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter writer, SheetFinding finding)
    {
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        if (finding.Place is { } place)
        {
            writer.WriteStartObject("physicalLocation");
            WriteArtifact(writer, place.Document);
            if (place.Line > 0)
            {
                writer.WriteStartObject("region");
                writer.WriteNumber("startLine", place.Line);
                if (place.Column > 1) writer.WriteNumber("startColumn", place.Column);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteStartArray("logicalLocations");
        foreach (var operation in finding.Operations)
        {
            writer.WriteStartObject();
            writer.WriteString("fullyQualifiedName", operation);
            writer.WriteString("kind", "function");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    /// <summary>A file by its path from the folder the command is called in, where it is beneath that.</summary>
    private static void WriteArtifact(Utf8JsonWriter writer, string document)
    {
        writer.WriteStartObject("artifactLocation");
        if (Uri.TryCreate(document, UriKind.Absolute, out var url) && !url.IsFile) writer.WriteString("uri", url.AbsoluteUri);
        else
        {
            var path = Path.IsPathRooted(document) ? Path.GetRelativePath(Directory.GetCurrentDirectory(), document) : document;
            if (path.StartsWith("..", StringComparison.Ordinal)) path = Path.GetFileName(document);
            writer.WriteString("uri", string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString)));
            writer.WriteString("uriBaseId", Root);
        }

        writer.WriteEndObject();
    }

    /// <remarks>What looks like an embedded link (section 3.11.6) is none.</remarks>
    private static void WriteText(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text.Replace("](", "\\](", StringComparison.Ordinal));
        writer.WriteEndObject();
    }
}
