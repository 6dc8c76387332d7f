using System.CommandLine;
using System.CommandLine.Parsing;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>Says what is wrong with a command line, so that the word at fault is named and not one that stands beside it.</summary>
internal static class ParseMistakes
{
    /// <summary>What is wrong, most telling first; empty when nothing is.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed, IReadOnlyList<string> args)
    {
        if (UnknownCommand(parsed) is { } command) return [command];
        var options = UnknownOptions(parsed, args);
        return options.Count > 0 ? options : [.. parsed.Errors.Select(e => e.Message)];
    }

    private static string? UnknownCommand(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not { Subcommands: { Count: > 0 } known }
            || parsed.UnmatchedTokens.FirstOrDefault(t => !IsOption(t)) is not { } given)
            return null;
        return $"There is no command '{given}'; the commands are {string.Join(", ", known.Select(c => c.Name))}.";
    }

    /// <summary>The parser takes an option it does not know for the value of an argument. After <c>--</c> everything is a value.</summary>
    private static List<string> UnknownOptions(ParseResult parsed, IReadOnlyList<string> args)
    {
        if (args.Contains("--")) return [];
        var values = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens.Select(t => t.Value));
        return [.. values.Concat(parsed.UnmatchedTokens).Where(IsOption).Distinct(StringComparer.Ordinal).Select(o => $"There is no option '{o}' here.")];
    }

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';
}
