using System.CommandLine;

namespace IntegrationCopilot.Cli.Arguments;

/// <summary>For whom an answer is written.</summary>
internal static class FormatOption
{
    public const string Json = "json";

    private const string Text = "text";

    /// <param name="forPeople">The format for people, which is the default.</param>
    public static Option<string> Create(string forPeople = Text)
    {
        var option = new Option<string>("--format") { Description = $"How to answer: {forPeople} (the default) for people, json for scripts.",
            DefaultValueFactory = _ => forPeople };
        return option.AcceptOnlyFromAmong(forPeople, Json);
    }

    /// <param name="other">A format besides text and JSON.</param>
    /// <param name="use">What it is for.</param>
    public static Option<string> Create(string other, string use) => new Option<string>("--format")
    {
        Description = $"How to answer: {Text} (the default) for people, {Json} for scripts, {other} {use}.",
        DefaultValueFactory = _ => Text,
    }.AcceptOnlyFromAmong(Text, Json, other);
}
