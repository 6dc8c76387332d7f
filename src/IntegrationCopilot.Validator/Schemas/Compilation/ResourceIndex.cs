using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Finds resources and anchors by walking schemas, and follows references to them.</summary>
internal sealed class ResourceIndex
{
    private readonly SchemaOptions options;
    private readonly Dictionary<string, SchemaResource> byUri = new(StringComparer.Ordinal);
    private readonly Dictionary<RawNode, SchemaResource> byRoot = [];
    private readonly HashSet<RawNode> walked = [];
    private readonly List<SpecProblem> problems = [];

    public ResourceIndex(SchemaOptions options) => this.options = options;

    /// <summary>Problems found while walking, since the last call.</summary>
    public IReadOnlyList<SpecProblem> TakeProblems()
    {
        var taken = problems.ToArray();
        problems.Clear();
        return taken;
    }

    /// <summary>The resource of a document whose root references start from.</summary>
    public SchemaResource OfDocument(RawDocument document, Dialect dialect)
    {
        if (byRoot.TryGetValue(document.Root, out var known)) return known;
        var resource = Enter(document.Root, SchemaUri.OfDocument(document.Name), dialect);
        foreach (var shelf in (ReadOnlySpan<string>)["/components/schemas", "/definitions"])
            foreach (var schema in document.Find(shelf).Children) Walk(schema, resource);
        return resource;
    }

    /// <summary>The resource of a schema that stands for itself, wherever it is written.</summary>
    public SchemaResource OfSchema(RawNode schema, Dialect dialect) =>
        byRoot.TryGetValue(schema, out var known) ? known : Enter(schema, SchemaUri.OfDocument(schema.Document!.Name), dialect);

    /// <summary>The nearest resource that a schema stands in or is the root of; null when none is known.</summary>
    public SchemaResource? Around(RawNode schema)
    {
        for (var node = schema; node.IsDefined; node = node.Parent)
            if (byRoot.TryGetValue(node, out var known)) return known;
        return null;
    }

    /// <summary>The resource a schema belongs to; it is walked when it has not been.</summary>
    public SchemaResource OfSubschema(RawNode schema, SchemaResource around)
    {
        Walk(schema, around);
        return byRoot.GetValueOrDefault(schema, around);
    }

    /// <summary>Follows a reference.</summary>
    /// <param name="from">The resource it stands in.</param>
    /// <param name="holder">The schema that holds it.</param>
    /// <param name="reference">A URI reference.</param>
    /// <param name="reason">Why it leads nowhere.</param>
    /// <returns>Where it leads; an undefined node when nowhere.</returns>
    /// <remarks>
    /// In a description its reader decides, so that what the reader calls unresolved is unresolved for everybody; beside its documents only what the caller has
    /// registered is known.
    /// </remarks>
    public ReferenceTarget Follow(SchemaResource from, RawNode holder, string reference, out string reason)
    {
        if (options.Documents?.ResolveReference(holder, reference) is not { } known) return FollowAlone(from, reference, out reason);
        var (target, fragment) = SchemaUri.Split(reference);
        reason = "";
        if (known.IsDefined) return Found(known, fragment, from.Dialect);
        if (target.Length > 0 && FindRegistered(from, target) is { } registered) return At(registered, fragment, out reason);
        reason = "the description holds nothing by that reference";
        return default;
    }

    private ReferenceTarget Found(RawNode node, string fragment, Dialect dialect)
    {
        var document = OfDocument(node.Document!, dialect);
        var resource = Around(node) ?? document;
        var isDynamic = fragment.Length > 0 && fragment[0] != '/' && resource.DynamicAnchors.TryGetValue(fragment, out var anchored) && anchored == node;
        return new ReferenceTarget(node, resource, isDynamic ? fragment : null);
    }

    private ReferenceTarget FollowAlone(SchemaResource from, string reference, out string reason)
    {
        var (target, fragment) = SchemaUri.Split(reference);
        var resource = target.Length == 0 ? from : FindResource(from, target);
        reason = $"no schema is known under '{target}'";
        return resource is null ? default : At(resource, fragment, out reason);
    }

    private ReferenceTarget At(SchemaResource resource, string fragment, out string reason)
    {
        reason = "";
        if (fragment.Length == 0) return new ReferenceTarget(resource.Root, resource, null);
        if (fragment[0] == '/')
        {
            reason = $"nothing is at '{fragment}'";
            return Step(resource, fragment);
        }
        reason = $"there is no anchor '{fragment}'";
        if (resource.DynamicAnchors.TryGetValue(fragment, out var node)) return new ReferenceTarget(node, resource, fragment);
        return resource.Anchors.TryGetValue(fragment, out node) ? new ReferenceTarget(node, resource, null) : default;
    }

    private SchemaResource? FindResource(SchemaResource from, string target)
    {
        var uri = SchemaUri.WithoutFragment(SchemaUri.Resolve(from.BaseUri, target));
        if (byUri.TryGetValue(uri, out var known)) return known;
        return FindRegistered(from, target) ?? (MetaSchemas.Find(uri) is { } document ? Register(document, uri, from) : null);
    }

