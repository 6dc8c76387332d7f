using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Something that a request of the run created.</summary>
/// <param name="Operation">The operation that created it.</param>
/// <param name="Resource">What it is one of; null when that is not known.</param>
/// <param name="Values">The values by which a path names it, by parameter: its own and those of what it lies in.</param>
/// <param name="Identifier">What names it, for people; null when the answer did not say.</param>
internal sealed record CreatedThing(ApiOperation Operation, ApiResource? Resource, IReadOnlyDictionary<string, JsonElement> Values, string? Identifier)
{
    /// <summary>The request that made it, where only that tells how it can be ended; else null.</summary>
    public ReadyRequest? Sent { get; init; }
}
