using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Compiles schemas, each place of a document once. Not thread-safe.</summary>
internal sealed class SchemaCompiler
{
    private const int MaxSchemas = 2_000_000;
    private readonly Dictionary<RawNode, SchemaNode> nodes = [];
    private readonly Dictionary<string, EcmaPattern> patterns = new(StringComparer.Ordinal);
    private readonly Queue<SchemaNode> unread = new();
    private readonly HashSet<SchemaResource> resources = [];
    private readonly List<DynamicReference> dynamics = [];

    public SchemaCompiler(SchemaOptions options)
    {
        Options = options;
        Index = new ResourceIndex(options);
        Directions = new MessageDirections(options.Direction, Index);
        Names = new SchemaNames(options.Documents);
    }

    public SchemaOptions Options { get; }

    public ResourceIndex Index { get; }

    public MessageDirections Directions { get; }

    public SchemaNames Names { get; }

    /// <summary>Whether evaluations must remember the resources they enter.</summary>
    public bool UsesDynamicScope => dynamics.Count > 0;

    public SchemaNode Compile(RawNode schema)
    {
        var dialect = Dialect.Of(Options.Dialect);
        var isPart = Options.Documents is not null || dialect.IsOpenApi;
        var resource = isPart ? Index.OfDocument(schema.Document!, dialect) : Index.OfSchema(schema, dialect);
        var root = Get(schema, resource);
        ReadAll();
        foreach (var problem in Index.TakeProblems()) (root.Problems ??= []).Add(problem);
        EndlessRecursion.Find(root);
        return root;
    }

    /// <summary>The compiled form of a schema; it is read later when it is new.</summary>
    public SchemaNode Get(RawNode schema, SchemaResource around)
    {
        if (nodes.TryGetValue(schema, out var known)) return known;
        var resource = Index.OfSubschema(schema, around);
        var node = new SchemaNode(schema, resource);
        nodes.Add(schema, node);
        resources.Add(resource);
        if (nodes.Count <= MaxSchemas) unread.Enqueue(node);
        else node.Problems = [SchemaRules.TooMany.On(schema, MaxSchemas)];
        return node;
    }

    public EcmaPattern Pattern(string source)
    {
        if (!patterns.TryGetValue(source, out var pattern)) patterns.Add(source, pattern = EcmaPattern.Compile(source, Options.PatternTimeout));
        return pattern;
    }

    /// <summary>Registers a reference whose targets depend on the resources that are in use.</summary>
    public DynamicReference Track(DynamicReference reference)
    {
        dynamics.Add(reference);
        return reference;
    }

    private void ReadAll()
    {
        if (unread.Count == 0) return;
        do
        {
            while (unread.TryDequeue(out var node))
            {
                new SchemaReader(this, node).Read();
                SchemaFinish.Complete(node);
            }
            foreach (var reference in dynamics) OfferTargets(reference);
        }
        while (unread.Count > 0);
    }

    private void OfferTargets(DynamicReference reference)
    {
        foreach (var resource in resources.ToArray())
        {
            var anchor = reference.Anchor.Length == 0
                ? (resource.IsRecursiveAnchor ? resource.Root : default)
                : resource.DynamicAnchors.GetValueOrDefault(reference.Anchor);
            if (anchor.IsDefined) reference.Offer(resource, Get(anchor, resource));
        }
    }
}
