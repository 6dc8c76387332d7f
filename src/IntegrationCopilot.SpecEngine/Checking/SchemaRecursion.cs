namespace IntegrationCopilot.SpecEngine;

/// <summary>Finds schemas that apply themselves to the same value again, and schemas whose values would have to hold themselves.</summary>
/// <remarks>A circle always goes through a reference, so the search begins at what references lead to. Each schema is entered once for each question.</remarks>
internal sealed class SchemaRecursion(CheckContext context, CancellationToken cancellationToken)
{
    private static readonly string[] Compositions = ["allOf", "anyOf", "oneOf"];

    public void Check(IEnumerable<RawNode> targets)
    {
        var ordered = targets.ToList();
        var endless = Circles(ordered, InPlace, SchemaKeywordRules.Endless, []);
        Circles(ordered, Needed, SchemaKeywordRules.Infinite, endless);
    }

    /// <summary>Depth first, with a stack of its own; a step back onto the path is a circle.</summary>
    private HashSet<RawNode> Circles(List<RawNode> starts, Func<RawNode, IEnumerable<RawNode>> steps, SpecRule rule, HashSet<RawNode> known)
    {
        HashSet<RawNode> done = [];
        HashSet<RawNode> onPath = [];
        HashSet<RawNode> found = [];
        Stack<(RawNode Node, IEnumerator<RawNode> Steps)> path = [];
        foreach (var start in starts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsLeaf(start) || done.Contains(start)) continue;
            Enter(start);
            while (path.TryPeek(out var top))
            {
                if (!top.Steps.MoveNext())
                {
                    path.Pop();
                    onPath.Remove(top.Node);
                    done.Add(top.Node);
                    continue;
                }
                var next = top.Steps.Current;
                if (onPath.Contains(next)) Report(next);
                else if (!IsLeaf(next) && !done.Contains(next)) Enter(next);
            }
        }
        return found;

        void Enter(RawNode node)
        {
            onPath.Add(node);
            path.Push((node, steps(node).GetEnumerator()));
        }

        void Report(RawNode back)
        {
            if (!found.Add(back) || known.Contains(back)) return;
            var circle = path.Select(p => p.Node).TakeWhile(n => n != back).Reverse().Prepend(back).ToList();
            if (circle.TrueForAll(n => n.FindMember("$ref"u8).Kind == RawKind.String && n.Count == 1)) return;
            context.Report(rule, back, string.Join(" → ", circle.Take(6).Select(n => Excerpt.Of("#" + n.Pointer))) + (circle.Count > 6 ? " → …" : ""));
        }
    }

    /// <summary>Whether a schema leads to no other in either way, as most do.</summary>
    private static bool IsLeaf(RawNode schema)
    {
        if (!schema.IsObject) return true;
        foreach (var keyword in schema.Children)
            if (keyword.NameEquals("$ref"u8) || keyword.NameEquals("required"u8) || keyword.NameEquals("minItems"u8) || keyword.NameEquals("allOf"u8)
                || keyword.NameEquals("anyOf"u8) || keyword.NameEquals("oneOf"u8) || keyword.NameEquals("not"u8))
                return false;
        return true;
    }

    /// <summary>Schemas applied to the same value.</summary>
    private IEnumerable<RawNode> InPlace(RawNode schema)
    {
        if (Target(schema) is { IsDefined: true } target)
        {
            yield return target;
            if (context.Edition < OpenApiEdition.V31) yield break;
        }
        foreach (var name in Compositions)
            foreach (var part in schema[name].Children) yield return part;
        if (schema.FindMember("not"u8) is { IsObject: true } not) yield return not;
    }

    /// <summary>Schemas that some part of every value must meet.</summary>
    private IEnumerable<RawNode> Needed(RawNode schema)
    {
        if (AllowsNull(schema)) yield break;
        if (Target(schema) is { IsDefined: true } target)
        {
            yield return target;
            if (context.Edition < OpenApiEdition.V31) yield break;
        }
        foreach (var part in schema.FindMember("allOf"u8).Children) yield return part;
        if (schema.FindMember("type"u8).IsString("array") && schema.FindMember("minItems"u8).GetDouble() >= 1 && !schema.FindMember("prefixItems"u8).IsDefined
            && schema.FindMember("items"u8) is { IsObject: true } items)
            yield return items;
        var properties = schema.FindMember("properties"u8);
        if (!properties.IsObject || !MustBeObject(schema)) yield break;
        foreach (var name in schema.FindMember("required"u8).Children)
            if (name.GetString() is { } text && properties[text] is { IsObject: true } property) yield return property;
    }

    private static bool MustBeObject(RawNode schema) =>
        schema.FindMember("type"u8).IsString("object") || schema.FindMember("type"u8) is { IsArray: true, Count: 1 };

    private static bool AllowsNull(RawNode schema) =>
        schema.FindMember("nullable"u8).GetBoolean() == true || schema.FindMember("x-nullable"u8).GetBoolean() == true
            || (schema.FindMember("type"u8).IsArray && schema.FindMember("type"u8).Children.Any(t => t.IsString("null")));

    private RawNode Target(RawNode schema)
    {
        var reference = schema.FindMember("$ref"u8);
        if (reference.Kind != RawKind.String) return default;
        var target = context.Documents.ResolveReference(schema, reference);
        return target.IsObject ? target : default;
    }
}
