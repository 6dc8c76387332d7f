using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Chooses as what a body is sent.</summary>
internal static class RequestMedia
{
    /// <summary>
    /// JSON, else a form or text, else what comes first. A type goes before a range, and of a range one type is sent: a range is for answers to ask for, and no
    /// body has one (RFC 9110, section 8.3).
    /// </summary>
    public static ApiMediaType Of(IReadOnlyList<ApiMediaType> content)
    {
        var media = JsonContent.Of([.. content.Where(media => !media.Type.IsRange)]) ?? JsonContent.Of(content)
            ?? content.FirstOrDefault(IsForm) ?? content[0];
        return media.Type.IsRange ? media with { Name = Representations.Offered([media]).FirstOrDefault() ?? media.Name } : media;
    }

    private static bool IsForm(ApiMediaType media) => media.Type is { IsForm: true } or { IsMultipartForm: true } or { Essence: "text/plain" };
}
