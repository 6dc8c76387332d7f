namespace IntegrationCopilot.SpecEngine;

/// <summary>Tells which edition of OpenAPI a document is written in, or why it is none.</summary>
internal static class EditionDetector
{
    public static OpenApiEdition? Detect(RawDocument document, ProblemLog problems)
    {
        var root = document.Root;
        if (!root.IsObject)
        {
            problems.Add(ModelRules.TopLevelNotObject, root, root.IsArray ? "a list" : "a single value");
            return null;
        }
        var version = OpenApiEditions.VersionField(root);
        if (!version.IsDefined)
        {
            problems.Add(ModelRules.NoVersion, root, OtherFormats.NameOf(root) is { } other ? $": it is {other}" : "");
            return null;
        }
        var edition = EditionOf(version.Name, version.GetScalarText() ?? "");
        if (edition is { } known) NoteVersion(root, version, known, problems);
        else problems.Add(ModelRules.UnreadVersion, version, Excerpt.Of(version.GetScalarText() ?? ""));
        return edition;
    }

    private static void NoteVersion(RawNode root, RawNode version, OpenApiEdition edition, ProblemLog problems)
    {
        var text = version.GetScalarText()!;
        if (version.Kind != RawKind.String)
            problems.Add(DescriptionRules.UnquotedVersion, version, edition == OpenApiEdition.V20 ? "2.0" : text.Length == 3 ? text + ".0" : text);
        if (text.Contains('-')) problems.Add(DescriptionRules.PreRelease, version, Excerpt.Of(text), OpenApiEditions.NameOf(edition));
        if (version.Name == "openapi" && root.FindMember("swagger"u8).IsDefined)
            problems.Add(DescriptionRules.TwoVersions, root.FindMember("swagger"u8), Excerpt.Of(text));
    }

    private static OpenApiEdition? EditionOf(string field, string version)
    {
        if (field == "swagger") return version is "2.0" or "2" ? OpenApiEdition.V20 : null;
        if (version.Length > 3 && version[3] != '.') return null;
        return version.AsSpan(0, Math.Min(3, version.Length)) switch
        {
            "3.0" => OpenApiEdition.V30,
            "3.1" => OpenApiEdition.V31,
            "3.2" => OpenApiEdition.V32,
            _ => null,
        };
    }
}
