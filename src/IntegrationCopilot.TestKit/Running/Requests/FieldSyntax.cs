namespace IntegrationCopilot.TestKit;

/// <summary>What the names and values of header fields are made of (RFC 9110, sections 5.1, 5.5 and 5.6.2).</summary>
internal static class FieldSyntax
{
    /// <summary>Whether a text is a token: the name of a field or of a method.</summary>
    public static bool IsToken(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

    /// <summary>Whether a text can be the value of a field, in printable ASCII.</summary>
    public static bool IsValue(string text) => text.All(c => c is '\t' or (>= ' ' and <= '~'));

    /// <summary>Whether a text holds something that would end a line or be lost on the way.</summary>
    public static bool HasControl(string text) => text.Any(c => char.IsControl(c) && c != '\t');
}
