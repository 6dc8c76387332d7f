using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Keywords about the members of objects.</summary>
internal static class PropertyKeywords
{
    public static void ReadRequired(SchemaReader reader, RawNode value)
    {
        // A boolean marks parameters in OpenAPI 2.0 and, by mistake, properties in 3.0; it asks nothing of the value.
        if (reader.Dialect.IsOpenApi && value.GetBoolean() is not null)
        {
            if (reader.Dialect.Edition == SchemaDialect.OpenApi30)
                reader.Report(SchemaRules.IgnoredKeyword.On(value, "required", "list the names beside 'properties'"));
            return;
        }
        var unwelcome = UnwelcomeNames(reader);
        reader.Objects.Required = [.. reader.Names(value).Where(name => !unwelcome.Contains(name))];
    }

    public static void ReadProperties(SchemaReader reader, RawNode value)
    {
        foreach (var member in reader.Members(value)) reader.Objects.Properties[member.Name] = reader.Schema(member);
        if (reader.Node.Objects is { } objects)
            objects.Unwelcome.UnionWith(reader.Compiler.Directions.UnwelcomeProperties(reader.Source, reader.Node.Resource));
    }

    public static void ReadPatternProperties(SchemaReader reader, RawNode value)
    {
        List<PatternProperty> patterns = [];
        foreach (var member in reader.Members(value))
            if (reader.Pattern(member, member.Name) is { } pattern) patterns.Add(new PatternProperty(pattern, reader.Schema(member)));
        reader.Objects.Patterns = [.. patterns];
    }

    public static void ReadDependentRequired(SchemaReader reader, RawNode value) =>
        reader.Objects.DependentRequired = [.. reader.Members(value).Select(m => Requirement(reader, m, "dependentRequired"))];

    public static void ReadDependentSchemas(SchemaReader reader, RawNode value) =>
        reader.Objects.DependentSchemas =
            [.. reader.Members(value).Select(m => new DependentSchema(new RequiredName(m.Name), reader.Schema(m), "dependentSchemas"))];

    public static void ReadDependencies(SchemaReader reader, RawNode value)
    {
        var members = reader.Members(value).ToList();
        var required = members.Where(m => m.IsArray).Select(m => Requirement(reader, m, "dependencies"));
        var schemas = members.Where(m => !m.IsArray).Select(m => new DependentSchema(new RequiredName(m.Name), reader.Schema(m), "dependencies"));
        reader.Objects.DependentRequired = [.. reader.Objects.DependentRequired, .. required];
        reader.Objects.DependentSchemas = [.. reader.Objects.DependentSchemas, .. schemas];
    }

    /// <summary>Branches written here learn which properties their siblings make unwelcome, so that they do not require them.</summary>
    public static void ReadAllOf(SchemaReader reader, RawNode value)
    {
        reader.InPlace.AllOf = reader.Schemas(value);
        var unwelcome = UnwelcomeNames(reader);
        if (unwelcome.Count == 0) return;
        foreach (var branch in reader.InPlace.AllOf) reader.Compiler.Directions.Inherit(branch, unwelcome);
    }

    private static DependentRequirement Requirement(SchemaReader reader, RawNode member, string keyword) =>
        new(new RequiredName(member.Name), [.. reader.Names(member).Select(n => new RequiredName(n))], keyword);

    private static HashSet<string> UnwelcomeNames(SchemaReader reader) => reader.Compiler.Directions.UnwelcomeNames(reader.Node);
}
