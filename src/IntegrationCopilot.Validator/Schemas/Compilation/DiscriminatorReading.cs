using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>
/// Reads discriminators: which values name which of the alternatives (OpenAPI 3.2.0, section 4.25.3, "Options for Mapping Values to Schemas").
/// </summary>
internal sealed class DiscriminatorReading
{
    private const int MaxNesting = 4;
    private static readonly string[] VendorNames = ["x-ms-discriminator-value", "x-discriminator-value"];
    private readonly SchemaReader reader;
    private readonly string property;
    private readonly Dictionary<string, int> found = new(StringComparer.Ordinal);

    private DiscriminatorReading(SchemaReader reader, string property)
    {
        this.reader = reader;
        this.property = property;
    }

    private SchemaNames Names => reader.Compiler.Names;

    public static void Read(SchemaReader reader, RawNode value)
    {
        if (reader.Dialect.Edition == SchemaDialect.Draft202012 && !reader.Compiler.Options.UseDiscriminator) return;
        if (PropertyOf(value) is { } property) new DiscriminatorReading(reader, property).Read(value);
        else if (reader.Dialect.IsOpenApi) reader.Report(SchemaRules.IgnoredKeyword.On(value, "discriminator", "it has no 'propertyName'"));
    }

    /// <summary>An object with the name since 3.0, the name itself in 2.0.</summary>
    private static string? PropertyOf(RawNode discriminator) => discriminator["propertyName"].GetString() ?? discriminator.GetString();

    private void Read(RawNode value)
    {
        RawNode[] branches = [.. (reader.Source["oneOf"].Count > 0 ? reader.Source["oneOf"] : reader.Source["anyOf"]).Children];
        if (branches.Length == 0) ReadInherited(value);
        else ReadAlternatives(value, branches);
    }

    private void ReadAlternatives(RawNode value, RawNode[] branches)
    {
        var targets = Array.ConvertAll(branches, TargetOf);
        foreach (var entry in value["mapping"].Children)
            if (entry.GetString() is { } text) found.TryAdd(entry.Name, Array.IndexOf(targets, Target(text)));
        var mapped = found.Values.ToHashSet();
        for (var i = 0; i < branches.Length; i++)
            foreach (var name in ImplicitNames(branches[i])) found.TryAdd(name, i);
        for (var i = 0; i < branches.Length; i++) AddNested(targets[i], i, 0);
        AddListed(targets);
        if (found.Count == 0) return;
        reader.InPlace.Discriminator = new Discriminator(property, [.. found])
        {
            Default = value["defaultMapping"].GetString() is { } standby ? Array.IndexOf(targets, Target(standby)) : Discriminator.Open,
            IsClosed = !value["defaultMapping"].IsDefined && Enumerable.Range(0, branches.Length)
                .All(i => mapped.Contains(i) || SchemaNames.NameOf(targets[i]) is not null || TakesNoObject(branches[i])),
        };
    }

    /// <summary>Names of the schema itself and of those built on it.</summary>
    private void ReadInherited(RawNode value)
    {
        if (value["defaultMapping"].IsDefined) return;
        var derived = Names.DerivedFrom(reader.Source).ToList();
        if (derived.Count == 0 && value["mapping"].Count == 0) return;
        foreach (var entry in value["mapping"].Children) found.TryAdd(entry.Name, Discriminator.Open);
        foreach (var schema in derived.Prepend(reader.Source)) AddNamesOf(schema, Discriminator.Open);
        reader.InPlace.Discriminator = new Discriminator(property, [.. found]) { IsClosed = true, IsInherited = true };
    }

    private void AddNamesOf(RawNode schema, int branch)
    {
        if (SchemaNames.NameOf(schema) is { } name) found.TryAdd(name, branch);
        foreach (var vendor in VendorNames)
            if (schema[vendor].GetString() is { } given) found.TryAdd(given, branch);
    }

    /// <summary>A value may name what an alternative is in turn: one of its own alternatives, or a schema built on it.</summary>
    private void AddNested(RawNode target, int branch, int depth)
    {
        if (depth > MaxNesting || !target.IsObject) return;
        foreach (var derived in Names.DerivedFrom(target)) AddNamesOf(derived, branch);
        if (PropertyOf(target["discriminator"]) != property) return;
        foreach (var entry in target["discriminator"]["mapping"].Children) found.TryAdd(entry.Name, branch);
        foreach (var keyword in (string[])["oneOf", "anyOf"])
            foreach (var inner in target[keyword].Children)
            {
                foreach (var name in ImplicitNames(inner)) found.TryAdd(name, branch);
                AddNested(TargetOf(inner), branch, depth + 1);
            }
    }

    /// <summary>Values that the alternatives list for the property themselves: what several list leaves the choice open.</summary>
    private void AddListed(RawNode[] targets)
    {
        var listed = targets.SelectMany((target, i) => ListedIn(target, 0).Distinct(StringComparer.Ordinal).Select(value => (value, i)));
        foreach (var group in listed.GroupBy(l => l.value, StringComparer.Ordinal))
            found.TryAdd(group.Key, group.Count() == 1 ? group.First().i : Discriminator.Open);
    }

    private IEnumerable<string> ListedIn(RawNode schema, int depth)
    {
        if (depth > MaxNesting || !schema.IsObject) return [];
        var own = Names.Final(schema["properties"][property]);
        IEnumerable<RawNode> values = own["const"].IsDefined ? [own["const"]] : own["enum"].Children;
        return values.Select(v => v.GetString() ?? v.GetScalarText()).OfType<string>()
            .Concat(schema["allOf"].Children.SelectMany(part => ListedIn(Names.Final(part), depth + 1)));
    }

    /// <summary>The last step of the reference, and of a file the name without its extension.</summary>
    private static IEnumerable<string> ImplicitNames(RawNode branch)
    {
        if (ReferenceOf(branch) is not { } reference) yield break;
        var last = Uri.UnescapeDataString(reference[(reference.LastIndexOf('/') + 1)..]).Replace("~1", "/", StringComparison.Ordinal)
            .Replace("~0", "~", StringComparison.Ordinal);
        yield return last;
        if (!reference.Contains('#', StringComparison.Ordinal) && last.LastIndexOf('.') is > 0 and var dot) yield return last[..dot];
    }

    /// <summary>The reference of an alternative; that within an <c>allOf</c> of nothing else counts as its own.</summary>
    private static string? ReferenceOf(RawNode branch) =>
        branch["$ref"].GetString() ?? (branch["allOf"] is { IsArray: true, Count: 1 } only ? only[0]["$ref"].GetString() : null);

    private RawNode TargetOf(RawNode branch) => ReferenceOf(branch) is { } reference ? Follow(reference) : branch;

    /// <summary>What a mapping names: a schema's name first, else a reference.</summary>
    private RawNode Target(string text) => Names.Find(reader.Source.Document!, text) is { IsDefined: true } named ? Names.Final(named) : Follow(text);

    private RawNode Follow(string reference) => Names.Final(reader.Compiler.Index.Follow(reader.Node.Resource, reader.Source, reference, out _).Node);

    private static bool TakesNoObject(RawNode branch) => branch["type"].Kind == RawKind.String && !branch["type"].IsString("object");
}
