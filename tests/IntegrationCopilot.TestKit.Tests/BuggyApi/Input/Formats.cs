namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Formats of texts that the platform does not check.</summary>
internal static class Formats
{
    private const string Symbols = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>An address as RFC 5321, section 4.1.2, writes it, without quotes and address literals.</summary>
    public static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at is > 0 and <= 64 && text[..at].Split('.').All(part => part.Length > 0 && part.All(character => char.IsAsciiLetterOrDigit(character)
            || Symbols.Contains(character)))
            && text[(at + 1)..].Split('.').All(IsLabel);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(character => char.IsAsciiLetterOrDigit(character)
            || character == '-');
}
