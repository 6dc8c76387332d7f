using YamlDotNet.Core;

namespace IntegrationCopilot.SpecEngine;

/// <summary>The tags of YAML's own types. Others are ignored: a tag never makes an object of a language.</summary>
internal static class YamlTags
{
    private const string Prefix = "tag:yaml.org,2002:";

    public static bool IsKnown(TagName tag) =>
        tag.IsNonSpecific || Short(tag) is "str" or "int" or "float" or "bool" or "null" or "map" or "seq" or "binary" or "timestamp" or "set" or "omap"
            or "pairs" or "merge" or "value";

    /// <summary>The kind a scalar's tag asks for; <see cref="RawKind.Undefined"/> when it is read as text.</summary>
    public static RawKind CoreKind(TagName tag) => Short(tag) switch
    {
        "int" or "float" => RawKind.Number,
        "bool" => RawKind.True,
        "null" => RawKind.Null,
        _ => RawKind.Undefined,
    };

    /// <summary>Whether the kind found is not the one the tag asks for.</summary>
    public static bool Mismatches(TagName tag, RawKind found)
    {
        var asked = CoreKind(tag);
        return asked != RawKind.Undefined && asked != (found == RawKind.False ? RawKind.True : found);
    }

    private static string Short(TagName tag) => tag.Value.StartsWith(Prefix, StringComparison.Ordinal) ? tag.Value[Prefix.Length..] : "";
}
