using System.Collections.Frozen;
using System.Text.Json;

namespace IntegrationCopilot.Validator;

/// <summary>The names enum members have in trace files: upper snake case.</summary>
internal static class WireNames<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> ByMember = Enum.GetValues<T>()
        .ToFrozenDictionary(member => member, member => JsonNamingPolicy.SnakeCaseUpper.ConvertName(member.ToString()));
    private static readonly FrozenDictionary<string, T> ByName = ByMember.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <exception cref="ArgumentOutOfRangeException">The value is not a member.</exception>
    public static string Of(T member) => ByMember.TryGetValue(member, out var name)
        ? name
        : throw new ArgumentOutOfRangeException(nameof(member), member, "The value is not a member of the enumeration.");

    public static bool TryParse(string name, out T member) => ByName.TryGetValue(name, out member);
}
