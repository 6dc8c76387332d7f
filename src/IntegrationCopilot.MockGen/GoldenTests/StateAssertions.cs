using System.Text.Json;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// The answer holds what an earlier step's request wrote: each field is there, and has the value that was sent. Numbers compare by value, moments (RFC 3339) by
/// time, texts ignoring case and spaces around them, lists whatever their order, and objects by the members that were sent.
/// </summary>
/// <param name="Step">Name of the step that wrote.</param>
/// <param name="Sent">JSON Pointer to the thing in the request's body.</param>
/// <param name="Read">JSON Pointer to the thing in the answer's body.</param>
/// <param name="Fields">Names of the fields. Those that were not sent, or sent as null, are left out.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record WrittenAssertion(string Step, string Sent, string Read, IReadOnlyList<string> Fields) : TestAssertion
{
    /// <summary>
    /// Whether the value itself must be kept, as it is where the request says what a thing shall be like (RFC 9110, section 9.3.4; RFC 5789). Else another
    /// value in its place, as servers choose when they create, merely warns.
    /// </summary>
    public bool Exact { get; init; }
}

/// <summary>The answer has the values that an earlier step's answer has, compared as in <see cref="WrittenAssertion"/>.</summary>
/// <param name="Step">Name of the earlier step.</param>
/// <param name="Read">JSON Pointer to the thing in both answers' bodies.</param>
/// <param name="Fields">Names of the fields. Those that the earlier answer does not have are left out.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record UnchangedAssertion(string Step, string Read, IReadOnlyList<string> Fields) : TestAssertion;

/// <summary>The JSON body has no value at a place, or null (RFC 7396, section 2), where an earlier step's answer had one.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901).</param>
/// <param name="Step">Name of the earlier step.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RemovedAssertion(string Pointer, string Step) : TestAssertion;

/// <summary>
/// The API did not take a value that is not the client's to set: it refused the request, or answers without that value at its place. Compares as in
/// <see cref="WrittenAssertion"/>.
/// </summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) into the answer's body.</param>
/// <param name="Value">The value that was sent.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record NotTakenAssertion(string Pointer, JsonElement Value) : TestAssertion;

/// <summary>
/// What <c>Location</c> of a 201 or 202 leads to (<see cref="TestStep.Locates"/>) is there and, where a name is given, is what the answer is about (RFC 9110,
/// sections 10.2.2, 15.3.2 and 15.3.3).
/// </summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) to what names it, in both answers' bodies; null when it has no name in both.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record LocatedAssertion(string? Pointer) : TestAssertion;
