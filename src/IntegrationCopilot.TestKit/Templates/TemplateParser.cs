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
    private readonly TemplatePositions positions = new(text);
    private int position;

    public IReadOnlyList<TemplatePart> Parts => parts;

    public IReadOnlyList<TemplateProblem> Problems => problems;

    public void Parse()
    {
        while (text.IndexOf(Open, position, StringComparison.Ordinal) is var open and >= 0)
        {
            var slashes = SlashesBefore(open);
            AddText(position, open - slashes + (slashes / 2));
            position = open + Open.Length;
            if (slashes % 2 == 1) AddText(open, position);
            else Placeholder(open);
        }

        AddText(position, text.Length);
    }

    /// <summary>Whether a text can be a name.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.');

    private int SlashesBefore(int open)
    {
        var start = open;
        while (start > position && text[start - 1] == '\\') start--;
        return open - start;
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
        if (Mistake(open, name, end) is { } mistake) problems.Add(new(TemplateProblemKind.Syntax, null, mistake) { At = positions.Of(open) });
        else parts.Add(new("", new(name, defaultValue, string.IsNullOrEmpty(description) ? null : description), positions.Of(open)));
    }

    private string? Mistake(int open, string name, char end) => end switch
    {
        Ends.Placeholder => $"The placeholder that starts with '{Quote(open)}' is not closed by '}}}}' before the next begins.",
        Ends.Quotes => $"The default in '{Quote(open)}' is not JSON between its double quotes, or goes on after the closing one.",
        '}' when name.Length == 0 => $"The placeholder '{Quote(open)}' has no name. Write '\\{{{{' for braces that are none.",
        '}' when !IsName(name) =>
            $"'{Quote(open)}' is not a placeholder: a name is letters, digits, '_', '-' and '.', and begins with a letter or '_'. "
            + "Write '\\{{' for braces that are none.",
        '}' => null,
        _ => $"The placeholder that starts with '{Quote(open)}' is not closed by '}}}}'.",
    };

    /// <summary>The placeholder, cut where it ends or is long.</summary>
    private string Quote(int start)
    {
        var end = Math.Clamp(position, start + Open.Length, Math.Min(start + QuotedInMessage, text.Length));
        return text[start..end];
    }

    /// <summary>Reads up to a separator: the end is <c>|</c>, <c>}</c> for the closing braces, or one of <see cref="Ends"/>.</summary>
    private string Field(bool isLast, out char end)
    {
        var start = position;
        end = EndOfField(isLast);
        var field = text.AsSpan(start, position - start);
        position += end switch { '|' => 1, '}' => Close.Length, _ => 0 };
        return field.Trim().ToString();
    }

    /// <summary>Goes on to what ends a field, and looks at nothing behind it, so that the whole takes linear time.</summary>
    private char EndOfField(bool isLast)
    {
        for (; position < text.Length; position++)
        {
            var next = text.AsSpan(position).IndexOfAny('|', '{', '}');
            if (next < 0) break;
            position += next;
            var mark = text[position];
            if (mark == '|' ? !isLast : position + 1 < text.Length && text[position + 1] == mark) return mark;
        }

        position = text.Length;
        return Ends.Text;
    }

    private string Default(out char end)
    {
        var start = position;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        if (start == text.Length || text[start] != '"') return Field(isLast: false, out end);
        var close = EndOfQuoted(start);
        position = close;
        var after = Field(isLast: false, out end);
        if (after.Length > 0 && end != Ends.Placeholder) end = Ends.Quotes;
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
            end = Ends.Quotes;
            return "";
        }
    }

    /// <summary>Ends that no placeholder may have.</summary>
    private static class Ends
    {
        public const char Text = '\0';
        public const char Placeholder = '{';
        public const char Quotes = '"';
    }
}
