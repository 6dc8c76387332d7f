using System.Text.Json;

namespace IntegrationCopilot.TestKit;

/// <summary>The tool and its rules in SARIF. A rule is a kind of cause.</summary>
internal static class SarifTool
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<CauseKind> rules)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", ReportTool.Name);
        writer.WriteString("version", ReportTool.Version);
        writer.WriteStartArray("rules");
        foreach (var rule in rules) Write(writer, rule);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>The id of a rule, in kebab case.</summary>
    public static string RuleOf(CauseKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static void Write(Utf8JsonWriter writer, CauseKind kind)
    {
        var (name, about, help) = WordsOf(kind);
        writer.WriteStartObject();
        writer.WriteString("id", RuleOf(kind));
        writer.WriteString("name", kind.ToString());
        SarifReport.WriteText(writer, "shortDescription", name);
        SarifReport.WriteText(writer, "fullDescription", about);
        SarifReport.WriteText(writer, "help", help);
        writer.WriteStartObject("defaultConfiguration");
        writer.WriteString("level", kind == CauseKind.RefusedOtherwise ? "warning" : "error");
        writer.WriteEndObject();
        writer.WriteStartObject("properties");
        writer.WriteTexts("tags", ["api", "openapi", "contract"]);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static (string Name, string About, string Help) WordsOf(CauseKind kind) => kind switch
    {
        CauseKind.NotRefused => ("A request that breaks a rule was accepted.",
            "The document says that such a request is wrong, and the API answered it with success.",
            "Let the API refuse such requests, or take the rule out of the document if the API is right to accept them."),
        CauseKind.RefusedOtherwise => ("A request that breaks a rule was refused with another status than is described.",
            "The API refused the request, with a status that the document does not describe for the operation.",
            "Describe the status for this operation, or let the API answer with one that is described."),
        CauseKind.ServerFailed => ("The server failed.", "The API answered with a status of 500 or more where it should have succeeded or refused.",
            "Look for the error in the log of the server: a request, right or wrong, should never make it fail."),
        CauseKind.NotAsDescribed => ("An answer or a delivery is not as the document describes it.",
            "Its status, a header, the media type or the body breaks the description at the line shown.",
            "Let the API answer as the document describes, or correct the document."),
        CauseKind.NotAsExpected => ("Something that a caller relies on does not hold.",
            "What the API did contradicts what the document or a standard says of such requests.",
            "Send the request again and compare the answer with what is expected."),
        CauseKind.NotJudged => ("The answer says nothing about what was asked.", "No verdict was possible.",
            "Give values that the API accepts, and run again."),
        _ => ("Nothing could be tested.", "No answer was to be had, or nothing could be sent.", "Remove what the reason names, and run again."),
    };
}
