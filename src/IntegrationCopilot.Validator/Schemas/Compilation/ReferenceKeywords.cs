using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Keywords that lead to other schemas.</summary>
internal static class ReferenceKeywords
{
    private const string SchemaShelf = "#/components/schemas/";

    public static void ReadReference(SchemaReader reader, RawNode value)
    {
        if (Follow(reader, value) is { } target) reader.InPlace.Reference = Compile(reader, target);
    }

    public static void ReadDynamic(SchemaReader reader, RawNode value)
    {
        if (Follow(reader, value) is not { } target) return;
        var initial = Compile(reader, target);
        if (target.DynamicAnchor is { } anchor) reader.InPlace.Dynamic = reader.Compiler.Track(new DynamicReference(anchor, initial));
        else reader.InPlace.Reference = Combine(reader, initial);
    }

    public static void ReadRecursive(SchemaReader reader, RawNode value)
    {
        if (Follow(reader, value) is not { } target) return;
        var initial = Compile(reader, target);
        if (target.Resource.IsRecursiveAnchor && target.Node == target.Resource.Root) reader.InPlace.Dynamic = reader.Compiler.Track(new DynamicReference("", initial));
        else reader.InPlace.Reference = Combine(reader, initial);
    }

    public static void ReadDiscriminator(SchemaReader reader, RawNode value)
    {
        if (reader.Dialect.Edition == SchemaDialect.Draft202012 && !reader.Compiler.Options.UseDiscriminator) return;
        if (value["propertyName"].GetString() is not { } property)
        {
            if (reader.Dialect.IsOpenApi) reader.Report(SchemaRules.IgnoredKeyword.On(value, "discriminator", "it has no 'propertyName'"));
            return;
        }
        var branches = reader.Source["oneOf"].Count > 0 ? reader.Source["oneOf"] : reader.Source["anyOf"];
        var mapping = Mapping(reader, value, [.. branches.Children]);
        if (mapping.Count > 0) reader.InPlace.Discriminator = new Discriminator(property, mapping);
    }

    /// <summary>Values of the property and the branch each names: by <c>mapping</c>, then by the names of the schemas referred to.</summary>
    private static List<KeyValuePair<string, int>> Mapping(SchemaReader reader, RawNode discriminator, RawNode[] branches)
    {
        Dictionary<string, int> found = new(StringComparer.Ordinal);
        var targets = branches.Select(b => b["$ref"].GetString() is { } text ? Target(reader, text) : default).ToArray();
        foreach (var entry in discriminator["mapping"].Children)
        {
            if (entry.GetString() is not { } text) continue;
            var named = text.AsSpan().IndexOfAny('/', '#', '.') < 0 ? Target(reader, SchemaShelf + text) : Target(reader, text);
            var branch = named.IsDefined ? Array.IndexOf(targets, named) : -1;
            if (branch >= 0) found.TryAdd(entry.Name, branch);
        }
        for (var i = 0; i < branches.Length; i++)
        {
            if (branches[i]["$ref"].GetString() is not { } reference) continue;
            found.TryAdd(Uri.UnescapeDataString(reference[(reference.LastIndexOf('/') + 1)..]), i);
        }
        return [.. found];
    }

    private static RawNode Target(SchemaReader reader, string reference) => reader.Compiler.Index.Follow(reader.Node.Resource, reference, out _).Node;

    /// <summary>A schema may hold <c>$ref</c> and a second reference beside it.</summary>
    private static SchemaNode Combine(SchemaReader reader, SchemaNode target)
    {
        if (reader.InPlace.Reference is { } first) reader.InPlace.AllOf = [.. reader.InPlace.AllOf, first];
        return target;
    }

    private static SchemaNode Compile(SchemaReader reader, ReferenceTarget target)
    {
        var node = reader.Compiler.Get(target.Node, target.Resource);
        reader.Node.Children.Add(node);
        return node;
    }

    private static ReferenceTarget? Follow(SchemaReader reader, RawNode value)
    {
        if (value.GetString() is not { } reference)
        {
            reader.ReportKind(value, "a string");
            return null;
        }
        var target = reader.Compiler.Index.Follow(reader.Node.Resource, reference, out var reason);
        if (target.Node.IsDefined) return target;
        reader.Report(SchemaRules.UnresolvedReference.On(value, reference, reason));
        return null;
    }
}
