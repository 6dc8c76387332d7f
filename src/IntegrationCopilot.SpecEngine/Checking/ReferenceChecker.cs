namespace IntegrationCopilot.SpecEngine;

/// <summary>Checks references: that they lead somewhere, to the right thing, and to an end. Reads the documents they lead to.</summary>
internal sealed class ReferenceChecker(CheckContext context, DocumentLoader loader, CancellationToken cancellationToken)
{
    private static readonly string[] Shelves = ["schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links",
        "callbacks", "pathItems", "mediaTypes", "definitions"];
    private readonly HashSet<RawNode> ending = [];
    private int followed;

    /// <summary>Where a reference leads; undefined, with a problem, when nowhere useful.</summary>
    /// <param name="holder">The object that is the reference.</param>
    /// <param name="reference">Its <c>$ref</c> member.</param>
    /// <param name="shape">What it must lead to.</param>
    public RawNode Follow(RawNode holder, RawNode reference, ObjectShape shape)
    {
        if (reference.GetString() is not { } text)
        {
            context.Report(ReferenceRules.NotText, reference, ValueShape.Describe(ValueShape.KindOf(reference.Kind)));
            return default;
        }
        if (++followed > loader.Limits.MaxReferences)
        {
            if (followed == loader.Limits.MaxReferences + 1) context.Report(ReferenceRules.TooMany, reference, loader.Limits.MaxReferences);
            return default;
        }
        if (!shape.SiblingsCount && holder.Count > 1) Siblings(holder, reference);
        var target = Step(holder, reference, text, report: true);
        if (!target.IsDefined) return default;
        if (WrongTarget(text, target, shape) is { } found)
        {
            context.Report(ReferenceRules.WrongTarget, reference, Excerpt.Of(text), shape.Name, found);
            return default;
        }
        return target.FindMember("$ref"u8).Kind != RawKind.String || Ends(holder, reference, text) ? target : default;
    }

    private RawNode Step(RawNode holder, RawNode reference, string text, bool report)
    {
        var target = context.Documents.ResolveReference(holder, text);
        if (target.IsDefined) return target;
        var reason = loader.LoadFor(holder, text);
        if (reason is null) target = context.Documents.ResolveReference(holder, text);
        if (!target.IsDefined && report)
            context.Report(loader.IsBeyondReach(holder, text) ? ReferenceRules.NotRead : ReferenceRules.Unresolved, reference, Excerpt.Of(text),
                reason ?? MissingTarget.Explain(context.Documents, holder, text));
        return target;
    }

    private string? WrongTarget(string text, RawNode target, ObjectShape shape)
    {
        if (target == context.Root) return "the whole description";
        if (!target.IsObject && !(shape.SiblingsCount && target.GetBoolean() is not null)) return ValueShape.Describe(ValueShape.KindOf(target.Kind));
        if (shape.Shelf is null || ShelfOf(text, context.Edition) is not { } shelf || shelf == shape.Shelf) return null;
        return $"something kept under '{shelf}'";
    }

    /// <summary>The shelf a reference such as <c>#/components/parameters/Name</c> names; null for all others.</summary>
    private static string? ShelfOf(string text, OpenApiEdition edition)
    {
        var start = text.IndexOf("#/", StringComparison.Ordinal);
        if (start < 0) return null;
        var path = text.AsSpan(start + 2);
        Span<Range> parts = stackalloc Range[4];
        var count = path.Split(parts, '/');
        var shelf = edition == OpenApiEdition.V20 ? (count == 2 ? path[parts[0]] : default) : count == 3 && path[parts[0]] is "components" ? path[parts[1]]
            : default;
        foreach (var known in Shelves)
            if (shelf.SequenceEqual(known)) return known;
        return null;
    }

    /// <summary>Whether following on comes to something that is no reference.</summary>
    private bool Ends(RawNode holder, RawNode reference, string text)
    {
        List<RawNode> path = [];
        HashSet<RawNode>? met = null;
        var node = holder;
        while (node.FindMember("$ref"u8) is { Kind: RawKind.String } next)
        {
            if (ending.Contains(node)) break;
            if (path.Count == 8) met = [.. path];
            if (met is null ? path.Contains(node) : !met.Add(node))
            {
                context.Report(ReferenceRules.Circular, reference, Excerpt.Of(text), Chain(path));
                return false;
            }
            path.Add(node);
            if ((path.Count & 0xFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            node = Step(node, next, next.GetString()!, report: false);
            if (!node.IsDefined) break;
        }
        foreach (var passed in path) ending.Add(passed);
        return true;
    }

    private static string Chain(List<RawNode> path)
    {
        var names = path.Take(6).Select(n => n.Document == path[0].Document ? $"#{n.Pointer}" : $"{n.Document!.Name}#{n.Pointer}");
        return string.Join(" → ", path.Count > 6 ? [.. names, "…"] : [.. names, $"#{path[0].Pointer}"]);
    }

    private void Siblings(RawNode holder, RawNode reference)
    {
        var isNewer = context.Edition >= OpenApiEdition.V31;
        foreach (var member in holder.Children)
        {
            if (member == reference || member.NameBytes.StartsWith("x-"u8)
                || (isNewer && (member.NameEquals("summary"u8) || member.NameEquals("description"u8))))
                continue;
            var name = member.Name;
            context.Report(name is "description" or "summary" or "title" or "example" or "examples" or "externalDocs" ? ReferenceRules.Annotations
                : ReferenceRules.Siblings, member, Excerpt.Of(name));
        }
    }
}
