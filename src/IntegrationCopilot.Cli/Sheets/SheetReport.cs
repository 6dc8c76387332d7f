namespace IntegrationCopilot.Cli.Sheets;

/// <summary>A form that a <see cref="Sheet"/> is written in.</summary>
/// <param name="Id">How it is asked for.</param>
/// <param name="Extension">The ending of its files, without a dot.</param>
/// <param name="Write">Writes it.</param>
internal sealed record SheetReport(string Id, string Extension, Action<Sheet, TextWriter> Write)
{
    public static SheetReport Json { get; } = new("json", "json", static (sheet, output) => sheet.WriteJson(output));

    public static SheetReport Sarif { get; } = new("sarif", "sarif", SarifSheet.Write);

    public static SheetReport Markdown { get; } = new("markdown", "md", MarkdownSheet.Write);

    public static SheetReport JUnit { get; } = new("junit", "xml", JUnitSheet.Write);
}
