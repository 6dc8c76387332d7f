using System.CommandLine;
using System.CommandLine.Parsing;
using IntegrationCopilot.Cli.Arguments;

namespace IntegrationCopilot.Cli.Config;

/// <summary>The runs that a command line asks for: one for each document, each as a command line of its own with what the file of settings adds.</summary>
/// <param name="spec">The documents that are named.</param>
internal sealed class ConfiguredRuns(SpecInput spec)
{
    /// <summary>Stands for the name of the document in the path of what is written or read for each of several.</summary>
    private const string NamePlace = "{name}";

    private static readonly string[] OnePerDocument = ["--report", "--baseline"];

    /// <param name="terminal">Where it is told which file of settings is used.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="isTold">Whether it is told.</param>
    /// <exception cref="MisuseException">There is no document, or the file of settings is wrong.</exception>
    public IReadOnlyList<ParseResult> Of(Terminal terminal, ParseResult parsed, bool isTold = true)
    {
        var apis = Apis(terminal, parsed, isTold);
        List<Run> runs = apis is not null
            ? [.. apis.Select(api => new Run(api.Document, Options(api, parsed)))]
            : [.. spec.Named(parsed).Select(document => new Run(document, []))];
        return [.. runs.Select(run => Parse(parsed, run, runs.Count > 1))];
    }

    /// <summary>The APIs of the file of settings that are meant; null when no file is used.</summary>
    private List<ConfiguredApi>? Apis(Terminal terminal, ParseResult parsed, bool isTold)
    {
        if (spec.ConfigOf(terminal, parsed) is not { } config) return null;
        if (isTold) terminal.WriteErrorLine($"Settings of {config.Path}");
        var named = spec.Named(parsed).Select(SpecInput.FullName).ToList();
        if (named.Count == 0) return [.. config.Apis];
        if (named.Find(document => !config.Apis.Any(api => api.Document == document)) is { } other)
            throw new MisuseException($"{config.Path} says nothing of '{other}'; it is about {string.Join(", ", config.Apis.Select(api => api.Document))}.");
        return [.. config.Apis.Where(api => named.Contains(api.Document))];
    }

    /// <summary>What the file adds: what is said on the command line is not said again.</summary>
    private static IEnumerable<string> Options(ConfiguredApi api, ParseResult parsed)
    {
        var environment = parsed.GetValue<string?>(TargetOptions.EnvironmentName) ?? api.Environment;
        var withTarget = !IsGiven(parsed, TargetOptions.BaseUrlName);
        return api.Options(environment, withTarget).Where(option => !IsSaid(parsed, option)).Select(option => option.Word);
    }

    private static bool IsSaid(ParseResult parsed, ConfiguredOption option) =>
        IsGiven(parsed, option.Name) && parsed.GetResult(option.Name)!.Tokens.DefaultIfEmpty().Any(word => word is null || option.IsSaidBy(word.Value));

    private static bool IsGiven(ParseResult parsed, string option) => parsed.GetResult(option) is OptionResult { Implicit: false };

    /// <summary>The command line again, about one document.</summary>
    private ParseResult Parse(ParseResult parsed, Run run, bool isOneOfSeveral)
    {
        var documents = spec.WordsOf(parsed);
        var kept = parsed.Tokens.Where(word => word.Type != TokenType.DoubleDash && !documents.Contains(word, ReferenceEqualityComparer.Instance));
        var words = Joined(kept).Concat(run.Options).Select(word => word.Replace(NamePlace, NameOf(run.Document), StringComparison.Ordinal));
        var again = parsed.RootCommandResult.Command.Parse([.. words, "--", run.Document], parsed.Configuration);
        if (again.Errors.Count > 0) throw new MisuseException(again.Errors[0].Message);
        if (isOneOfSeveral) RefuseShared(parsed);
        return again;
    }

    /// <summary>Each option as one word with its value, so that a value that looks like an option stays a value.</summary>
    private static List<string> Joined(IEnumerable<Token> tokens)
    {
        var words = new List<string>();
        foreach (var token in tokens)
        {
            if (token.Type == TokenType.Argument && words.Count > 0) words[^1] = $"{words[^1]}={token.Value}";
            else words.Add(token.Value);
        }

        return words;
    }

    private static string NameOf(string document) => Path.GetFileName(document).Split('.')[0];

    /// <summary>Several documents do not write to one file, one over the other.</summary>
    private static void RefuseShared(ParseResult parsed)
    {
        foreach (var option in OnePerDocument)
        {
            if (parsed.GetResult(option)?.Tokens.FirstOrDefault(IsShared) is { } shared)
                throw new MisuseException(
                    $"{option} {shared.Value} is for one document, and there are several; write {NamePlace} in it, which stands for the name of each.");
        }
    }

    private static bool IsShared(Token word) =>
        !word.Value.Contains(NamePlace, StringComparison.Ordinal) && !word.Value.EndsWith("=-", StringComparison.Ordinal);

    private readonly record struct Run(string Document, IEnumerable<string> Options);
}
