namespace IntegrationCopilot.SpecEngine;

/// <summary>The calls of one resource in the order in which they work: make it, find it, change it, remove it.</summary>
/// <param name="Resource">Name of the <see cref="ApiResource"/>.</param>
/// <param name="Parent">The resource beneath which it lies, whose flow comes before; null at the top.</param>
/// <param name="Steps">The calls in order.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BlueprintFlow(string Resource, string? Parent, IReadOnlyList<BlueprintStep> Steps);

/// <summary>One call of a flow.</summary>
/// <param name="Operation"><see cref="ApiOperation.Id"/>.</param>
/// <param name="Does">Its part in a word: create, list, read, update, replace, action or delete.</param>
/// <param name="Dangerous">Whether it does more than to one thing (<see cref="OperationEffect.Dangerous"/>): not for trying out.</param>
/// <param name="Takes">What it needs from calls before it.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BlueprintStep(string Operation, string Does, bool Dangerous, IReadOnlyList<BlueprintSupply> Takes);

/// <summary>A value that one call needs and another supplies.</summary>
/// <param name="Parameter">Name of the parameter, or JSON Pointer of the field in the body.</param>
/// <param name="Place"><c>path</c>, <c>query</c> or <c>body</c>.</param>
/// <param name="From"><see cref="ApiOperation.Id"/> of the call that supplies it.</param>
/// <param name="Field">JSON Pointer in that call's answer, or in its request where the client chooses the value; <c>header:Location</c> for the end of that
/// header.</param>
/// <param name="Assumed">Whether the document only suggests it.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BlueprintSupply(string Parameter, string Place, string From, string Field, bool Assumed);
