namespace IntegrationCopilot.MockGen;

/// <summary>Where a thing, or the things of a parent, lie.</summary>
/// <param name="Collection">The collection in the store.</param>
/// <param name="Owner">What else they belong to; empty when nothing else is known or needed.</param>
/// <param name="Id">Identifier in the store; empty for all things of a parent, and for the thing of a singleton.</param>
/// <param name="Own">Parts of the thing's own identifier as text, in the order of the path.</param>
internal sealed record ThingKey(string Collection, string Owner, string Id, IReadOnlyList<string> Own);
