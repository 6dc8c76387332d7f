using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Of several representations the one that clients of JSON ask for.</summary>
internal static class JsonContent
{
    /// <summary>The representation: plain JSON before JSON of a certain kind; null when none is JSON.</summary>
    public static ApiMediaType? Of(IReadOnlyList<ApiMediaType>? content) => content?.Where(media => media.IsJson).MaxBy(media => RankOf(media.Type));

    /// <summary>How much a type is what clients of JSON ask for: plain JSON most, JSON of a certain kind less, others not at all.</summary>
    public static int RankOf(MediaTypeName type) => type is { Type: "application", Subtype: "json" } ? 2 : type.IsJson ? 1 : 0;
}
