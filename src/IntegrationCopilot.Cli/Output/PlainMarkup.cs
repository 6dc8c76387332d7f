using IntegrationCopilot.TestKit;
using Spectre.Console;

namespace IntegrationCopilot.Cli;

/// <summary>Text of others between our own markup.</summary>
internal static class PlainMarkup
{
    /// <summary>The text as markup that shows it on one line as it is, brackets and all.</summary>
    public static string Of(string text) => Markup.Escape(HarmlessText.OneLine(text));
}
