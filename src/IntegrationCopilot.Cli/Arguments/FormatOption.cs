using System.CommandLine;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>For whom an answer is written.</summary>
internal static class FormatOption
{
    public const string Json = "json";

    /// <param name="forPeople">The format for people, which is the default.</param>
    public static Option<string> Create(string forPeople = "text")
    {
        var option = new Option<string>("--format") { Description = $"How to answer: {forPeople} (the default) for people, json for scripts.",
            DefaultValueFactory = _ => forPeople };
        return option.AcceptOnlyFromAmong(forPeople, Json);
    }
}
