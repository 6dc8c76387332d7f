using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>A request to create something that was refused or broke off, and may have created it all the same.</summary>
/// <param name="CaseId">Id of the case that sent it; null when none did.</param>
/// <param name="Resource">What it was to create one of.</param>
/// <param name="Values">The values that stood in its path, by parameter.</param>
/// <param name="Names">What it called the new thing, as nobody else calls one: text by the name of the member or parameter.</param>
/// <param name="Exchange">What was sent and answered.</param>
internal sealed record RefusedCreation(string? CaseId, ApiResource Resource, IReadOnlyDictionary<string, JsonElement> Values,
    IReadOnlyList<KeyValuePair<string, string>> Names, Exchange Exchange)
{
    /// <summary>What it would have made, as far as the request itself names it by a value of the run's own.</summary>
    public CreatedThing AsThing()
    {
        var values = new Dictionary<string, JsonElement>(Values, StringComparer.Ordinal);
        foreach (var part in Resource.Identifier?.Parts ?? [])
            if (part.Request is { } pointer && SuppliedValue.First(JsonBody.Parse(Exchange.Request.Body), pointer) is { } sent) values[part.Parameter] = sent;
        var own = Resource.Identifier is { } identifier && values.TryGetValue(identifier.Parameter, out var value) ? ListedItems.Text(value) : null;
        return new(Exchange.Operation!, Resource, values, Names.Any(name => name.Value == own) ? own : null);
    }
}

/// <summary>Something that is there although its creation was refused, or broke off.</summary>
/// <param name="Thing">The thing.</param>
/// <param name="Refused">The request that made it.</param>
/// <param name="Shown">The operation that shows it.</param>
internal sealed record RefusedThing(CreatedThing Thing, RefusedCreation Refused, ApiOperation Shown);
