using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Replaces the secrets in <c>name=value&amp;…</c>, as queries and URL-encoded forms are written; pairs without secrets keep their spelling.</summary>
internal static class PairScrubber
{
    public static string Scrub(string pairs, SecretNames names, Redaction redaction)
    {
        var output = new StringBuilder(pairs.Length);
        foreach (var range in pairs.AsSpan().Split('&'))
        {
            if (range.Start.Value > 0) output.Append('&');
            Append(pairs.AsSpan()[range], names, redaction, output);
        }

        return output.ToString();
    }

    private static void Append(ReadOnlySpan<char> pair, SecretNames names, Redaction redaction, StringBuilder output)
    {
        var equals = pair.IndexOf('=');
        var nameLength = Math.Max(equals, 0);
        output.Append(pair[..(equals + 1)]);
        var raw = pair[(equals + 1)..];
        var value = Decode(raw);
        if (names.Contains(Decode(pair[..nameLength])))
        {
            output.Append(redaction.Masked(value));
            return;
        }

        var scrubbed = redaction.Text(value);
        if (string.Equals(scrubbed, value, StringComparison.Ordinal)) output.Append(raw);
        else output.Append(Placeholders.IsPlaceholder(scrubbed) ? scrubbed : Uri.EscapeDataString(scrubbed));
    }

    private static string Decode(ReadOnlySpan<char> encoded) => Uri.UnescapeDataString(encoded.ToString().Replace('+', ' '));
}
