using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>One pass over one exchange; it remembers the secrets it came across.</summary>
/// <remarks>Not safe for use by several threads at once.</remarks>
internal sealed class Redaction(RedactionRules rules)
{
    private const int MaxFound = 64;
    private const int ShortestFound = 6;
    private const int LongestFound = 4096;

    private readonly StringBuilder scratch = new();
    private readonly HashSet<string> found = new(StringComparer.Ordinal);

    public RedactionRules Rules => rules;

    /// <summary>Secrets that were recognised by where they stood or by their shape, and were not known before; at most 64.</summary>
    public IReadOnlySet<string> Found => found;

    /// <summary>What stands in place of a secret; an empty value and a placeholder are left as they are.</summary>
    public string Masked(ReadOnlySpan<char> value)
    {
        var secret = value.ToString();
        if (secret.Length == 0 || Placeholders.IsPlaceholder(secret)) return secret;
        if (secret.Length is >= ShortestFound and <= LongestFound && found.Count < MaxFound && !rules.Values.Secrets.Contains(secret)) found.Add(secret);
        return rules.Placeholders.For(secret);
    }

    /// <summary>Writes text with the secrets in it replaced.</summary>
    public void AppendText(ReadOnlySpan<char> text, StringBuilder output)
    {
        while (rules.Values.TryFind(text, out var at, out var length, out var secret))
        {
            AppendShapes(text[..at], output);
            output.Append(Masked(secret));
            text = text[(at + length)..];
        }

        AppendShapes(text, output);
    }

    /// <summary>Text, JSON or not, with the secrets in it replaced.</summary>
    /// <remarks>
    /// XML is looked at as plain text first, because its attributes would be taken for JSON strings that part a tag from its content.
    /// Known secrets are looked for once more at the end, so that none survives across a boundary between tokens.
    /// </remarks>
    public string Text(string text)
    {
        if (!text.AsSpan().ContainsAny(JsonScrubber.Structure)) return Sentence(text);
        var scrubbed = JsonScrubber.Scrub(text.AsSpan().TrimStart().StartsWith('<') ? Plain(text) : text, this);
        return rules.Values.TryFind(scrubbed, out _, out _, out _) ? Plain(scrubbed) : scrubbed;
    }

    /// <summary>A sentence with the secrets in it replaced; names of properties that it quotes mask nothing.</summary>
    public string Sentence(string text) => TryScrub(text, out var scrubbed) ? scrubbed : text;

    /// <summary>Whether there are secrets in a short piece of text, and the text without them.</summary>
    public bool TryScrub(ReadOnlySpan<char> text, out string scrubbed)
    {
        scratch.Clear();
        AppendText(text, scratch);
        scrubbed = scratch.Equals(text) ? "" : scratch.ToString();
        return scrubbed.Length > 0;
    }

    private string Plain(string text)
    {
        var output = new StringBuilder(text.Length);
        AppendText(text, output);
        return output.ToString();
    }

    private void AppendShapes(ReadOnlySpan<char> text, StringBuilder output)
    {
        var copied = 0;
        var position = 0;
        while (position < text.Length && text[position..].IndexOfAny(TokenShapes.Run) is var offset and >= 0)
        {
            var start = position + offset;
            var length = text[start..].IndexOfAnyExcept(TokenShapes.Run);
            var end = length < 0 ? text.Length : start + length;
            position = end;
            if (!TokenShapes.TryMatch(text, start, end, out var secretStart, out var secretEnd)
                && !NamedValues.TryMatch(text, start, end, rules.PropertyNames, out secretStart, out secretEnd))
                continue;
            output.Append(text[copied..secretStart]);
            output.Append(Masked(text[secretStart..secretEnd]));
            copied = position = secretEnd;
        }

        output.Append(text[copied..]);
    }
}
