namespace IntegrationCopilot.SpecEngine;

/// <summary>Which operations send and receive which components, through any number of references.</summary>
/// <remarks>One walk over the documents; takes time linear in their size. Recursion is bounded by the depth the reader allows.</remarks>
internal sealed class UseGraph
{
    private readonly RawDocumentSet documents;
    private readonly Dictionary<RawNode, UsePart> parts = [];
    private readonly Queue<(UsePart User, RawNode Holder, RawNode Reference, ObjectShape Shape)> references = new();
    private readonly CancellationToken cancellationToken;

    private readonly List<(RawNode Node, ObjectShape Shape)> others = [];

    public UseGraph(RawDocumentSet documents, RawNode root, ObjectShape shape, CancellationToken cancellationToken)
    {
        this.documents = documents;
        this.cancellationToken = cancellationToken;
        AddRoot(root, shape);
        while (references.TryDequeue(out var reference)) Follow(reference.User, reference.Holder, reference.Reference, reference.Shape);
        foreach (var part in parts.Values.ToArray()) part.Spread();
    }

    /// <summary>Parts that stand in other documents, in the order in which they were referred to.</summary>
    public IReadOnlyList<(RawNode Node, ObjectShape Shape)> InOtherDocuments => others;

    /// <summary>Who uses what stands here; nobody when it lies in no part.</summary>
    public Use Of(RawNode node) => PartOf(node)?.Use ?? Use.None;

    private void AddRoot(RawNode root, ObjectShape shape)
    {
        foreach (var shelf in Shelves.Of(root))
            foreach (var component in shelf.Children) parts.TryAdd(component.Anchored, new UsePart(false, false, []));
        Visit(root, shape.Value, new UsePart(false, false, []), isDelivery: false);
    }

    private void Visit(RawNode node, ValueShape shape, UsePart owner, bool isDelivery)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (node.IsArray && shape.Items is { } items)
        {
            foreach (var item in node.Children) Visit(item, items, owner, isDelivery);
        }
        else if (node.IsObject && shape.Object is { } members)
        {
            VisitObject(node, members, parts.GetValueOrDefault(node.Anchored, owner), isDelivery);
        }
    }

    private void VisitObject(RawNode node, ObjectShape shape, UsePart owner, bool isDelivery)
    {
        if (node.FindMember("$ref"u8) is { Kind: RawKind.String } reference) references.Enqueue((owner, node, reference, shape));
        if (shape.Name == ShapeNames.PathItem)
        {
            VisitPathItem(node, shape, isDelivery);
            return;
        }
        foreach (var member in node.Children)
        {
            var inside = ShapeNames.Inside(shape, member);
            var delivers = isDelivery || shape.Name == ShapeNames.Callback || member.NameEquals("webhooks"u8) || member.NameEquals("x-webhooks"u8);
            if (inside.Object is not null || inside.Items is not null) Visit(member, inside, owner, delivers);
        }
    }

    private void VisitPathItem(RawNode node, ObjectShape shape, bool isDelivery)
    {
        var shared = Part(node.FindMember("parameters"u8), !isDelivery, [.. Operations(node).Select(o => $"{o.Name.ToUpperInvariant()} {node.Name}")]);
        foreach (var member in node.Children)
        {
            var inside = ShapeNames.Inside(shape, member);
            if (member.NameEquals("parameters"u8)) Visit(member, inside, shared, isDelivery);
            else if (inside.Object is { Name: ShapeNames.Operation } operation && member.IsObject) VisitOperation(member, operation, node.Name, isDelivery);
            else if (inside.Object is not null) Visit(member, inside, shared, isDelivery);
        }
    }

    private static IEnumerable<RawNode> Operations(RawNode pathItem) =>
        pathItem.Children.Where(m => HttpMethods.Of(m, OpenApiEdition.V32) is not null && m.IsObject);

    /// <summary>What the API sends of its own accord is received by clients, and they answer it.</summary>
    private void VisitOperation(RawNode node, ObjectShape shape, string path, bool isDelivery)
    {
        string[] id = [$"{node.Name.ToUpperInvariant()} {path}"];
        foreach (var member in node.Children)
        {
            var inside = ShapeNames.Inside(shape, member);
            if (inside.Object is null && inside.Items is null) continue;
            var answers = member.NameEquals("responses"u8);
            Visit(member, inside, Part(member, answers == isDelivery, id), isDelivery);
        }
    }

    private UsePart Part(RawNode node, bool isSent, IReadOnlyList<string> operations)
    {
        var part = new UsePart(isSent, !isSent, operations);
        if (node.IsDefined) parts[node.Anchored] = part;
        return part;
    }

    private void Follow(UsePart user, RawNode holder, RawNode reference, ObjectShape shape)
    {
        var target = documents.ResolveReference(holder, reference);
        if (!target.IsDefined) return;
        if (PartOf(target) is { } used)
        {
            used.AddUser(user);
            return;
        }
        var part = parts[target.Anchored] = new UsePart(false, false, []);
        part.AddUser(user);
        if (target.Document != documents.Entry) others.Add((target, shape));
        Visit(target, shape.Value, part, isDelivery: false);
    }

    private UsePart? PartOf(RawNode node)
    {
        for (var at = node; at.IsDefined; at = at.Parent)
            if (parts.TryGetValue(at.Anchored, out var part)) return part;
        return null;
    }
}
