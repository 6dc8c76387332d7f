using System.Text.Json;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Takes a template apart, from left to right and once.</summary>
internal sealed class TemplateParser(string text)
{
    /// <summary>What a placeholder begins with.</summary>
    public const string Open = "{{";

    private const string Close = "}}";
    private const int QuotedInMessage = 40;

    private readonly List<TemplatePart> parts = [];
    private readonly List<TemplateProblem> problems = [];
    private int position;
    private int nextClose = text.IndexOf(Close, StringComparison.Ordinal);

    public IReadOnlyList<TemplatePart> Parts => parts;

    public IReadOnlyList<TemplateProblem> Problems => problems;

    public void Parse()
    {
        while (text.IndexOf(Open, position, StringComparison.Ordinal) is var open and >= 0)
        {
            if (open > position && text[open - 1] == '\\')
            {
                AddText(position, open - 1);
                AddText(open, open + Open.Length);
                position = open + Open.Length;
                continue;
            }

            AddText(position, open);
            position = open + Open.Length;
            Placeholder(open);
        }

        AddText(position, text.Length);
    }

    private void AddText(int start, int end)
    {
        if (end > start) parts.Add(new(text[start..end], null));
    }

    private void Placeholder(int open)
    {
        var name = Field(isLast: false, out var end);
        string? defaultValue = null;
        string? description = null;
        if (end == '|') defaultValue = Default(out end);
        if (end == '|') description = Field(isLast: true, out end);
        if (end != '}') Fail(null, $"The placeholder that starts with '{Quote(open)}' is not closed by '}}}}', or its default goes on after a closing quote.");
        else if (!IsName(name))
            Fail(null, $"'{Quote(open)}' is not a placeholder: a name is letters, digits, '_', '-' and '.', and begins with a letter or '_'. Write '\\{{{{' for braces that are none.");
        else parts.Add(new("", new(name, defaultValue, string.IsNullOrEmpty(description) ? null : description)));
    }

    private void Fail(string? variable, string message) => problems.Add(new(TemplateProblemKind.Syntax, variable, message));

    private string Quote(int start) => text.Substring(start, Math.Min(QuotedInMessage, text.Length - start));

    /// <summary>Reads up to a separator: the end is <c>|</c>, <c>}</c> for the closing braces, or nothing.</summary>
    private string Field(bool isLast, out char end)
    {
        var rest = text.AsSpan(position);
        var close = NextClose() - position;
        var length = close < 0 ? rest.Length : close;
        var bar = isLast ? -1 : rest[..length].IndexOf('|');
        end = bar >= 0 ? '|' : close >= 0 ? '}' : '\0';
        var field = rest[..(bar >= 0 ? bar : length)];
        position += field.Length + (end switch { '|' => 1, '}' => Close.Length, _ => 0 });
        return field.Trim().ToString();
    }

    /// <summary>Position of the closing braces at or after the current position, looked for once; negative beyond any position when there are none.</summary>
    private int NextClose()
    {
        if (nextClose >= 0 && nextClose < position) nextClose = text.IndexOf(Close, position, StringComparison.Ordinal);
        return nextClose < 0 ? int.MinValue / 2 : nextClose;
    }

    private string Default(out char end)
    {
        var start = position;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        if (start == text.Length || text[start] != '"') return Field(isLast: false, out end);
        var close = EndOfQuoted(start);
        position = close;
        var after = Field(isLast: false, out end);
        if (after.Length > 0) end = '\0';
        return Unquote(start, close, ref end);
    }

    /// <summary>Position after the closing quote, or the end of the text.</summary>
    private int EndOfQuoted(int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '"') return i + 1;
            if (text[i] == '\\') i++;
        }

        return text.Length;
    }

    private string Unquote(int start, int close, ref char end)
    {
        try
        {
            return JsonSerializer.Deserialize(text.AsSpan(start, close - start), GeneratedJson.Default.String) ?? "";
        }
        catch (JsonException)
        {
            end = '\0';
            return "";
        }
    }

    private static bool IsName(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');
}
