using System.Text;

namespace IntegrationCopilot.Server.Features.Specs;

/// <summary>What an imported document is called.</summary>
internal static class SpecFileName
{
    /// <summary>The last part of a given name without what a file system cannot hold; <c>openapi.json</c> or <c>openapi.yaml</c> when none is given.</summary>
    public static string Of(string? given, ReadOnlySpan<byte> content)
    {
        var name = Safe(given ?? "");
        return name.Length > 0 ? name : LooksLikeJson(content) ? "openapi.json" : "openapi.yaml";
    }

    private static string Safe(string given)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = new StringBuilder();
        foreach (var c in last) safe.Append(char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' ? c : '_');
        var name = safe.ToString().Trim('.', ' ');
        return name.Length <= SpecVersion.FileNameMaxLength ? name : name[^SpecVersion.FileNameMaxLength..];
    }

    private static bool LooksLikeJson(ReadOnlySpan<byte> content) => content.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'{', ..];
}
