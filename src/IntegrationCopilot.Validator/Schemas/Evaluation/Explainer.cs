using System.Runtime.CompilerServices;
using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Finds everything in which an instance fails a schema. Slower than <see cref="Checker"/>, with which it always agrees.</summary>
internal ref partial struct Explainer
{
    private readonly Instance instance;
    private readonly Tape tape;
    private readonly bool tracksScope;
    private readonly int maxFindings;
    private readonly MessageDirection direction;
    private readonly List<FindingDraft> findings = [];
    private readonly HashSet<(string, int, RawNode, string)> known = [];
    private Checker checker;
    private int errors;
    private int depth;
    private bool hasGivenUp;

    public Explainer(Instance instance, Tape tape, bool tracksScope, SchemaOptions options)
    {
        this.instance = instance;
        this.tape = tape;
        this.tracksScope = tracksScope;
        maxFindings = Math.Max(1, options.MaxFindings);
        direction = options.Direction;
        checker = new Checker(instance, tape, tracksScope, options.MaxSteps);
    }

    /// <summary>An explainer for a value beside the tree, which spends the same steps.</summary>
    private Explainer(Explainer around)
    {
        instance = around.instance;
        tape = around.tape;
        tracksScope = around.tracksScope;
        maxFindings = around.maxFindings;
        direction = around.direction;
        checker = around.checker;
    }

    public readonly IReadOnlyList<FindingDraft> Findings => findings;

    public readonly bool HasError => errors > 0;

    /// <summary>Warnings alone do not end the search: a value with an error must not look valid.</summary>
    private readonly bool IsDone => hasGivenUp || (findings.Count >= maxFindings && errors > 0);

    /// <summary>Adds a finding for everything in which the value fails the schema.</summary>
    public void Explain(SchemaNode schema, int at)
    {
        if (IsDone) return;
        var kind = instance[at].Kind;
        if (kind == ValueKind.Null && schema.AcceptsNull) return;
        if (!schema.Types.Has(kind))
        {
            AddType(schema, at);
            return;
        }
        if (schema.IsTypeOnly) return;
        if (!checker.Spend(1) || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            GiveUp(schema, at, checker.Stop);
            return;
        }
        depth++;
        var outer = tape.ScopeLength;
        if (tracksScope && (outer == 0 || tape.Scope[outer - 1] != schema.Resource)) tape.Enter(schema.Resource);
        ExplainKeywords(schema, at, kind);
        tape.ScopeLength = outer;
        depth--;
    }

    private void ExplainKeywords(SchemaNode schema, int at, ValueKind kind)
    {
        var before = errors;
        if (kind == ValueKind.Object && schema.Objects is { } objects) ExplainObject(schema, objects, at);
        if (kind == ValueKind.Array && schema.Arrays is { } arrays) ExplainArray(schema, arrays, at);
        if (kind == ValueKind.String && schema.Strings is { } strings) ExplainString(schema, strings, at);
        if (kind is ValueKind.Integer or ValueKind.Number && schema.Numbers is { } numbers) ExplainNumber(schema, numbers, at, kind);
        var isOpaque = kind == ValueKind.String && tape.Opaque is { } opaque && opaque.TryGet(instance[at].Start, out _);
        if (!isOpaque && schema.Enum is { } values && !checker.Contains(values, at)) AddValues(schema, "enum", values, at);
        if (!isOpaque && schema.Const is { } constant && !checker.Contains(constant, at)) AddValues(schema, "const", constant, at);
        if (schema.InPlace is { } inPlace) ExplainInPlace(schema, inPlace, at);
        // What failed above would only be repeated as not evaluated.
        if (schema.TracksEvaluation && errors == before) ExplainUnevaluated(schema, at, kind);
        if (checker.HasStopped) GiveUp(schema, at, checker.Stop);
    }

    private void Add(FindingDraft finding)
    {
        if (IsDone || !known.Add((finding.Code, finding.At, finding.Source, finding.Missing ?? ""))) return;
        var isError = finding.Severity == FindingSeverity.Error;
        if (findings.Count < maxFindings) findings.Add(finding);
        else if (isError) findings[^1] = finding;
        if (isError) errors++;
    }

    private void Add(SchemaNode schema, string keyword, int at, string expected, string actual)
    {
        var words = expected.StartsWith("not ", StringComparison.Ordinal) ? expected : $"be {expected}";
        Add(new FindingDraft(Kebab(keyword), at, Keyword(schema, keyword), $"Must {words}, but is {actual}.") { Expected = expected, Actual = actual });
    }

    private static RawNode Keyword(SchemaNode schema, string keyword)
    {
        var node = schema.Source[keyword];
        return node.IsDefined ? node : schema.Source;
    }

    private readonly string Quote(SchemaNode schema, int at) => ValueText.Quote(instance, at, schema.IsSecret || SecretMembers.IsSecret(instance, at));

    private void AddType(SchemaNode schema, int at)
    {
        if (schema.Types == KindMask.None)
        {
            Add(new FindingDraft("false-schema", at, schema.Source, "Nothing is allowed here, but there is a value.") { Expected = "nothing",
                Actual = Quote(schema, at) });
            return;
        }
        var kinds = ValueText.Kinds(schema.Types);
        var actual = instance[at].Kind;
        var quoted = Quote(schema, at);
        var described = actual is ValueKind.Array or ValueKind.Object or ValueKind.Null ? quoted : $"{ValueText.Kind(actual).Split(' ')[1]} {quoted}";
        Add(new FindingDraft("type", at, Keyword(schema, "type"), $"Must be of type {kinds}, but is {(described == quoted ? quoted : "the " + described)}.")
        {
            Expected = kinds,
            Actual = described,
        });
    }

    private void AddValues(SchemaNode schema, string keyword, ValueSet values, int at)
    {
        if (checker.HasStopped) return;
        var listed = ValueText.Join([.. values.Describe()]);
        Add(schema, keyword, at, values.Count == 1 ? listed : $"one of {listed}", Quote(schema, at));
    }

    /// <summary>Stops: what was found so far stands, and the reason is one more finding.</summary>
    public void GiveUp(SchemaNode schema, int at, CheckerStop reason)
    {
        if (hasGivenUp) return;
        Add(reason == CheckerStop.PatternTimeout
            ? new FindingDraft("pattern-timeout", at, schema.Source, "A pattern took too long on this value. Simplify the pattern, or shorten the value.")
            : new FindingDraft("evaluation-limit", at, schema.Source,
                "Checking this value takes more steps than allowed. Send a smaller value, or simplify the schema."));
        hasGivenUp = true;
    }

    private static string Kebab(string keyword)
    {
        var code = new StringBuilder();
        foreach (var c in keyword)
        {
            if (char.IsAsciiLetterUpper(c)) code.Append('-').Append(char.ToLowerInvariant(c));
            else code.Append(c);
        }
        return code.ToString();
    }
}
