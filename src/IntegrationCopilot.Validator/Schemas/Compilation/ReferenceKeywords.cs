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
        reader.Report(SchemaRules.UnresolvedReference.On(value, reference, reason));
        return null;
    }
}
