using System.Runtime.CompilerServices;

namespace IntegrationCopilot.Validator;

/// <summary>Answers whether an instance meets a schema, as fast as possible.</summary>
/// <remarks>
/// A collector is the place of a set on the tape that receives which members or items of the current value have been evaluated; negative when nobody asks.
/// </remarks>
internal ref partial struct Checker
{
    private const int NoCollector = -1;
    private const int StackCheckInterval = 16;
    private readonly Instance instance;
    private readonly Tape tape;
    private readonly bool tracksScope;
    private long work;
    private int depth;

    public Checker(Instance instance, Tape tape, bool tracksScope, long maxSteps)
    {
        this.instance = instance;
        this.tape = tape;
        this.tracksScope = tracksScope;
        work = maxSteps;
    }

    /// <summary>Why there is no true answer; none when there is one.</summary>
    public CheckerStop Stop { get; private set; }

    public readonly bool HasStopped => Stop != CheckerStop.None;

    /// <summary>
    /// Whether something was met that is worth a warning: a property that the direction of the message makes unwelcome, or a reference that leads nowhere.
    /// </summary>
    public bool SawRemark { get; private set; }

    public bool Check(SchemaNode schema, int at) => Check(schema, at, NoCollector);

    private bool Check(SchemaNode schema, int at, int collector)
    {
        var kind = instance[at].Kind;
        if (!schema.Types.Has(kind)) return false;
        if (schema.IsTypeOnly || (kind == ValueKind.Null && schema.AcceptsNull)) return true;
        if (--work < 0) return GiveUp(CheckerStop.TooManySteps);
        if ((++depth & (StackCheckInterval - 1)) == 0 && !RuntimeHelpers.TryEnsureSufficientExecutionStack()) return GiveUp(CheckerStop.TooDeep);
        var valid = tracksScope ? CheckInScope(schema, at, kind, collector) : CheckRules(schema, at, kind, collector);
        depth--;
        return valid;
    }

    private bool CheckInScope(SchemaNode schema, int at, ValueKind kind, int collector)
    {
        var outer = tape.ScopeLength;
        if (outer == 0 || tape.Scope[outer - 1] != schema.Resource) tape.Enter(schema.Resource);
        var valid = CheckRules(schema, at, kind, collector);
        tape.ScopeLength = outer;
        return valid;
    }

    private bool CheckRules(SchemaNode schema, int at, ValueKind kind, int collector)
    {
        if (schema.TracksEvaluation && kind is ValueKind.Object or ValueKind.Array) return CheckTracking(schema, at, kind, collector);
        return CheckKeywords(schema, at, kind, collector);
    }

    private bool CheckKeywords(SchemaNode schema, int at, ValueKind kind, int collector)
    {
        switch (kind)
        {
            case ValueKind.Object:
                if (schema.Objects is { } objects && !CheckObject(objects, at, collector)) return false;
                break;
            case ValueKind.Array:
                if (schema.Arrays is { } arrays && !CheckArray(arrays, at, collector)) return false;
                break;
            case ValueKind.String when tape.Opaque is { } opaque && opaque.TryGet(instance[at].Start, out var octets):
                return CheckOpaque(schema, octets, at, collector);
            case ValueKind.String:
                if (schema.Strings is { } strings && !CheckString(strings, instance.Text(at))) return false;
                break;
            case ValueKind.Integer or ValueKind.Number:
                if (schema.Numbers is { } numbers && !CheckNumber(numbers, at, kind)) return false;
                break;
        }
        if (schema.Enum is { } values && !Contains(values, at)) return false;
        if (schema.Const is { } constant && !Contains(constant, at)) return false;
        return schema.InPlace is not { } inPlace || CheckInPlace(inPlace, at, collector);
    }

    /// <summary>Checks bytes: what is said of texts says nothing of them.</summary>
    private bool CheckOpaque(SchemaNode schema, long octets, int at, int collector)
    {
        if (schema.Strings is { } strings && (octets < strings.MinLength || octets > strings.MaxLength)) return false;
        return schema.InPlace is not { } inPlace || CheckInPlace(inPlace, at, collector);
    }

    /// <summary>Steps still allowed.</summary>
    public readonly long Work => work;

    /// <summary>Uses up steps.</summary>
    /// <returns>Whether there were enough.</returns>
    public bool Spend(long steps)
    {
        work -= steps;
        return work >= 0 || GiveUp(CheckerStop.TooManySteps);
    }

    public bool Contains(ValueSet values, int at)
    {
        var found = values.Contains(instance, at, ref work);
        return work < 0 ? GiveUp(CheckerStop.TooManySteps) : found;
    }

    private bool CheckString(StringRules rules, ReadOnlySpan<byte> text)
    {
        // A code point takes one to four bytes, so most lengths need no counting.
        if (rules.MinLength > text.Length || (rules.MinLength > (text.Length + 3) / 4 && Utf8Text.CountCodePoints(text) < rules.MinLength)) return false;
        if (rules.MaxLength < text.Length && Utf8Text.CountCodePoints(text) > rules.MaxLength) return false;
        if (rules.Pattern is { } pattern && !IsMatch(pattern, text)) return false;
        return rules.Format is not { } format || format.IsMatch(text);
    }

    public bool IsMatch(EcmaPattern pattern, ReadOnlySpan<byte> text)
    {
        work -= text.Length >> 4;
        return pattern.IsMatch(text, tape, ref work) ?? GiveUp(CheckerStop.PatternTimeout);
    }

    private bool CheckNumber(NumberRules rules, int at, ValueKind kind)
    {
        var text = instance.Text(at);
        work -= text.Length >> 4;
        if (rules.Minimum is { } minimum && minimum.Compare(text) < (rules.MinimumIsExclusive ? 1 : 0)) return false;
        if (rules.Maximum is { } maximum && maximum.Compare(text) > (rules.MaximumIsExclusive ? -1 : 0)) return false;
        if (rules.ExclusiveMinimum is { } above && above.Compare(text) <= 0) return false;
        if (rules.ExclusiveMaximum is { } below && below.Compare(text) >= 0) return false;
        if (rules.MultipleOf is { } divisor && !divisor.Divides(text)) return false;
        return rules.Format is not { } format
            || ((!format.Whole || kind == ValueKind.Integer) && format.Minimum.Compare(text) >= 0 && format.Maximum.Compare(text) <= 0);
    }

    private bool GiveUp(CheckerStop reason)
    {
        if (Stop == CheckerStop.None) Stop = reason;
        work = -1;
        return false;
    }
}

/// <summary>Why an evaluation gave up.</summary>
internal enum CheckerStop
{
    None,
    TooManySteps,
    TooDeep,
    PatternTimeout,
}
