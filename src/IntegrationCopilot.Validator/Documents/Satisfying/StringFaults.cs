namespace IntegrationCopilot.Validator;

/// <summary>Why no text has the length that a conjunction asks for.</summary>
internal static class StringFaults
{
    /// <summary>The fewest characters a text of a format has, and the most.</summary>
    private static readonly Dictionary<string, (int Fewest, int Most)> Formats = new(StringComparer.Ordinal)
    {
        ["date"] = (10, 10),
        ["date-time"] = (20, int.MaxValue),
        ["time"] = (9, int.MaxValue),
        ["uuid"] = (36, 36),
        ["ipv4"] = (7, 15),
        ["ipv6"] = (2, 45),
        ["email"] = (3, int.MaxValue),
        ["uri"] = (2, int.MaxValue),
        ["duration"] = (3, int.MaxValue),
    };

    public static Fault? Of(Conjunction all)
    {
        var low = new Limit(0, all.Parts[0], "minLength");
        var high = new Limit(int.MaxValue, all.Parts[0], "maxLength");
        foreach (var part in all.Parts)
        {
            if (part.Strings is not { } rules) continue;
            Narrow(rules.MinLength, rules.MaxLength, part, "minLength", "maxLength");
            if (rules.Format is { } format && Formats.TryGetValue(format.Name, out var length)) Narrow(length.Fewest, length.Most, part, "format", "format");
            if (rules.Pattern is not { } pattern) continue;
            var (fewest, most) = PatternLengths.Of(pattern.Source);
            Narrow(fewest, most, part, "pattern", "pattern");
        }
        if (low.Length <= high.Length) return null;
        return low.Part == high.Part && low.Keyword == "minLength" && high.Keyword == "maxLength" ? Fault.Told
            : new Fault($"a text has at least {low.Length} characters by {Fault.Name(low.Part, low.Keyword)}, and at most {high.Length} by {Fault.Name(high.Part, high.Keyword)}");

        void Narrow(int fewest, int most, SchemaNode part, string lower, string upper)
        {
            if (fewest > low.Length) low = new(fewest, part, lower);
            if (most < high.Length) high = new(most, part, upper);
        }
    }

    private sealed record Limit(int Length, SchemaNode Part, string Keyword);
}
