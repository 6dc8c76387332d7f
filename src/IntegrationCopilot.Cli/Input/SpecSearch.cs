using System.Text;

namespace IntegrationCopilot.Cli.Input;

/// <summary>Finds OpenAPI documents in a folder.</summary>
internal static class SpecSearch
{
    /// <summary>How many folders beneath the one that is searched are searched too.</summary>
    public const int Depth = 4;

    private const int Most = 5_000;
    private const int LookedAt = 4_096;

    /// <summary>The documents, in order of their names: JSON and YAML files that say near their beginning that they are one.</summary>
    public static IEnumerable<string> In(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = Depth, IgnoreInaccessible = true };
        return Directory.EnumerateFiles(folder, "*", options)
            .Where(path => IsCandidate(folder, path)).Take(Most).Where(IsDocument).Order(StringComparer.Ordinal);
    }

    private static bool IsCandidate(string folder, string path) =>
        Path.GetExtension(path).ToUpperInvariant() is ".JSON" or ".YAML" or ".YML"
        && !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" || part[0] == '.');

    private static bool IsDocument(string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> bytes = stackalloc byte[LookedAt];
        var start = Encoding.UTF8.GetString(bytes[..stream.ReadAtLeast(bytes, LookedAt, throwOnEndOfStream: false)]);
        return start.Split('\n')
            .Select(line => line.TrimStart(' ', '{', '"', '\uFEFF', '\t')).Any(line => IsVersion(line, "openapi") || IsVersion(line, "swagger"));
    }

    /// <summary>The member, and its value: a version.</summary>
    private static bool IsVersion(string line, string member) =>
        line.StartsWith(member, StringComparison.Ordinal) && line[member.Length..].TrimStart('"', '\'', ' ', ':') is [>= '2' and <= '3', '.', ..];
}
