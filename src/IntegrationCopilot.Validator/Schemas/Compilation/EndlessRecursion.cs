namespace IntegrationCopilot.Validator;

/// <summary>Finds schemas that apply themselves to the same value: evaluating them would never end.</summary>
internal static class EndlessRecursion
{
    public static void Find(SchemaNode root)
    {
        Stack<SchemaNode> reachable = new([root]);
        while (reachable.TryPop(out var node))
        {
            if (node.IsSearched) continue;
            node.IsSearched = true;
            if (node.Recursion == RecursionMark.Unseen) Follow(node);
            foreach (var child in node.Children) reachable.Push(child);
        }
    }

    /// <summary>Goes depth-first along the schemas that apply in place.</summary>
    private static void Follow(SchemaNode start)
    {
        Stack<(SchemaNode Node, IEnumerator<SchemaNode> Next)> path = new();
        Enter(start);
        while (path.TryPeek(out var top))
        {
            if (!top.Next.MoveNext())
            {
                top.Node.Recursion = RecursionMark.Done;
                path.Pop();
                continue;
            }
            var target = top.Next.Current;
            if (target.Recursion == RecursionMark.Unseen) Enter(target);
            else if (target.Recursion == RecursionMark.Open) Cut(top.Node);
        }

        void Enter(SchemaNode node)
        {
            node.Recursion = RecursionMark.Open;
            path.Push((node, InPlace(node).ToList().GetEnumerator()));
        }
    }

    private static IEnumerable<SchemaNode> InPlace(SchemaNode node)
    {
        var dependent = node.Objects?.DependentSchemas.Select(d => d.Schema) ?? [];
        return (node.InPlace?.All() ?? []).Concat(dependent);
    }

    private static void Cut(SchemaNode node)
    {
        if (node.InPlace is null && node.Objects is { DependentSchemas.Length: 0 }) return;
        var keyword = node.Source["$ref"].IsDefined ? node.Source["$ref"] : node.Source;
        (node.Problems ??= []).Add(SchemaRules.EndlessReference.On(keyword));
        node.InPlace = null;
        if (node.Objects is { } objects) objects.DependentSchemas = [];
    }
}
