using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace IntegrationCopilot.Validator;

/// <summary>Replaces the secrets in text that is JSON, holds JSON, or is no JSON at all; everything else stays as it was written.</summary>
/// <remarks>
/// <para>It does not parse: truncated, malformed and concatenated documents are redacted like others. One pass, no recursion over depth; a string that holds
/// JSON itself is scrubbed as such, up to four levels, and below that taken for a secret.</para>
/// <para>A secret that was a number becomes a string, so the text stays JSON.</para>
/// </remarks>
internal sealed class JsonScrubber
{
    /// <summary>Text with none of these has no JSON in it.</summary>
    public static readonly SearchValues<char> Structure = SearchValues.Create("\"{[");

    private const int MaxNesting = 4;
    private static readonly SearchValues<char> LiteralEnd = SearchValues.Create("{}[],:\" \t\r\n");

    private readonly string text;
    private readonly Redaction redaction;
    private readonly int level;
    private readonly StringBuilder output;
    private readonly JsonStep[] steps;
    private int position;
    private int flushed;
    private int depth;
    private int maskedFrom = int.MaxValue;
    private bool isNextMasked;
    private char before;

    private JsonScrubber(string text, Redaction redaction, int level)
    {
        this.text = text;
        this.redaction = redaction;
        this.level = level;
        output = new StringBuilder(text.Length);
        steps = new JsonStep[redaction.Rules.Paths.Depth];
    }

    public static string Scrub(string text, Redaction redaction) => new JsonScrubber(text, redaction, 0).Run();

    private string Run()
    {
        while (position < text.Length)
        {
            var c = text[position];
            switch (c)
            {
                case '"':
                    String();
                    c = 's';
                    break;
                case '{' or '[':
                    Open(c == '[');
                    break;
                case '}' or ']':
                    Close();
                    break;
                case ',':
                    NextMember();
                    break;
                case ':' or ' ' or '\t' or '\r' or '\n':
                    position++;
                    break;
                default:
                    Literal();
                    break;
            }

            if (!char.IsWhiteSpace(c)) before = c;
        }

        Flush();
        return output.ToString();
    }

    private void Flush()
    {
        redaction.AppendText(text.AsSpan(flushed, position - flushed), output);
        flushed = position;
    }

    private void Open(bool isArray)
    {
        if (IsMasked()) maskedFrom = Math.Min(maskedFrom, depth);
        isNextMasked = false;
        if (depth < steps.Length) steps[depth] = new JsonStep { IsIndex = isArray };
        depth++;
        position++;
    }

    private void Close()
    {
        if (depth > 0) depth--;
        if (depth <= maskedFrom) maskedFrom = int.MaxValue;
        isNextMasked = false;
        position++;
    }

    private void NextMember()
    {
        isNextMasked = false;
        if (depth > 0 && depth <= steps.Length) steps[depth - 1].Index++;
        position++;
    }

    private bool IsMasked() =>
        isNextMasked || maskedFrom < int.MaxValue || (depth <= steps.Length && depth > 0 && redaction.Rules.Paths.Match(steps.AsSpan(0, depth)));

    private void String()
    {
        Flush();
        var start = position + 1;
        var end = EndOfString(start);
        position = flushed = Math.Min(end + 1, text.Length);
        var raw = text.AsSpan(start, end - start);
        var isName = NextSignificant(position) == ':';
        output.Append('"');
        if (!isName && IsMasked()) output.Append(redaction.Masked(Unescape(raw)));
        else AppendContent(raw);
        if (end < text.Length) output.Append('"');
        if (isName) Name(raw);
    }

    private void Name(ReadOnlySpan<char> raw)
    {
        var isStep = depth > 0 && depth <= steps.Length;
        if (!isStep && !raw.Contains('\\'))
        {
            isNextMasked = redaction.Rules.PropertyNames.Contains(raw);
            return;
        }

        var name = Unescape(raw);
        isNextMasked = redaction.Rules.PropertyNames.Contains(name);
        if (isStep) steps[depth - 1].Name = name;
    }

    private void AppendContent(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('\\'))
        {
            redaction.AppendText(raw, output);
            return;
        }

        var plain = Unescape(raw);
        var scrubbed = ScrubPlain(plain);
        if (string.Equals(plain, scrubbed, StringComparison.Ordinal)) output.Append(raw);
        else output.Append(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(scrubbed));
    }

    private string ScrubPlain(string plain) => level < MaxNesting ? new JsonScrubber(plain, redaction, level + 1).Run() : redaction.Masked(plain);

    private void Literal()
    {
        var start = position;
        var length = text.AsSpan(start).IndexOfAny(LiteralEnd);
        var end = length < 0 ? text.Length : start + length;
        var literal = text.AsSpan(start, end - start);
        if (IsMasked() && !IsPlain(literal)) Replace(end, redaction.Masked(literal));
        else if (IsValue(end) && redaction.TryScrub(literal, out var scrubbed)) Replace(end, scrubbed);
        position = end;
    }

    private static bool IsPlain(ReadOnlySpan<char> literal) => literal is "true" or "false" or "null";

    /// <summary>Writes something else in place of the literal at the current position: as a string where JSON needs one.</summary>
    private void Replace(int end, string replacement)
    {
        Flush();
        if (depth > 0) output.Append('"');
        output.Append(replacement);
        if (depth > 0) output.Append('"');
        flushed = end;
    }

    /// <summary>Whether a literal stands where JSON has a value.</summary>
    private bool IsValue(int end) => depth > 0 && before is ':' or ',' or '[' && NextSignificant(end) is ',' or ']' or '}' or '\0';

    private char NextSignificant(int from)
    {
        var rest = text.AsSpan(from).TrimStart(" \t\r\n");
        return rest.IsEmpty ? '\0' : rest[0];
    }

    private int EndOfString(int start)
    {
        while (start < text.Length && text.AsSpan(start).IndexOfAny('"', '\\') is var offset and >= 0)
        {
            if (text[start + offset] == '"') return start + offset;
            start += offset + 2;
        }

        return text.Length;
    }

    /// <summary>The text a JSON string stands for; escapes that are none are left as they are.</summary>
    private static string Unescape(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('\\')) return raw.ToString();
        var plain = new StringBuilder(raw.Length);
        while (raw.IndexOf('\\') is var at and >= 0)
        {
            plain.Append(raw[..at]);
            raw = raw[at..];
            raw = raw[UnescapeOne(raw, plain)..];
        }

        return plain.Append(raw).ToString();
    }

    private static int UnescapeOne(ReadOnlySpan<char> escape, StringBuilder plain)
    {
        if (escape.Length >= 6 && escape[1] == 'u'
            && ushort.TryParse(escape.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            plain.Append((char)unit);
            return 6;
        }

        if (escape.Length == 1)
        {
            plain.Append('\\');
            return 1;
        }

        plain.Append(escape[1] switch { 'b' => '\b', 't' => '\t', 'n' => '\n', 'f' => '\f', 'r' => '\r', var other => other });
        return 2;
    }
}
