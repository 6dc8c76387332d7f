using System.Runtime.CompilerServices;

namespace IntegrationCopilot.Validator;

internal ref partial struct Checker
{
    private bool CheckObject(ObjectRules rules, int at, int collector)
    {
        var count = instance[at].Length;
        if (count < rules.MinProperties || count > rules.MaxProperties) return false;
        if ((work -= count) < 0) return GiveUp(CheckerStop.TooManySteps);
        var end = instance[at].Next;
        var seen = 0UL;
        var slots = rules.Slots;
        for (int name = at + 1, ordinal = 0; name < end; name = instance[name + 1].Next, ordinal++)
        {
            ref readonly var token = ref instance[name];
            var covered = false;
            var place = slots.Length == 0 ? -1 : rules.Names.Find(token.Key, instance.Text(in token));
            if (place >= 0)
            {
                ref readonly var slot = ref slots[place];
                seen |= slot.RequiredBit;
                if (slot.IsUnwelcome) SawRemark = true;
                covered = slot.Schema is not null;
                if (covered && !Check(slot.Schema!, name + 1, NoCollector)) return false;
            }
            if (rules.Patterns.Length > 0 && !CheckPatterns(rules, name, ref covered)) return false;
            if (!covered && rules.Additional is { } additional)
            {
                if (!Check(additional, name + 1, NoCollector)) return false;
                covered = true;
            }
            if (rules.PropertyNames is { } names && !CheckName(names, name)) return false;
            if (covered) Mark(collector, ordinal);
        }
        return (seen & rules.RequiredMask) == rules.RequiredMask && CheckPresence(rules, at, collector);
    }

    private bool CheckPatterns(ObjectRules rules, int name, ref bool covered)
    {
        foreach (var pattern in rules.Patterns)
        {
            if (!IsMatch(pattern.Pattern, instance.Text(name)))
            {
                if (Stop != CheckerStop.None) return false;
                continue;
            }
            covered = true;
            if (!Check(pattern.Schema, name + 1, NoCollector)) return false;
        }
        return true;
    }

    /// <summary>Checks a member name as if it were a string.</summary>
    private bool CheckName(SchemaNode schema, int name)
    {
        ref readonly var token = ref instance[name];
        // The free token behind all others stands for the name as a value.
        tape.Tokens[tape.Count] = Token.Value(token.Start, token.Length, tape.Count + 1, ValueKind.String);
        return Check(schema, tape.Count, NoCollector);
    }

    private bool CheckPresence(ObjectRules rules, int at, int collector)
    {
        foreach (var name in rules.MoreRequired)
            if (!Has(at, name)) return false;
        foreach (var dependent in rules.DependentRequired)
        {
            if (!Has(at, dependent.Trigger)) continue;
            foreach (var name in dependent.Names)
                if (!Has(at, name)) return false;
        }
        foreach (var dependent in rules.DependentSchemas)
            if (Has(at, dependent.Trigger) && !Check(dependent.Schema, at, collector)) return false;
        return true;
    }

    private bool Has(int at, RequiredName name)
    {
        work -= instance[at].Length >> 2;
        return instance.FindMember(at, name.Utf8, name.Key) >= 0;
    }

    private bool CheckArray(ArrayRules rules, int at, int collector)
    {
        var count = instance[at].Length;
        if (count < rules.MinItems || count > rules.MaxItems) return false;
        if ((work -= count) < 0) return GiveUp(CheckerStop.TooManySteps);
        var item = at + 1;
        var ordinal = 0;
        foreach (var schema in rules.Prefix)
        {
            if (ordinal == count) break;
            if (!Check(schema, item, NoCollector)) return false;
            Mark(collector, ordinal++);
            item = instance[item].Next;
        }
        if (rules.Rest is { } rest)
        {
            for (; ordinal < count; item = instance[item].Next)
            {
                if (!Check(rest, item, NoCollector)) return false;
                Mark(collector, ordinal++);
            }
        }
        if (rules.Contains is not null && !CheckContains(rules, at, collector)) return false;
        return !rules.UniqueItems || count < 2 || AreUnique(at, count);
    }

    private bool CheckContains(ArrayRules rules, int at, int collector)
    {
        var matches = 0;
        var end = instance[at].Next;
        for (int item = at + 1, ordinal = 0; item < end; item = instance[item].Next, ordinal++)
        {
            if (!Check(rules.Contains!, item, NoCollector)) continue;
            matches++;
            if (rules.ContainsEvaluates) Mark(collector, ordinal);
            if (matches > rules.MaxContains) return false;
            if (matches >= rules.MinContains && rules.MaxContains == int.MaxValue && collector < 0) return true;
        }
        return Stop == CheckerStop.None && matches >= rules.MinContains;
    }

    private bool AreUnique(int at, int count)
    {
        var unique = UniqueItems.Find(instance, tape, at, count, ref work) is null;
        return work < 0 ? GiveUp(CheckerStop.TooManySteps) : unique;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Mark(int collector, int ordinal)
    {
        if (collector >= 0) tape.Evaluated[collector + (ordinal >> 6)] |= 1UL << ordinal;
    }
}
