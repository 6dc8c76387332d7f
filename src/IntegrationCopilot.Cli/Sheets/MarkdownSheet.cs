using System.Globalization;
using System.Text;
using IntegrationCopilot.TestKit;

namespace IntegrationCopilot.Cli.Sheets;

/// <summary>Findings as markdown of GitHub, for a comment or the summary of a step.</summary>
internal static class MarkdownSheet
{
    /// <summary>GitHub takes 1 MiB, and nobody reads more than this.</summary>
    private const int Shown = 500;

    public static void Write(Sheet sheet, TextWriter output)
    {
        output.WriteLine($"## {Text(sheet.Title)}\n\n{Text(sheet.Summary)}");
        if (sheet.Findings.Count == 0) return;
        output.WriteLine("\n| | what | where | operations |\n|---|---|---|---|");
        foreach (var finding in sheet.Findings.Take(Shown)) output.WriteLine(Row(finding));
        if (sheet.Findings.Count > Shown) output.WriteLine($"\nAnd {sheet.Findings.Count - Shown} more; the report of kind json lists them all.");
    }

    private static string Row(SheetFinding finding)
    {
        var count = finding.Count == 1 ? "" : $" ({finding.Count.ToString("N0", CultureInfo.InvariantCulture)} times)";
        var place = finding.Place is { } at ? $"<code>{Text($"{Path.GetFileName(at.Document)}:{at.Line}")}</code>" : "";
        var operations = string.Join(", ", finding.Operations.Take(3).Select(Text));
        var more = finding.Operations.Count > 3 ? $" and {finding.Operations.Count - 3} more" : "";
        return $"| {finding.Level.ToString().ToLowerInvariant()} | <code>{Text(finding.Rule)}</code> {Text(finding.Message)}{count} | {place} "
            + $"| {operations}{more} |";
    }

    /// <summary>Text in one line in which nothing is markup.</summary>
    private static string Text(string text)
    {
        var output = new StringBuilder();
        foreach (var c in HarmlessText.OneLine(text))
        {
            if (char.IsAscii(c) && !char.IsLetterOrDigit(c) && c is not (' ' or '.' or ',' or ':' or ';' or '/' or '(' or ')' or '-'))
                output.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            else output.Append(c);
        }

        return output.ToString();
    }
}
