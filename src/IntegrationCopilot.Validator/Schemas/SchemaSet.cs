using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>The compiled schemas of one API, each compiled on first use. All sets of one <see cref="ApiSpec"/> share what they compile.</summary>
/// <threadsafety>Instances may be shared between threads.</threadsafety>
public sealed class SchemaSet
{
    /// <summary>Schemas are compiled once for a description, however many sets are made of it.</summary>
    private static readonly ConditionalWeakTable<ApiSpec, SharedCompiler[]> Known = [];

    private readonly SharedCompiler[] compilers;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="spec">The API whose schemas are wanted.</param>
    public SchemaSet(ApiSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        compilers = Known.GetValue(spec, static s => [.. Enum.GetValues<MessageDirection>().Select(direction => new SharedCompiler(OptionsOf(s, direction)))]);
    }

    /// <summary>Follows references of the API's schemas.</summary>
    public SchemaNavigator Navigator => compilers[(int)MessageDirection.Response].Navigator;

    /// <summary>
    /// The compiled form of a schema. Keywords that are wrong are left out, so that a fault of the document is never held against a message;
    /// <see cref="ProblemsOf"/> tells of them.
    /// </summary>
    /// <param name="schema">A schema of the API's documents.</param>
    /// <param name="direction">Which way the messages travel.</param>
    public CompiledSchema For(RawNode schema, MessageDirection direction = MessageDirection.None) => compilers[(int)direction].Compile(schema);

    /// <summary>What is wrong with a schema and everything it refers to; empty when nothing is.</summary>
    /// <param name="schema">A schema of the API's documents.</param>
    public IReadOnlyList<SpecProblem> ProblemsOf(RawNode schema) => compilers[(int)MessageDirection.None].ProblemsOf(schema);

    /// <summary>How the schemas of an API are read.</summary>
    internal static SchemaOptions OptionsOf(ApiSpec spec, MessageDirection direction) => new()
    {
        Dialect = Dialect(spec.Edition),
        Direction = direction,
        Documents = spec.Documents,
        AssertFormats = true,
        UseDiscriminator = true,
        SkipBrokenKeywords = true,
        MaxInstanceBytes = int.MaxValue,
    };

    private static SchemaDialect Dialect(OpenApiEdition edition) => edition switch
    {
        OpenApiEdition.V20 => SchemaDialect.OpenApi20,
        OpenApiEdition.V30 => SchemaDialect.OpenApi30,
        _ => SchemaDialect.Draft202012,
    };

    /// <summary>One compiler for all schemas of a direction: what several schemas refer to is compiled once.</summary>
    private sealed class SharedCompiler
    {
        private readonly ConcurrentDictionary<RawNode, CompiledSchema> compiled = new();
        private readonly SchemaCompiler compiler;
        private readonly Lock gate = new();

        public SharedCompiler(SchemaOptions options)
        {
            compiler = new SchemaCompiler(options);
            Navigator = new SchemaNavigator(compiler, gate);
        }

        public SchemaNavigator Navigator { get; }

        public CompiledSchema Compile(RawNode schema)
        {
            if (compiled.TryGetValue(schema, out var known)) return known;
            lock (gate) return compiled.GetOrAdd(schema, static (s, c) => CompiledSchema.Compile(s, c), compiler);
        }

        public IReadOnlyList<SpecProblem> ProblemsOf(RawNode schema)
        {
            var known = Compile(schema);
            lock (gate) return known.Problems;
        }
    }
}
