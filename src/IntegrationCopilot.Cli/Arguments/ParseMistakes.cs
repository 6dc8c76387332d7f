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
        List<string> names = [.. known.Where(c => !c.Hidden).Select(c => c.Name)];
        return Nearest.Slip(given, names) is { } meant
            ? $"There is no command '{given}'; did you mean '{meant}'?"
            : $"There is no command '{given}'; the commands are {string.Join(", ", names)}.";
    }

    /// <summary>The parser takes an option it does not know for the value of an argument. After <c>--</c> everything is a value.</summary>
    private static List<string> UnknownOptions(ParseResult parsed, IReadOnlyList<string> args)
    {
        if (args.Contains("--")) return [];
        var values = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens.Select(t => t.Value));
        return [.. values.Concat(parsed.UnmatchedTokens).Where(IsOption).Distinct(StringComparer.Ordinal).Select(option => UnknownOption(parsed, option))];
    }

    /// <summary>Names the option that was meant, or the commands that take it.</summary>
    private static string UnknownOption(ParseResult parsed, string given)
    {
        var others = parsed.RootCommandResult.Command.Subcommands.Where(command => OptionsOf(command).Contains(given))
            .Select(command => $"'{command.Name}'").ToList();
        if (others.Count > 0) return $"There is no option '{given}' here; {string.Join(", ", others)} {(others.Count == 1 ? "takes" : "take")} it.";
        return Nearest.Slip(given, OptionsOf(parsed.CommandResult.Command)) is { } meant
            ? $"There is no option '{given}' here; did you mean '{meant}'?"
            : $"There is no option '{given}' here.";
    }

    private static IEnumerable<string> OptionsOf(Command command) => command.Options.SelectMany(option => option.Aliases.Prepend(option.Name));

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';
}
