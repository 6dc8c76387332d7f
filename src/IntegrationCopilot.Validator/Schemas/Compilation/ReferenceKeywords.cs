using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Keywords that lead to other schemas.</summary>
internal static class ReferenceKeywords
{
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
        if (target.Resource.IsRecursiveAnchor && target.Node == target.Resource.Root)
            reader.InPlace.Dynamic = reader.Compiler.Track(new DynamicReference("", initial));
        else reader.InPlace.Reference = Combine(reader, initial);
    }

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
        var target = reader.Compiler.Index.Follow(reader.Node.Resource, reader.Source, reference, out var reason);
        if (target.Node.IsDefined) return target;
        reader.InPlace.Unresolved = value;
        var lead = IsAwayFromDocument(reader, value, reference)
            ? $"{reason}. A schema of a description refers to other parts of it: compile it with {nameof(SchemaSet)}.{nameof(SchemaSet.For)}" : reason;
        reader.Report(SchemaRules.UnresolvedReference.On(value, reference, lead));
        return null;
    }

    /// <summary>Whether the reference is meant to start at a description that this schema was compiled without.</summary>
    private static bool IsAwayFromDocument(SchemaReader reader, RawNode value, string reference) =>
        reader.Compiler.Options.Documents is null && (reference.StartsWith('#')
            ? reference.StartsWith("#/components/", StringComparison.Ordinal) || value.Document!.Find(reference[1..]).IsDefined
            : !Uri.TryCreate(reference, UriKind.Absolute, out _));
}
