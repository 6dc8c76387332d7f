namespace IntegrationCopilot.SpecEngine;

/// <summary>The objects of a description that describe a value, by their names in the standard.</summary>
public enum DescribedKind
{
    /// <summary>A Schema Object, or a boolean schema since 3.1.</summary>
    Schema,

    /// <summary>A Parameter Object; in OpenAPI 2.0 its keywords are the schema, but for <c>in: body</c>.</summary>
    Parameter,

    /// <summary>A Header Object; in OpenAPI 2.0 its keywords are the schema.</summary>
    Header,

    /// <summary>An Items Object of OpenAPI 2.0, whose keywords are the schema.</summary>
    Items,

    /// <summary>A Media Type Object (3.x), whose name is the media type.</summary>
    MediaType,

    /// <summary>A Response Object of OpenAPI 2.0.</summary>
    Response,
}

/// <summary>An object that describes a value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Node">The object itself, never a reference that stands alone.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public readonly record struct DescribedObject(DescribedKind Kind, RawNode Node);

/// <summary>Every object of a description that describes a value, whether an operation uses it or not.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class DescribedObjects
{
    /// <summary>
    /// Walks along the shapes of the standard, through references and into the documents they lead to. Each object comes once for each kind it is used as, in
    /// no promised order.
    /// </summary>
    /// <param name="spec">The description.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <exception cref="OperationCanceledException">The walk was stopped.</exception>
    public static IEnumerable<DescribedObject> Of(ApiSpec spec, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return Walk(spec, cancellationToken);
    }

    private static IEnumerable<DescribedObject> Walk(ApiSpec spec, CancellationToken cancellationToken)
    {
        HashSet<(RawDocument Document, int Value, ValueShape Shape)> seen = [];
        Stack<(RawNode Node, ValueShape Shape)> open = new([(spec.Document.Root, DescriptionShapes.RootOf(spec.Edition).Value)]);
        while (open.TryPop(out var next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (node, shape) = next;
            if (!seen.Add((node.Document!, node.ValueIndex, shape))) continue;
            if (node.IsArray && shape.Items is { } items)
                foreach (var item in node.Children) open.Push((item, items));
            if (shape.Object is not { } members || !(node.IsObject || (members.IsSchema && node.GetBoolean() is not null))) continue;
            var standsAlone = false;
            if ((members.References == ReferenceUse.Allowed || members.Find("$ref"u8) is null)
                && node.FindMember("$ref"u8) is { Kind: RawKind.String } reference)
            {
                standsAlone = !members.SiblingsCount;
                if (spec.Documents.ResolveReference(node, reference) is { IsDefined: true } target) open.Push((target, members.Value));
            }
            if (standsAlone) continue;
            if (members.Kind is { } kind) yield return new DescribedObject(kind, node);
            foreach (var member in node.Children)
                if (ShapeOf(member, members) is { } inner) open.Push((member, inner));
        }
    }

    private static ValueShape? ShapeOf(RawNode member, ObjectShape owner)
    {
        if (owner.Find(member.NameBytes) is { } field) return field.Value == ValueShape.Any ? null : field.Value;
        return owner.HasExtensions && member.NameBytes.StartsWith("x-"u8) ? null : owner.Others;
    }
}
