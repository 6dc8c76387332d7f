using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>What compiling a schema gave.</summary>
/// <param name="Schema">The schema; null when a problem is an error, unless <see cref="SchemaOptions.SkipBrokenKeywords"/> is set.</param>
/// <param name="Problems">What is wrong with the schema and everything it refers to; empty when nothing is.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SchemaCompileResult(CompiledSchema? Schema, IReadOnlyList<SpecProblem> Problems);
