using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Encodings by position: <c>prefixEncoding</c> and <c>itemEncoding</c> (OpenAPI 3.2.0, section 4.14.6.2).</summary>
internal static class PositionEncodings
{
    /// <summary>The encoding of the item at a place.</summary>
    /// <param name="holder">A Media Type Object or Encoding Object.</param>
    /// <param name="place">The place, from 0.</param>
    public static PartEncoding At(RawNode holder, int place) =>
        new(holder["prefixEncoding"][place] is { IsDefined: true } own ? own : holder["itemEncoding"]);
}
