using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

internal ref partial struct Explainer
{
    private void ExplainInPlace(SchemaNode schema, InPlaceRules rules, int at)
    {
        if (rules.Unresolved.IsDefined) AddUnresolved(rules.Unresolved, at);
        if (rules.Reference is { } reference) Explain(reference, at);
        if (rules.Dynamic is { } dynamic) Explain(dynamic.Resolve(tape.Scope.AsSpan(0, tape.ScopeLength)), at);
        foreach (var branch in rules.AllOf) Explain(branch, at);
        if (rules.If is { } condition && (checker.Check(condition, at) ? rules.Then : rules.Else) is { } next && !checker.HasStopped) Explain(next, at);
        if (rules.Not is { } not && checker.Check(not, at)) AddNot(schema, at);
        var chosen = rules.Discriminator is { } discriminator ? checker.Choose(discriminator, at) : Discriminator.Open;
        if (chosen == Discriminator.Unknown)
        {
            AddDiscriminator(schema, rules.Discriminator!, at);
            return;
        }
        if (chosen >= 0) Explain(rules.Discriminated[chosen], at);
        if (rules.AnyOf.Length > 0 && (chosen < 0 || rules.OneOf.Length > 0)) ExplainAlternatives(schema, "anyOf", rules.AnyOf, at);
        if (rules.OneOf.Length > 0 && chosen < 0) ExplainAlternatives(schema, "oneOf", rules.OneOf, at);
    }

    /// <summary>A fault of the document is never held against a value.</summary>
    private void AddUnresolved(RawNode reference, int at) =>
        Add(new FindingDraft("unresolved-reference", at, reference,
            $"The reference '{ValueText.Shorten(reference.GetString() ?? "")}' leads nowhere, so nothing is known of this value and nothing of it was checked. Correct the reference in the document.")
        {
            Severity = FindingSeverity.Warning,
            Expected = "a reference that leads to a schema",
        });

    private void AddNot(SchemaNode schema, int at) =>
        Add(new FindingDraft("not", at, Keyword(schema, "not"),
            $"Must not fit the schema under 'not', but {Quote(schema, at)} does.") { Expected = "a value that does not fit 'not'", Actual =
            Quote(schema, at) });

    private void ExplainAlternatives(SchemaNode schema, string keyword, SchemaNode[] branches, int at)
    {
        List<int> fitting = [];
        for (var i = 0; i < branches.Length && (keyword == "oneOf" || fitting.Count == 0); i++)
            if (checker.Check(branches[i], at)) fitting.Add(i);
        if (checker.HasStopped) return;
        if ((fitting.Count > 0 && keyword == "anyOf") || fitting.Count == 1) ExplainFitting(branches[fitting[0]], at);
        else if (fitting.Count > 1) AddTooManyFit(schema, branches, fitting, at);
        else if (schema.InPlace!.Discriminator is { } discriminator && ReferenceEquals(branches, schema.InPlace.Discriminated))
            ExplainUndecided(schema, keyword, discriminator, branches, at);
        else ExplainNoneFits(schema, keyword, branches, at);
    }

    /// <summary>A branch that fits can still hold what is worth a warning.</summary>
    private void ExplainFitting(SchemaNode branch, int at)
    {
        if (checker.SawRemark) Explain(branch, at);
    }

    private void AddTooManyFit(SchemaNode schema, SchemaNode[] branches, List<int> fitting, int at)
    {
        var names = ValueText.Join([.. fitting.Select(i => BranchNames.Of(branches, i))]).Replace(" or ", " and ", StringComparison.Ordinal);
        Add(new FindingDraft("one-of", at, Keyword(schema, "oneOf"),
            $"Must fit exactly one of {branches.Length} alternatives, but fits {fitting.Count}: {names}.")
        {
            Expected = "exactly one alternative",
            Actual = $"{fitting.Count} alternatives",
        });
    }

    /// <summary>No alternative fits, and the property that should name one is missing or names none.</summary>
    private void ExplainUndecided(SchemaNode schema, string keyword, Discriminator discriminator, SchemaNode[] branches, int at)
    {
        if (instance[at].Kind == ValueKind.Object) AddDiscriminator(schema, discriminator, at);
        else ExplainNoneFits(schema, keyword, branches, at);
    }

    private void AddDiscriminator(SchemaNode schema, Discriminator discriminator, int at)
    {
        var value = instance.FindMember(at, discriminator.Name, discriminator.Key);
        var values = ValueText.Join([.. discriminator.Mapping.Select(m => $"\"{ValueText.Shorten(m.Key)}\"")]);
        var source = schema.Source["discriminator"];
        var severity = discriminator.IsInherited ? FindingSeverity.Warning : FindingSeverity.Error;
        if (value >= 0)
        {
            Add(new FindingDraft("discriminator", value, source,
                $"Must be one of {values}, which name the {(discriminator.IsInherited ? "schemas built on this one" : "alternatives")}, but is {Quote(schema, value)}.")
            {
                Severity = severity,
                Expected = $"one of {values}",
                Actual = Quote(schema, value),
            });
            return;
        }
        Add(new FindingDraft("discriminator", at, source, $"'{discriminator.Property}' is missing; it says which alternative applies and is one of {values}.")
        {
            Missing = discriminator.Property,
            Expected = $"one of {values}",
            Actual = "missing",
        });
    }

    /// <summary>Says what all alternatives have in common, or what keeps the value from the closest.</summary>
    private void ExplainNoneFits(SchemaNode schema, string keyword, SchemaNode[] branches, int at)
    {
        var summary = new AlternativeSummary(instance, at, branches);
        if (summary.Expected is { } expected)
        {
            Add(schema, keyword, at, expected, Quote(schema, at));
            return;
        }
        var closest = ClosestBranch.Find(ref checker, instance, branches, at);
        var name = BranchNames.Of(branches, closest);
        var names = ValueText.Join([.. branches.Select((_, i) => BranchNames.Of(branches, i))]);
        Add(new FindingDraft(Kebab(keyword), at, Keyword(schema, keyword),
            $"Must fit {(keyword == "oneOf" ? "exactly one" : "at least one")} of {branches.Length} alternatives, but fits none; {name} comes closest.")
        {
            Expected = names,
            Actual = Quote(schema, at),
        });
        Explain(branches[closest], at);
    }
}
