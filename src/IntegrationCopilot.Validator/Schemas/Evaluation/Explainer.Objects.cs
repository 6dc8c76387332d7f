namespace IntegrationCopilot.Validator;

internal ref partial struct Explainer
{
    private void ExplainObject(SchemaNode schema, ObjectRules rules, int at)
    {
        var count = instance[at].Length;
        if (count < rules.MinProperties)
            AddSize(schema, "minProperties", at, $"at least {ValueText.Count(rules.MinProperties, "property", "properties")}", count);
        if (count > rules.MaxProperties)
            AddSize(schema, "maxProperties", at, $"at most {ValueText.Count(rules.MaxProperties, "property", "properties")}", count);
        foreach (var name in rules.Required)
            if (!Has(at, new RequiredName(name))) AddMissing(schema, "required", at, name, $"'{ValueText.Shorten(name)}' is required but missing.");
        var end = instance[at].Next;
        for (var name = at + 1; name < end && !IsDone; name = instance[name + 1].Next) ExplainMember(schema, rules, name);
        ExplainDependencies(schema, rules, at);
    }

    private void ExplainMember(SchemaNode schema, ObjectRules rules, int name)
    {
        var place = rules.Names.Find(instance[name].Key, instance.Text(name));
        var covered = false;
        if (place >= 0)
        {
            if (rules.Slots[place].IsUnwelcome) AddUnwelcome(schema, name + 1);
            covered = rules.Slots[place].Schema is not null;
            if (covered) ExplainProperty(schema, rules.Slots[place].Schema!, name + 1);
        }
        foreach (var pattern in rules.Patterns)
        {
            if (!checker.IsMatch(pattern.Pattern, instance.Text(name))) continue;
            covered = true;
            ExplainProperty(schema, pattern.Schema, name + 1);
        }
        if (rules.PropertyNames is { } names) ExplainName(schema, names, name);
        if (covered || rules.Additional is null || checker.HasStopped) return;
        if (rules.Additional.Types == KindMask.None) AddUnknown(schema, "additionalProperties", name + 1, rules.Properties.Keys);
        else Explain(rules.Additional, name + 1);
    }

    private void ExplainProperty(SchemaNode owner, SchemaNode property, int value)
    {
        if (property.Types != KindMask.None)
        {
            Explain(property, value);
            return;
        }
        Add(new FindingDraft("false-schema", value, property.Source,
            $"'{ValueText.Shorten(Name(value))}' is not allowed here.") { Expected = "no such property", Actual = Quote(owner, value) });
    }

    private void ExplainName(SchemaNode owner, SchemaNode schema, int name)
    {
        tape.Tokens[tape.Count] = Token.Value(instance[name].Start, instance[name].Length, tape.Count + 1, ValueKind.String);
        if (checker.Check(schema, tape.Count) || checker.HasStopped) return;
        var reasons = new Explainer(this);
        reasons.Explain(schema, tape.Count);
        checker = reasons.checker;
        var text = ValueText.Shorten(Name(name + 1));
        var reason = reasons.findings.Count > 0 ? reasons.findings[0].Message : "";
        Add(new FindingDraft("property-names", name + 1, Keyword(owner, "propertyNames"), $"The name '{text}' is not allowed here. {reason}".TrimEnd())
        {
            Expected = reasons.findings.Count > 0 ? reasons.findings[0].Expected : null,
            Actual = text,
        });
    }

    private void ExplainDependencies(SchemaNode schema, ObjectRules rules, int at)
    {
        foreach (var dependent in rules.DependentRequired)
        {
            if (!Has(at, dependent.Trigger)) continue;
            foreach (var name in dependent.Names)
                if (!Has(at, name))
                    AddMissing(schema, dependent.Keyword, at, name.Name,
                        $"'{ValueText.Shorten(name.Name)}' is required because '{ValueText.Shorten(dependent.Trigger.Name)}' is there.");
        }
        foreach (var dependent in rules.DependentSchemas)
            if (Has(at, dependent.Trigger)) Explain(dependent.Schema, at);
    }

    private bool Has(int at, RequiredName name) => checker.Spend(instance[at].Length >> 2) && instance.FindMember(at, name.Utf8, name.Key) >= 0;

    private void AddMissing(SchemaNode schema, string keyword, int at, string name, string message)
    {
        if (checker.HasStopped) return;
        Add(new FindingDraft(keyword == "required" ? "required" : "dependent-required", at, Keyword(schema, keyword), message)
        {
            Missing = name,
            Expected = $"the property '{ValueText.Shorten(name)}'",
            Actual = "missing",
        });
    }

    private void AddUnknown(SchemaNode schema, string keyword, int value, IEnumerable<string> described)
    {
        var name = Name(value);
        var near = NearNames.Find(name, described);
        var hint = near is null ? "" : $" Is '{near}' meant?";
        Add(new FindingDraft(Kebab(keyword), value, Keyword(schema, keyword),
            $"'{ValueText.Shorten(name)}' is not described, and undescribed properties are not allowed here.{hint}")
        {
            Expected = near is null ? "no further property" : $"'{near}'",
            Actual = $"'{ValueText.Shorten(name)}'",
        });
    }

    private void AddUnwelcome(SchemaNode schema, int value)
    {
        var isRequest = direction == MessageDirection.Request;
        var (code, message) = isRequest
            ? ("read-only", "is read-only, so a request should not send it")
            : ("write-only", "is write-only, so a response should not hold it");
        Add(new FindingDraft(code, value, schema.Source["properties"][Name(value)], $"'{ValueText.Shorten(Name(value))}' {message}.")
        {
            Severity = FindingSeverity.Warning,
            Expected = "no such property in this direction",
        });
    }
}
