namespace IntegrationCopilot.MockGen;

/// <summary>Compares names of fields and parameters as people do: <c>createdAt</c>, <c>created_at</c> and <c>Created-At</c> are one.</summary>
internal static class FieldNames
{
    /// <summary>Letters and digits in lower case.</summary>
    public static string Fold(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    public static bool Same(string left, string right) => string.Equals(Fold(left), Fold(right), StringComparison.Ordinal);

    /// <summary>The reference tokens of a JSON Pointer.</summary>
    public static string[] Way(string? pointer) =>
        string.IsNullOrEmpty(pointer)
            ? []
            : [.. pointer[1..].Split('/').Select(token => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
}
