namespace IntegrationCopilot.Validator;

internal ref partial struct Checker
{
    private bool CheckInPlace(InPlaceRules rules, int at, int collector)
    {
        if (rules.Unresolved.IsDefined) SawRemark = true;
        if (rules.Reference is { } reference && !Check(reference, at, collector)) return false;
        if (rules.Dynamic is { } dynamic && !Check(dynamic.Resolve(tape.Scope.AsSpan(0, tape.ScopeLength)), at, collector)) return false;
        foreach (var schema in rules.AllOf)
            if (!Check(schema, at, collector)) return false;
        if (rules.If is { } condition && !CheckConditional(rules, condition, at, collector)) return false;
        if (rules.Not is { } not && (Check(not, at, NoCollector) || Stop != CheckerStop.None)) return false;
        var chosen = rules.Discriminator is { } discriminator ? Choose(discriminator, at) : Discriminator.Open;
        if (chosen == Discriminator.Unknown)
        {
            if (!rules.Discriminator!.IsInherited) return false;
            SawRemark = true;
        }
        if (chosen >= 0 && !Check(rules.Discriminated[chosen], at, collector)) return false;
        if (rules.AnyOf.Length > 0 && (chosen < 0 || rules.OneOf.Length > 0) && !CheckAny(rules.AnyOf, at, collector)) return false;
        return rules.OneOf.Length == 0 || chosen >= 0 || CheckOne(rules.OneOf, at, collector);
    }

    private bool CheckConditional(InPlaceRules rules, SchemaNode condition, int at, int collector)
    {
        var met = CheckBranch(condition, at, collector);
        if (Stop != CheckerStop.None) return false;
        var next = met ? rules.Then : rules.Else;
        return next is null || Check(next, at, collector);
    }

    private bool CheckAny(SchemaNode[] branches, int at, int collector)
    {
        var any = false;
        foreach (var branch in branches)
        {
            if (!CheckBranch(branch, at, collector)) continue;
            any = true;
            // Only somebody who collects needs to hear of further branches.
            if (collector < 0) return true;
        }
        return any && Stop == CheckerStop.None;
    }

    private bool CheckOne(SchemaNode[] branches, int at, int collector)
    {
        var matches = 0;
        foreach (var branch in branches)
            if (CheckBranch(branch, at, collector) && ++matches > 1) return false;
        return matches == 1 && Stop == CheckerStop.None;
    }

    /// <summary>Checks a schema that may fail: what it marked before it failed is taken back.</summary>
    private bool CheckBranch(SchemaNode schema, int at, int collector)
    {
        if (collector < 0) return Check(schema, at, NoCollector);
        var size = instance[at].Length;
        var own = tape.PushEvaluated(size);
        var valid = Check(schema, at, own);
        if (valid) Merge(own, collector, size);
        tape.EvaluatedLength = own;
        return valid;
    }

    private readonly void Merge(int from, int to, int size)
    {
        for (var word = 0; word < (size + 63) >> 6; word++) tape.Evaluated[to + word] |= tape.Evaluated[from + word];
    }

    /// <summary>Checks a schema with <c>unevaluatedItems</c> or <c>unevaluatedProperties</c>.</summary>
    private bool CheckTracking(SchemaNode schema, int at, ValueKind kind, int collector)
    {
        var rest = kind == ValueKind.Object ? schema.UnevaluatedProperties : schema.UnevaluatedItems;
        if (rest is null) return CheckKeywords(schema, at, kind, collector);
        var size = instance[at].Length;
        var own = tape.PushEvaluated(size);
        var valid = CheckKeywords(schema, at, kind, own) && CheckRest(rest, at, kind, own);
        if (valid && collector >= 0) Merge(own, collector, size);
        tape.EvaluatedLength = own;
        return valid;
    }

    /// <summary>Marks what the keywords of a schema evaluate, the <c>unevaluated</c> ones left out.</summary>
    public bool CollectEvaluated(SchemaNode schema, int at, int collector) => CheckKeywords(schema, at, instance[at].Kind, collector);

    private bool CheckRest(SchemaNode rest, int at, ValueKind kind, int collector)
    {
        var end = instance[at].Next;
        var offset = kind == ValueKind.Object ? 1 : 0;
        for (int value = at + 1 + offset, ordinal = 0; value < end; value = instance[value].Next + offset, ordinal++)
        {
            if ((tape.Evaluated[collector + (ordinal >> 6)] & (1UL << ordinal)) != 0) continue;
            if (!Check(rest, value, NoCollector)) return false;
            Mark(collector, ordinal);
        }
        return true;
    }

    /// <summary>The alternative the discriminator's property names, or that there is none.</summary>
    public readonly int Choose(Discriminator discriminator, int at)
    {
        if (instance[at].Kind != ValueKind.Object) return Discriminator.Open;
        var value = instance.FindMember(at, discriminator.Name, discriminator.Key);
        if (value < 0) return discriminator.Default;
        var text = instance[value].Kind switch
        {
            ValueKind.True => "true"u8,
            ValueKind.False => "false"u8,
            ValueKind.String or ValueKind.Integer or ValueKind.Number => instance.Text(value),
            _ => default,
        };
        if (instance[value].Kind is ValueKind.Null or ValueKind.Array or ValueKind.Object) return discriminator.Default;
        if (discriminator.Values.Find(NameKey.Of(text), text) is >= 0 and var place) return discriminator.Mapping[place].Value;
        return discriminator.IsClosed ? Discriminator.Unknown : discriminator.Default;
    }
}
