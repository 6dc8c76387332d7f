using System.Text;

namespace IntegrationCopilot.Validator;

internal ref partial struct Explainer
{
    private void ExplainString(SchemaNode schema, StringRules rules, int at)
    {
        if (tape.Opaque is { } opaque && opaque.TryGet(instance[at].Start, out var octets))
        {
            ExplainOctets(schema, rules, at, octets);
            return;
        }
        var text = instance.Text(at);
        var length = Utf8Text.CountCodePoints(text);
        if (length < rules.MinLength) AddSize(schema, "minLength", at, $"at least {ValueText.Count(rules.MinLength, "character")}", length);
        if (length > rules.MaxLength) AddSize(schema, "maxLength", at, $"at most {ValueText.Count(rules.MaxLength, "character")}", length);
        if (rules.Pattern is { } pattern && !checker.IsMatch(pattern, text) && !checker.HasStopped)
        {
            Add(new FindingDraft("pattern", at, Keyword(schema, "pattern"), $"Must match the pattern {pattern.Source}, but is {Quote(schema, at)}.")
            {
                Expected = pattern.Source,
                Actual = Quote(schema, at),
            });
        }
        if (rules.Format is not { } format || format.IsMatch(text)) return;
        Add(new FindingDraft("format", at, Keyword(schema, "format"),
            $"Must have the format {format.Name}, for example {format.Example}, but is {Quote(schema, at)}.")
        {
            Expected = format.Name,
            Actual = Quote(schema, at),
        });
    }

    private void ExplainOctets(SchemaNode schema, StringRules rules, int at, long octets)
    {
        if (octets < rules.MinLength) AddSize(schema, "minLength", at, $"at least {ValueText.Count(rules.MinLength, "octet")}", octets);
        if (octets > rules.MaxLength) AddSize(schema, "maxLength", at, $"at most {ValueText.Count(rules.MaxLength, "octet")}", octets);
    }

    private void ExplainNumber(SchemaNode schema, NumberRules rules, int at, ValueKind kind)
    {
        var text = instance.Text(at);
        var quoted = Quote(schema, at);
        if (rules.Minimum is { } minimum && minimum.Compare(text) < (rules.MinimumIsExclusive ? 1 : 0))
            Add(schema, "minimum", at, rules.MinimumIsExclusive ? $"more than {minimum.Text}" : $"{minimum.Text} or more", quoted);
        if (rules.Maximum is { } maximum && maximum.Compare(text) > (rules.MaximumIsExclusive ? -1 : 0))
            Add(schema, "maximum", at, rules.MaximumIsExclusive ? $"less than {maximum.Text}" : $"{maximum.Text} or less", quoted);
        if (rules.ExclusiveMinimum is { } above && above.Compare(text) <= 0) Add(schema, "exclusiveMinimum", at, $"more than {above.Text}", quoted);
        if (rules.ExclusiveMaximum is { } below && below.Compare(text) >= 0) Add(schema, "exclusiveMaximum", at, $"less than {below.Text}", quoted);
        if (rules.MultipleOf is { } divisor && !divisor.Divides(text)) Add(schema, "multipleOf", at, $"a multiple of {divisor.Text}", quoted);
        if (rules.Format is not { } format) return;
        if (format.Whole && kind != ValueKind.Integer) Add(schema, "format", at, $"a whole number ({format.Name})", quoted);
        else if (format.Minimum.Compare(text) < 0 || format.Maximum.Compare(text) > 0)
            Add(schema, "format", at, $"between {format.Minimum.Text} and {format.Maximum.Text} ({format.Name})", quoted);
    }

    private void ExplainArray(SchemaNode schema, ArrayRules rules, int at)
    {
        var count = instance[at].Length;
        if (count < rules.MinItems) AddSize(schema, "minItems", at, $"at least {ValueText.Count(rules.MinItems, "item")}", count);
        if (count > rules.MaxItems) AddSize(schema, "maxItems", at, $"at most {ValueText.Count(rules.MaxItems, "item")}", count);
        var item = at + 1;
        for (var place = 0; place < count && !IsDone; place++, item = instance[item].Next)
        {
            if (place < rules.Prefix.Length) Explain(rules.Prefix[place], item);
            else if (rules.Rest is { Types: KindMask.None }) AddSurplus(schema, rules.RestKeyword, item, rules.Prefix.Length);
            else if (rules.Rest is { } rest) Explain(rest, item);
        }
        if (rules.Contains is not null) ExplainContains(schema, rules, at);
        var work = checker.Work;
        if (rules.UniqueItems && count > 1 && UniqueItems.Find(instance, tape, at, count, ref work) is var (earlier, later))
        {
            Add(new FindingDraft("unique-items", at, Keyword(schema, "uniqueItems"),
                $"Items must differ from each other, but items {earlier} and {later} are equal.")
            {
                Expected = "items that differ",
                Actual = $"items {earlier} and {later} are equal",
            });
        }
        checker.Spend(checker.Work - work);
    }

    private void ExplainContains(SchemaNode schema, ArrayRules rules, int at)
    {
        var matches = 0;
        var end = instance[at].Next;
        for (var item = at + 1; item < end; item = instance[item].Next)
            if (checker.Check(rules.Contains!, item)) matches++;
        if (checker.HasStopped) return;
        var actual = $"{matches} of {ValueText.Count(instance[at].Length, "item")}";
        if (matches < rules.MinContains) AddContains(schema, rules.MinContains == 1 ? "contains" : "minContains", at, $"at least {rules.MinContains}", actual);
        if (matches > rules.MaxContains) AddContains(schema, "maxContains", at, $"at most {rules.MaxContains}", actual);
    }

    private void AddContains(SchemaNode schema, string keyword, int at, string expected, string actual) =>
        Add(new FindingDraft(Kebab(keyword), at, Keyword(schema, keyword),
            $"{char.ToUpperInvariant(expected[0])}{expected[1..]} of the items must fit the schema under 'contains', but {actual} do.")
        {
            Expected = expected,
            Actual = actual,
        });

    private void AddSurplus(SchemaNode schema, string keyword, int item, int allowed) =>
        Add(new FindingDraft(Kebab(keyword), item, Keyword(schema, keyword), $"Only {ValueText.Count(allowed, "item")} can be here; this one is too many.")
        {
            Expected = $"at most {ValueText.Count(allowed, "item")}",
            Actual = Quote(schema, item),
        });

    private void AddSize(SchemaNode schema, string keyword, int at, string expected, long actual) =>
        Add(new FindingDraft(Kebab(keyword), at, Keyword(schema, keyword), $"Must have {expected}, but has {actual}.") { Expected = expected,
            Actual = $"{actual}" });

    private void ExplainUnevaluated(SchemaNode schema, int at, ValueKind kind)
    {
        var rest = kind switch { ValueKind.Object => schema.UnevaluatedProperties, ValueKind.Array => schema.UnevaluatedItems, _ => null };
        if (rest is null) return;
        var evaluated = tape.PushEvaluated(instance[at].Length);
        if (checker.CollectEvaluated(schema, at, evaluated))
        {
            var offset = kind == ValueKind.Object ? 1 : 0;
            var end = instance[at].Next;
            for (int value = at + 1 + offset, ordinal = 0; value < end; value = instance[value].Next + offset, ordinal++)
            {
                if ((tape.Evaluated[evaluated + (ordinal >> 6)] & (1UL << ordinal)) != 0) continue;
                if (rest.Types != KindMask.None) Explain(rest, value);
                else if (offset == 1) AddUnknown(schema, "unevaluatedProperties", value, []);
                else AddUnevaluatedItem(schema, value);
            }
        }
        tape.EvaluatedLength = evaluated;
    }

    private void AddUnevaluatedItem(SchemaNode schema, int item) =>
        Add(new FindingDraft("unevaluated-items", item, Keyword(schema, "unevaluatedItems"), "No schema describes this item, so it is not allowed.")
        {
            Expected = "no further item",
            Actual = Quote(schema, item),
        });

    private readonly string Name(int value) => Encoding.UTF8.GetString(instance.Text(value - 1));
}
