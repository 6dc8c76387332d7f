using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>How a schema is read and what an evaluation may cost.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SchemaOptions
{
    internal static readonly SchemaOptions Default = new();

    /// <summary>The dialect of schemas without <c>$schema</c>. Default 2020-12.</summary>
    public SchemaDialect Dialect { get; init; } = SchemaDialect.Draft202012;

    /// <summary>
    /// Whether <c>format</c> is checked; otherwise it is an annotation without effect. Default false. A meta-schema whose <c>$vocabulary</c> asks for assertion
    /// is obeyed either way.
    /// </summary>
    public bool AssertFormats { get; init; }

    /// <summary>
    /// Whether an OpenAPI <c>discriminator</c> decides which schema of <c>oneOf</c> or <c>anyOf</c> a value must meet. Default false; always on in
    /// <see cref="SchemaDialect.OpenApi30"/>.
    /// </summary>
    public bool UseDiscriminator { get; init; }

    /// <summary>Which way the messages travel. Default none.</summary>
    public MessageDirection Direction { get; init; }

    /// <summary>
    /// Documents that references may lead into. When given, a fragment such as <c>#/components/schemas/Pet</c> starts at the root of the schema's document;
    /// otherwise it starts at the schema itself.
    /// </summary>
    public RawDocumentSet? Documents { get; init; }

    /// <summary>Schemas that references with absolute URIs may lead to. Nothing is ever fetched. Default none but the standard meta-schemas.</summary>
    public SchemaCatalog? Catalog { get; init; }

    /// <summary>Whether a schema with errors is compiled without the keywords that are wrong. Default false: no schema is given.</summary>
    public bool SkipBrokenKeywords { get; init; }

    /// <summary>
    /// Whether an object may repeat a member name; every occurrence must then be valid. Default false: a repeated name makes the value invalid, because readers
    /// disagree on which one counts (RFC 8259, section 4).
    /// </summary>
    public bool AllowRepeatedNames { get; init; }

    /// <summary>Bytes of one instance. Default 64 MiB.</summary>
    public int MaxInstanceBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Values and member names of one instance together. Default 5,000,000.</summary>
    public int MaxInstanceValues { get; init; } = 5_000_000;

    /// <summary>Levels of nesting of an instance, 1 to 1,000. Default 512.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int MaxDepth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000);
            field = value;
        }
    } = 512;

    /// <summary>Steps of one evaluation (a schema applied to a value is one); more is a finding. Default 100,000,000.</summary>
    public long MaxSteps { get; init; } = 100_000_000;

    /// <summary>
    /// Time one pattern may take on one string when it is more than a row of character sets; more is a finding. Default 1 s: the clock runs on while a busy
    /// machine does something else, and a pattern's first match waits for the runtime to compile. What patterns take in one evaluation is also counted against
    /// <see cref="MaxSteps"/>, a step for each 100 ns.
    /// </summary>
    public TimeSpan PatternTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Findings reported for one instance. Default 1,000.</summary>
    public int MaxFindings { get; init; } = 1_000;
}
