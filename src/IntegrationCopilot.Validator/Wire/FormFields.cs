namespace IntegrationCopilot.Validator;

/// <summary>One <c>name=value</c> pair.</summary>
/// <param name="Name">Decoded.</param>
/// <param name="Raw">As written, percent-encoding kept, so that delimiters can be told from data.</param>
/// <param name="HasValue">Whether there was an equals sign.</param>
internal readonly record struct FormField(string Name, string Raw, bool HasValue);

/// <summary>Takes queries and form bodies apart (WHATWG URL, section 5.1).</summary>
internal static class FormFields
{
    /// <summary>The pairs of a query or form body in order; empty ones are left out.</summary>
    public static List<FormField> Parse(ReadOnlySpan<char> text)
    {
        var fields = new List<FormField>();
        foreach (var range in text.Split('&'))
        {
            var pair = text[range];
            if (pair.IsEmpty) continue;
            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair[..equals];
            var value = equals < 0 ? default : pair[(equals + 1)..];
            fields.Add(new FormField(PercentCoding.Decode(name, plusIsSpace: true), value.ToString(), equals >= 0));
        }
        return fields;
    }
}
