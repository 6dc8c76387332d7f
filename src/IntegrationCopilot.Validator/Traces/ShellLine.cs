using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace IntegrationCopilot.Validator;

/// <summary>Writes a line for a shell, word by word.</summary>
internal sealed partial class ShellLine
{
    private readonly StringBuilder line = new();
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);

    /// <summary>Text of ours, as it stands.</summary>
    public ShellLine Plain(string text)
    {
        line.Append(text);
        return this;
    }

    /// <summary>Text of anybody as one word, or as the rest of one; placeholders of secrets as variables.</summary>
    public ShellLine Word(string text)
    {
        text = WellFormed(text);
        var from = 0;
        foreach (Match secret in Secrets().Matches(text))
        {
            if (secret.Index > from) Quote(text[from..secret.Index]);
            line.Append(CultureInfo.InvariantCulture, $"\"${Variable(secret.Groups["digits"].Value)}\"");
            from = secret.Index + secret.Length;
        }

        if (from < text.Length || from == 0) Quote(text[from..]);
        return this;
    }

    public override string ToString() => line.ToString();

    /// <summary>Half a surrogate pair has no bytes in UTF-8; U+FFFD stands in for it.</summary>
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private string Variable(string secret)
    {
        if (!variables.TryGetValue(secret, out var name))
            variables[secret] = name = variables.Count == 0 ? "SECRET" : string.Create(CultureInfo.InvariantCulture, $"SECRET_{variables.Count + 1}");
        return name;
    }

    private void Quote(string text)
    {
        if (text.EnumerateRunes().All(IsShown)) line.Append('\'').AppendJoin(@"'\''", text.Split('\'')).Append('\'');
        else Escape(text);
    }

    /// <remarks>
    /// No quotation mark stands in what is written, so that a shell that does not know <c>$'…'</c> takes it for text of another spelling, and for nothing else.
    /// </remarks>
    private void Escape(string text)
    {
        line.Append("$'");
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsShown(rune) && rune.Value is not ('\'' or '\\'))
            {
                line.Append(rune.ToString());
                continue;
            }

            foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)]) line.Append('\\').Append(Convert.ToString(octet, 8).PadLeft(3, '0'));
        }

        line.Append('\'');
    }

    /// <summary>Whether a terminal shows it, where it stands, on the same line.</summary>
    private static bool IsShown(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned);

    /// <summary>What <see cref="Placeholders"/> make, as it is and as URLs spell it.</summary>
    [GeneratedRegex(@"(?:\[redacted:(?<digits>[0-9a-f]{8})\])|(?:%5Bredacted%3A(?<digits>[0-9a-f]{8})%5D)",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Secrets();
}
