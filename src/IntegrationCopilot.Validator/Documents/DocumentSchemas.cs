using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>The schemas of one description, compiled to look at the description itself, under limits that suit a whole document. Not thread-safe.</summary>
internal sealed class DocumentSchemas(ApiSpec spec)
{
    /// <summary>Steps of one evaluation; time that patterns take counts, 100 ns a step.</summary>
    private const long MaxSteps = 2_000_000;

    /// <summary>So many evaluations may come to nothing before values are left alone.</summary>
    private const int MostUndecided = 10;

    /// <summary>Bytes of all values looked at together.</summary>
    private const long MostBytes = 256 * 1024 * 1024;

    private static readonly TimeSpan PatternTimeout = TimeSpan.FromMilliseconds(200);
    private readonly Compiled?[] compiled = new Compiled?[3];
    private int undecided;
    private long bytes;

    /// <summary>The compiled form of a schema, regardless of which way a message travels.</summary>
    public SchemaNode NodeOf(RawNode schema) => For(MessageDirection.None).NodeOf(schema);

    /// <summary>Whether a value meets a schema in a request or in an answer; null when that was not decided.</summary>
    public bool? Accepts(RawNode schema, ReadOnlySpan<byte> value)
    {
        foreach (var direction in (ReadOnlySpan<MessageDirection>)[MessageDirection.None, MessageDirection.Request, MessageDirection.Response])
        {
            var place = For(direction);
            if (Decide(place.NodeOf(schema), value, place) is not false and var answer) return answer;
        }
        return false;
    }

    /// <summary>Whether a value meets one compiled schema; null when that was not decided.</summary>
    public bool? Decide(SchemaNode schema, ReadOnlySpan<byte> value) => Decide(schema, value, For(MessageDirection.None));

    /// <summary>Everything in which a value fails a schema.</summary>
    public IReadOnlyList<Finding> Explain(RawNode schema, byte[] value, string where) => For(MessageDirection.None).Schema(schema).Validate(value, where);

    private bool? Decide(SchemaNode schema, ReadOnlySpan<byte> value, Compiled place)
    {
        if (undecided >= MostUndecided || (bytes += value.Length) > MostBytes) return null;
        var tape = Tape.Rent();
        try
        {
            if (Tokenizer.Read(value, tape, place.Options).Kind != TextFaultKind.None) return null;
            var checker = new Checker(new Instance(value, tape), tape, place.UsesDynamicScope, place.Options.MaxSteps);
            var answer = checker.Check(schema, 0);
            if (!checker.HasStopped) return answer;
            undecided++;
            return null;
        }
        finally
        {
            Tape.Return(tape);
        }
    }

    private Compiled For(MessageDirection direction) =>
        compiled[(int)direction] ??= new Compiled(
            SchemaSet.OptionsOf(spec, direction) with { MaxSteps = MaxSteps, PatternTimeout = PatternTimeout, MaxFindings = 20 });

    private sealed class Compiled(SchemaOptions options)
    {
        private readonly SchemaCompiler compiler = new(options);
        private readonly Dictionary<RawNode, CompiledSchema> schemas = [];

        public SchemaOptions Options => options;

        public bool UsesDynamicScope => compiler.UsesDynamicScope;

        public SchemaNode NodeOf(RawNode schema) => Schema(schema).Root;

        public CompiledSchema Schema(RawNode schema)
        {
            if (!schemas.TryGetValue(schema, out var known)) schemas.Add(schema, known = CompiledSchema.Compile(schema, compiler));
            return known;
        }
    }
}
