using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>The compiled schemas of one API, each compiled on first use.</summary>
/// <threadsafety>Instances may be shared between threads.</threadsafety>
public sealed class SchemaSet
{
    private readonly ApiSpec spec;
    private readonly ConcurrentDictionary<(RawNode Schema, MessageDirection Direction), SchemaCompileResult> compiled = new();

    /// <summary>Initializes a new instance.</summary>
    /// <param name="spec">The API whose schemas are wanted.</param>
    public SchemaSet(ApiSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        this.spec = spec;
    }

    /// <summary>The compiled form of a schema. Keywords that are wrong are left out, so that a fault of the document is never held against a message; <see cref="ProblemsOf"/> tells of them.</summary>
    /// <param name="schema">A schema of the API's documents.</param>
    /// <param name="direction">Which way the messages travel.</param>
    public JsonSchema For(RawNode schema, MessageDirection direction = MessageDirection.None) => Result(schema, direction).Schema!;

    /// <summary>What is wrong with a schema; empty when nothing is.</summary>
    /// <param name="schema">A schema of the API's documents.</param>
    public IReadOnlyList<SpecProblem> ProblemsOf(RawNode schema) => Result(schema, MessageDirection.None).Problems;

    private SchemaCompileResult Result(RawNode schema, MessageDirection direction) =>
        compiled.GetOrAdd((schema, direction), static (key, set) => JsonSchema.Compile(key.Schema, set.Options(key.Direction)), this);

    private SchemaOptions Options(MessageDirection direction) => new()
    {
        Dialect = Dialect(),
        Direction = direction,
        Documents = spec.Documents,
        AssertFormats = true,
        UseDiscriminator = true,
        SkipBrokenKeywords = true,
        MaxInstanceBytes = int.MaxValue,
    };

    private SchemaDialect Dialect() => spec.Edition switch
    {
        OpenApiEdition.V20 => SchemaDialect.OpenApi20,
        OpenApiEdition.V30 => SchemaDialect.OpenApi30,
        _ => SchemaDialect.Draft202012,
    };
}
