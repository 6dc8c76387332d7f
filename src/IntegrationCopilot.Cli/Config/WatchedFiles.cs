using System.CommandLine;
using IntegrationCopilot.Cli.Arguments;
using IntegrationCopilot.Cli.Input;

namespace IntegrationCopilot.Cli.Config;

/// <summary>The files that runs depend on.</summary>
/// <param name="spec">Which words of a command line name documents.</param>
internal sealed class WatchedFiles(SpecInput spec)
{
    private static readonly string[] ThatAreRead = ["--profile", "--suite", "--config", "--body", "--baseline"];
    private static readonly string[] ThatAreWritten = ["--report", "--traces"];

    /// <summary>The documents, and the files that options name.</summary>
    /// <exception cref="MisuseException">A document is no file.</exception>
    public FileChanges Of(IReadOnlyList<ParseResult> runs) =>
        new([.. runs.Select(run => FileOf(spec.WordsOf(run)[0].Value)).Concat(Paths(runs, ThatAreRead)).Select(Path.GetFullPath)],
            Paths(runs, ThatAreWritten).Select(Path.GetFullPath));

    /// <summary>The full path of a document.</summary>
    /// <exception cref="MisuseException">It is no file.</exception>
    public static string FileOf(string document) => document == SpecLoader.StandardInput || HttpUrl.Is(document)
        ? throw new MisuseException("--watch watches files; the document is none.")
        : Path.GetFullPath(document);

    /// <summary>What stands alone, or after a name and an equals sign.</summary>
    private static IEnumerable<string> Paths(IReadOnlyList<ParseResult> runs, string[] options) =>
        from run in runs
        from option in options
        from word in run.GetResult(option)?.Tokens ?? []
        select word.Value[(word.Value.IndexOf('=', StringComparison.Ordinal) + 1)..];
}
