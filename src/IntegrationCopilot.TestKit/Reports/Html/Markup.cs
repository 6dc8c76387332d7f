using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace IntegrationCopilot.TestKit;

/// <summary>HTML. What stands between the braces of an interpolated text is foreign and is escaped, unless it is HTML itself.</summary>
/// <param name="Text">The HTML.</param>
internal readonly record struct Markup(string Text)
{
    public static Markup Empty { get; } = new("");

    public static Markup Of(MarkupHandler handler) => new(handler.ToString());

    public static Markup All(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part.Text)));

    public override string ToString() => Text;
}

/// <summary>Puts HTML together: literals as they are, texts escaped for elements and quoted attributes, and harmless.</summary>
[InterpolatedStringHandler]
internal readonly struct MarkupHandler(int literalLength, int formattedCount)
{
    private const int UsualText = 16;

    private readonly StringBuilder html = new(literalLength + (formattedCount * UsualText));

    public void AppendLiteral(string literal) => html.Append(literal);

    public void AppendFormatted(Markup markup) => html.Append(markup.Text);

    public void AppendFormatted(IEnumerable<Markup> parts)
    {
        foreach (var part in parts) html.Append(part.Text);
    }

    public void AppendFormatted(int number) => html.Append(CultureInfo.InvariantCulture, $"{number}");

    public void AppendFormatted(double number) => html.Append(CultureInfo.InvariantCulture, $"{number:0.###}");

    public void AppendFormatted(string? text)
    {
        foreach (var c in HarmlessText.Of(text ?? ""))
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(c),
            };
        }
    }

    public override string ToString() => html.ToString();
}
