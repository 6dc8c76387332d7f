using Microsoft.Extensions.FileSystemGlobbing;

namespace IntegrationCopilot.Cli.Input;

/// <summary>Names of documents with <c>*</c> and <c>?</c> in them, for shells that leave these alone, and in quotes.</summary>
internal static class SpecPattern
{
    private static readonly char[] Wild = ['*', '?'];

    /// <summary>The files that a pattern matches, in order of their names; the name itself when it is none.</summary>
    /// <exception cref="MisuseException">It matches nothing.</exception>
    public static IReadOnlyList<string> Resolve(string name)
    {
        if (name.IndexOfAny(Wild) < 0 || File.Exists(name) || Arguments.HttpUrl.Is(name)) return [name];
        var parts = name.Replace('\\', '/').Split('/');
        var plain = parts.TakeWhile(part => part.IndexOfAny(Wild) < 0).Count();
        var folder = plain == 0 ? "." : string.Join('/', parts[..plain]) + "/";
        var matcher = new Matcher(StringComparison.Ordinal).AddInclude(string.Join('/', parts[plain..]));
        List<string> files = Directory.Exists(folder) ? [.. matcher.GetResultsInFullPath(folder).Order(StringComparer.Ordinal)] : [];
        return files.Count > 0 ? files : throw new MisuseException($"No file matches '{name}'.");
    }
}
