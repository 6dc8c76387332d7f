namespace IntegrationCopilot.SpecEngine;

/// <summary>A described member of an object.</summary>
/// <param name="Name">Its name, as the document writes it.</param>
/// <param name="Schema">Its schema, references not yet followed.</param>
/// <param name="Required">Whether every object has it: what only one of several alternatives asks for does not count.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SchemaMember(string Name, RawNode Schema, bool Required);
