using System.Globalization;
using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Values and kinds in the words of messages.</summary>
internal static class ValueText
{
    private const int MaxQuoted = 60;
    private const int MaxListed = 12;

    /// <summary>The value in short. Secrets are described, never quoted.</summary>
    public static string Quote(Instance instance, int at, bool isSecret)
    {
        var token = instance[at];
        switch (token.Kind)
        {
            case ValueKind.Null: return "null";
            case ValueKind.False: return "false";
            case ValueKind.True: return "true";
            case ValueKind.Array: return token.Length == 0 ? "an empty array" : $"an array of {Count(token.Length, "item")}";
            case ValueKind.Object: return token.Length == 0 ? "an empty object" : $"an object of {Count(token.Length, "property", "properties")}";
        }
        if (isSecret) return token.Kind == ValueKind.String ? "a string that is not shown" : "a number that is not shown";
        var text = Shorten(Encoding.UTF8.GetString(instance.Text(in token)));
        return token.Kind == ValueKind.String ? $"\"{text}\"" : text;
    }

    /// <summary>The kind with its article, for example <c>a string</c>.</summary>
    public static string Kind(ValueKind kind) => kind switch
    {
        ValueKind.Null => "null",
        ValueKind.False or ValueKind.True => "a boolean",
        ValueKind.Integer => "an integer",
        ValueKind.Number => "a number",
        ValueKind.String => "a string",
        ValueKind.Array => "an array",
        _ => "an object",
    };

    /// <summary>The kinds of a set, for example <c>string or null</c>.</summary>
    public static string Kinds(KindMask mask)
    {
        List<string> names = [];
        if (mask.HasFlag(KindMask.Object)) names.Add("object");
        if (mask.HasFlag(KindMask.Array)) names.Add("array");
        if (mask.HasFlag(KindMask.String)) names.Add("string");
        if (mask.HasFlag(KindMask.Number)) names.Add("number");
        else if (mask.HasFlag(KindMask.Integer)) names.Add("integer");
        if (mask.HasFlag(KindMask.Boolean)) names.Add("boolean");
        if (mask.HasFlag(KindMask.Null)) names.Add("null");
        return Join(names);
    }

    /// <summary>Values in a row, the last after <c>or</c>; long rows are cut.</summary>
    public static string Join(IReadOnlyList<string> values)
    {
        if (values.Count > MaxListed) return $"{string.Join(", ", values.Take(MaxListed))} or {Count(values.Count - MaxListed, "more", "more")}";
        return values.Count < 2 ? string.Concat(values) : $"{string.Join(", ", values.SkipLast(1))} or {values[^1]}";
    }

    public static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");

    public static string Shorten(string text)
    {
        var clean = new StringBuilder();
        foreach (var c in text.Length <= MaxQuoted ? text : text[..MaxQuoted]) clean.Append(char.IsControl(c) ? ' ' : c);
        if (clean.Length > 0 && char.IsHighSurrogate(clean[^1])) clean.Length--;
        return text.Length <= MaxQuoted ? clean.ToString() : clean.Append('…').ToString();
    }
}
