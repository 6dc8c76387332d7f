namespace IntegrationCopilot.Validator;

/// <summary>Looks for keywords that cannot be met together.</summary>
internal static class SchemaChecks
{
    public static void Run(SchemaReader reader)
    {
        var node = reader.Node;
        if (node.Strings is { } strings && strings.MinLength > strings.MaxLength) Contradict(reader, "minLength", "maxLength");
        if (node.Arrays is { } arrays)
        {
            if (arrays.MinItems > arrays.MaxItems) Contradict(reader, "minItems", "maxItems");
            if (arrays.Contains is not null && arrays.MinContains > arrays.MaxContains) Contradict(reader, "minContains", "maxContains");
        }
        if (node.Objects is { } objects) CheckObjects(reader, objects);
        if (node.Numbers is { Minimum: { } minimum, Maximum: { } maximum } && minimum.OrderTo(maximum) > 0) Contradict(reader, "minimum", "maximum");
        var values = node.Enum ?? node.Const;
        if (values is { Count: > 0 } && (values.Kinds & node.Types) == 0 && !node.AcceptsNull) Contradict(reader, "type", node.Enum is null ? "const" : "enum");
    }

    private static void CheckObjects(SchemaReader reader, ObjectRules objects)
    {
        if (objects.MinProperties > objects.MaxProperties) Contradict(reader, "minProperties", "maxProperties");
        if (reader.Source["additionalProperties"].GetBoolean() != false || objects.Patterns.Length > 0) return;
        foreach (var name in objects.Required)
            if (!objects.Properties.ContainsKey(name)) reader.Report(SchemaRules.RequiredForbidden.On(reader.Source["required"], name));
    }

    private static void Contradict(SchemaReader reader, string first, string second) =>
        reader.Report(SchemaRules.Contradiction.On(reader.Source[second], first, second));
}
