using System.Text.Json;

namespace IntegrationCopilot.MockGen;

/// <summary>A walk gives the same items as that of an earlier step, whatever their order; of a walk that was cut, as far as both went.</summary>
/// <param name="Step">Name of the earlier step, which walks through the same list in pages of another size.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SameItemsAssertion(string Step) : TestAssertion;

/// <summary>
/// Every item of a walk has a value; and where the list of an earlier step, without the filter, shows items with that value, at least one item is there.
/// </summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) within an item; texts compare ignoring case.</param>
/// <param name="Value">The value.</param>
/// <param name="Step">Name of the earlier step that walks through the list without the filter.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ItemsMatchAssertion(string Pointer, JsonElement Value, string Step) : TestAssertion;

/// <summary>The items of a walk are in the order of a field: numbers by value, dates and moments (RFC 3339) by time. Items without it do not count.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) within an item.</param>
/// <param name="Descending">Whether the greatest comes first; null where either order will do.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ItemsOrderedAssertion(string Pointer, bool? Descending = null) : TestAssertion
{
    /// <summary>Whether all items may be alike, so that no order is seen; where they may not, that says nothing.</summary>
    public bool MayBeAlike { get; init; }
}

/// <summary>A walk gives at most so many items that the walk of an earlier step did not give.</summary>
/// <param name="Step">Name of the earlier step.</param>
/// <param name="AtMost">How many.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record NewItemsAssertion(string Step, int AtMost) : TestAssertion;

/// <summary>A walk gives an item, or does not, by what tells items apart (<see cref="PageWalk.KeyPointer"/>).</summary>
/// <param name="Value">What names the item; texts may hold <c>{{ name }}</c>.</param>
/// <param name="Listed">Whether it must be there.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ListedAssertion(JsonElement Value, bool Listed) : TestAssertion;
