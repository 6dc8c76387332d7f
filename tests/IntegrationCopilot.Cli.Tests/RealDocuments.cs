using System.Text.RegularExpressions;

namespace IntegrationCopilot.Cli.Tests;

/// <summary>The API descriptions of a corpus folder: files beside each other, and folders that each hold one or more descriptions of several files.</summary>
internal static partial class RealDocuments
{
    private static readonly string[] Endings = [".json", ".yaml", ".yml"];

    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder).Where(IsDocument)
            .Concat(Directory.EnumerateDirectories(folder, "*-multifile").SelectMany(inner => Directory.EnumerateFiles(inner, "*", SearchOption.AllDirectories))
                .Where(file => IsDocument(file) && NamesItsVersion(file)))
            .Order(StringComparer.Ordinal);

    private static bool IsDocument(string file) => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private static bool NamesItsVersion(string file) => Version().IsMatch(File.ReadAllText(file));

    [GeneratedRegex("^[ {]*\"?(openapi|swagger)\"?[ ]*:", RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Version();
}
