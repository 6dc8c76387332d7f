using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>A compiled JSON Schema: compiled once, evaluated as often as wanted.</summary>
/// <remarks>
/// <para>There are two ways to ask: <see cref="IsValid(ReadOnlySpan{byte})"/> as fast as possible and without allocating for valid values of ordinary size, and
/// <see cref="Validate"/> for everything that is wrong. They never disagree.</para>
/// <para>Source: JSON Schema drafts 4, 6, 7, 2019-09 and 2020-12; the Schema Objects of OpenAPI 2.0 and 3.0.</para>
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class CompiledSchema
{
    private readonly SchemaNode root;
    private readonly SchemaOptions options;
    private readonly bool usesDynamicScope;

    private CompiledSchema(SchemaNode root, SchemaOptions options, bool usesDynamicScope)
    {
        this.root = root;
        this.options = options;
        this.usesDynamicScope = usesDynamicScope;
    }

    /// <summary>Compiles a schema with everything it refers to. What is wrong with the schema is in the result.</summary>
    /// <param name="schema">An object, or a boolean where the dialect knows boolean schemas.</param>
    /// <param name="options">How to read it; the defaults when null.</param>
    /// <exception cref="ArgumentException"><paramref name="schema"/> is undefined.</exception>
    public static SchemaCompileResult Compile(RawNode schema, SchemaOptions? options = null)
    {
        if (!schema.IsDefined) throw new ArgumentException("An undefined node is no schema.", nameof(schema));
        options ??= SchemaOptions.Default;
        var compiler = new SchemaCompiler(options);
        var compiled = compiler.Compile(schema);
        var problems = SchemaProblems.Of(compiled);
        var isBroken = !options.SkipBrokenKeywords && problems.Any(p => p.Severity == ProblemSeverity.Error);
        return new SchemaCompileResult(isBroken ? null : new CompiledSchema(compiled, options, compiler.UsesDynamicScope), problems);
    }

    /// <summary>Compiles a schema that stands alone from its text. What is wrong with the text or the schema is in the result.</summary>
    /// <remarks>Schemas of an API's description refer to other parts of it: <see cref="SchemaSet"/> compiles those.</remarks>
    /// <param name="text">JSON or YAML.</param>
    /// <param name="options">How to read it; the defaults when null.</param>
    public static SchemaCompileResult FromText(string text, SchemaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = RawDocumentReader.Read(Encoding.UTF8.GetBytes(text), "schema");
        if (read.Document is not { } document) return new SchemaCompileResult(null, read.Problems);
        var result = Compile(document.Root, options);
        return read.Problems.Count == 0 ? result : result with { Problems = [.. read.Problems, .. result.Problems] };
    }

    /// <summary>Compiles a schema together with others.</summary>
    internal static CompiledSchema Compile(RawNode schema, SchemaCompiler compiler) =>
        new(compiler.Compile(schema), compiler.Options, compiler.UsesDynamicScope);

    /// <summary>What the schema asks.</summary>
    internal SchemaNode Root => root;

    /// <summary>What is wrong with the schema and everything it refers to.</summary>
    internal IReadOnlyList<SpecProblem> Problems => SchemaProblems.Of(root);

    /// <summary>Whether a JSON text is valid; false for text that is not JSON.</summary>
    /// <param name="utf8Json">The text, UTF-8.</param>
    public bool IsValid(ReadOnlySpan<byte> utf8Json) => Judge(utf8Json, null, out _);

    /// <summary>Whether a JSON text is valid.</summary>
    /// <param name="utf8Json">The text, UTF-8.</param>
    /// <param name="opaque">Strings in it that stand for bytes; null when there are none.</param>
    /// <param name="isRemarkable">Whether there are warnings although it is valid.</param>
    internal bool Judge(ReadOnlySpan<byte> utf8Json, OpaqueStrings? opaque, out bool isRemarkable)
    {
        isRemarkable = false;
        var tape = Tape.Rent();
        try
        {
            tape.Opaque = opaque;
            if (Tokenizer.Read(utf8Json, tape, options).Kind != TextFaultKind.None) return false;
            if (tape.RepeatedNames.Count > 0 && !options.AllowRepeatedNames) return false;
            var checker = new Checker(new Instance(utf8Json, tape), tape, usesDynamicScope, options.MaxSteps);
            var isValid = checker.Check(root, 0);
            isRemarkable = isValid && checker.SawRemark;
            return isValid;
        }
        finally
        {
            Tape.Return(tape);
        }
    }

    /// <summary>Whether a JSON value is valid.</summary>
    /// <param name="value">The value.</param>
    public bool IsValid(JsonElement value) => IsValid(JsonMarshal.GetRawUtf8Value(value));

    /// <summary>Whether a node of a document is valid.</summary>
    /// <param name="value">The node, which is defined.</param>
    public bool IsValid(RawNode value) => IsValid(value.ToUtf8Json());

    /// <summary>
    /// Everything in which a JSON text fails the schema; empty when it is valid. Warnings tell of members that the direction of the message makes unwelcome.
    /// </summary>
    /// <param name="utf8Json">The text, UTF-8. Text that is not JSON is a finding.</param>
    /// <param name="where">What the value is called, the beginning of every <see cref="Finding.Where"/>.</param>
    public IReadOnlyList<Finding> Validate(ReadOnlyMemory<byte> utf8Json, string where = "body")
    {
        ArgumentNullException.ThrowIfNull(where);
        return FindIn(utf8Json, where, null, null);
    }

    /// <summary>Everything in which a JSON text fails the schema.</summary>
    /// <param name="utf8Json">The text, UTF-8.</param>
    /// <param name="where">What the value is called.</param>
    /// <param name="opaque">Strings in it that stand for bytes; null when there are none.</param>
    /// <param name="placeOf">Names a place by its JSON Pointer and, where a member is missing, by that member's name; null for the usual names.</param>
    internal IReadOnlyList<Finding> FindIn(ReadOnlyMemory<byte> utf8Json, string where, OpaqueStrings? opaque, Func<string, string?, string>? placeOf)
    {
        var tape = Tape.Rent();
        try
        {
            tape.Opaque = opaque;
            var fault = Tokenizer.Read(utf8Json.Span, tape, options);
            if (fault.Kind != TextFaultKind.None) return [TextFindings.Of(fault, utf8Json.Span, where, options)];
            var instance = new Instance(utf8Json.Span, tape);
            var findings = options.AllowRepeatedNames ? [] : TextFindings.RepeatedNames(instance, tape, where);
            foreach (var draft in Decide(instance, tape)) findings.Add(ToFinding(instance, draft, where, placeOf));
            return findings;
        }
        finally
        {
            Tape.Return(tape);
        }
    }

    /// <summary>
    /// The fast evaluator decides, and the complete one is asked only when there is something to tell: so they cannot disagree, not even on who ran out of
    /// steps first.
    /// </summary>
    private IEnumerable<FindingDraft> Decide(Instance instance, Tape tape)
    {
        var checker = new Checker(instance, tape, usesDynamicScope, options.MaxSteps);
        var isValid = checker.Check(root, 0);
        if (isValid && !checker.SawRemark) return [];
        var explainer = new Explainer(instance, tape, usesDynamicScope, options);
        explainer.Explain(root, 0);
        if (checker.HasStopped && !explainer.HasError) explainer.GiveUp(root, 0, checker.Stop);
        return isValid ? explainer.Findings.Where(f => f.Severity == FindingSeverity.Warning) : explainer.Findings;
    }

    /// <summary>What the complete evaluator finds by itself in a JSON text; tests hold it against the fast one.</summary>
    internal IReadOnlyList<FindingDraft> Explain(ReadOnlySpan<byte> utf8Json)
    {
        var tape = Tape.Rent();
        try
        {
            Tokenizer.Read(utf8Json, tape, options);
            var explainer = new Explainer(new Instance(utf8Json, tape), tape, usesDynamicScope, options);
            explainer.Explain(root, 0);
            return explainer.Findings;
        }
        finally
        {
            Tape.Return(tape);
        }
    }

    private static Finding ToFinding(Instance instance, FindingDraft draft, string name, Func<string, string?, string>? placeOf)
    {
        var (where, pointer) = InstancePath.Of(instance, draft.At, name);
        return new Finding
        {
            Code = draft.Code,
            Severity = draft.Severity,
            Message = draft.Message,
            Where = placeOf is not null ? placeOf(pointer, draft.Missing) : draft.Missing is null ? where : InstancePath.Append(where, draft.Missing),
            Pointer = pointer,
            Expected = draft.Expected,
            Actual = draft.Actual,
            Source = draft.Source.IsDefined ? draft.Source.Location : null,
        };
    }
}