    /// <summary>A schema that the caller made known.</summary>
    private SchemaResource? FindRegistered(SchemaResource from, string target)
    {
        var uri = SchemaUri.WithoutFragment(SchemaUri.Resolve(from.BaseUri, target));
        return options.Catalog?.Find(uri) is { } document ? byUri.GetValueOrDefault(uri) ?? Register(document, uri, from) : null;
    }

    private SchemaResource Register(RawDocument document, string uri, SchemaResource from)
    {
        var resource = Enter(document.Root, uri, from.Dialect);
        byUri.TryAdd(uri, resource);
        return resource;
    }

    /// <summary>Walks a JSON Pointer from the root of a resource, through resources embedded on the way.</summary>
    private ReferenceTarget Step(SchemaResource resource, string pointer)
    {
        var node = resource.Root;
        foreach (var part in pointer[1..].Split('/'))
        {
            var token = NodePointer.Unescape(part);
            node = node.IsArray ? (int.TryParse(token, out var item) ? node[item] : default) : node[token];
            if (!node.IsDefined) return default;
            resource = byRoot.GetValueOrDefault(node, resource);
        }
        return new ReferenceTarget(node, resource, null);
    }

    private SchemaResource Enter(RawNode root, string baseUri, Dialect fallback)
    {
        var dialect = ReadDialect(root, fallback);
        var id = ReadId(root, dialect);
        var uri = id is null ? baseUri : SchemaUri.WithoutFragment(SchemaUri.Resolve(baseUri, id));
        var resource = new SchemaResource(uri, root, dialect);
        Add(resource);
        byUri.TryAdd(baseUri, resource);
        Walk(root, resource);
        return resource;
    }

    private void Add(SchemaResource resource)
    {
        byUri.TryAdd(resource.BaseUri, resource);
        byRoot[resource.Root] = resource;
    }

    private void Walk(RawNode schema, SchemaResource around)
    {
        Stack<(RawNode Node, SchemaResource Resource)> open = new([(schema, around)]);
        while (open.TryPop(out var next))
        {
            if (!next.Node.IsObject || !walked.Add(next.Node)) continue;
            var resource = ReadIdentity(next.Node, next.Resource);
            foreach (var member in next.Node.Children)
                foreach (var child in KeywordTable.Subschemas(member, resource.Dialect)) open.Push((child, resource));
        }
    }

    /// <summary>Reads the identifiers a schema object carries.</summary>
    private SchemaResource ReadIdentity(RawNode node, SchemaResource around)
    {
        if (!byRoot.TryGetValue(node, out var resource))
        {
            resource = around;
            var dialect = node["$schema"].IsDefined ? ReadDialect(node, around.Dialect) : around.Dialect;
            if (ReadId(node, dialect) is { } id)
            {
                resource = new SchemaResource(SchemaUri.WithoutFragment(SchemaUri.Resolve(around.BaseUri, id)), node, dialect);
                Add(resource);
            }
        }
        ReadAnchors(node, resource);
        return resource;
    }

    private static void ReadAnchors(RawNode node, SchemaResource resource)
    {
        var dialect = resource.Dialect;
        if (dialect.HasIdAnchors && !node["$ref"].IsDefined && node[dialect.IdKeyword].GetString() is { } id
            && id.IndexOf('#', StringComparison.Ordinal) is var hash && hash >= 0 && hash + 1 < id.Length)
            resource.Anchors.TryAdd(id[(hash + 1)..], node);
        if (dialect.Edition is not (SchemaDialect.Draft201909 or SchemaDialect.Draft202012)) return;
        if (node["$anchor"].GetString() is { } anchor) resource.Anchors.TryAdd(anchor, node);
        if (dialect.Edition == SchemaDialect.Draft202012 && node["$dynamicAnchor"].GetString() is { } dynamic) resource.DynamicAnchors.TryAdd(dynamic, node);
        if (dialect.Edition == SchemaDialect.Draft201909 && node == resource.Root && node["$recursiveAnchor"].GetBoolean() == true)
            resource.IsRecursiveAnchor = true;
    }

    /// <summary>The identifier of a resource; null when the schema has none.</summary>
    private static string? ReadId(RawNode node, Dialect dialect)
    {
        if (!node.IsObject || dialect.IsOpenApi || (dialect.ReferenceStandsAlone && node["$ref"].IsDefined)) return null;
        var id = node[dialect.IdKeyword].GetString();
        return id is null || id.StartsWith('#') ? null : id;
    }

    private Dialect ReadDialect(RawNode node, Dialect fallback)
    {
        if (!node.IsObject || node["$schema"].GetString() is not { } uri) return fallback;
        if (fallback.IsOpenApi && node.Document!.Root != node) return fallback;
        if (Dialect.Find(uri, options.Catalog) is { } dialect) return dialect;
        problems.Add(SchemaRules.UnknownDialect.On(node["$schema"], uri));
        return fallback;
    }
}

/// <summary>Where a reference leads.</summary>
/// <param name="Node">The schema.</param>
/// <param name="Resource">The resource it was found in.</param>
/// <param name="DynamicAnchor">The dynamic anchor it was found by.</param>
internal readonly record struct ReferenceTarget(RawNode Node, SchemaResource Resource, string? DynamicAnchor);
