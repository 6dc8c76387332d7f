using System.Collections.Concurrent;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>Patterns by their text, compiled once. Texts that are no patterns are remembered too: their keyword counts for nothing in evaluation.</summary>
internal static class PatternCache
{
    private const int MaxKept = 10_000;
    private static readonly ConcurrentDictionary<string, EcmaPattern?> Known = new(StringComparer.Ordinal);

    public static EcmaPattern? Find(string source)
    {
        if (Known.TryGetValue(source, out var pattern)) return pattern;
        EcmaPattern.TryCompile(source, out pattern, out _);
        if (Known.Count < MaxKept) Known.TryAdd(source, pattern);
        return pattern;
    }
}
