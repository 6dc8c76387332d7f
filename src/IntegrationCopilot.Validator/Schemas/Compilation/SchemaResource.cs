using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>A schema resource: what has a URI of its own, and the anchors in it (JSON Schema core, section 4.3.5).</summary>
internal sealed class SchemaResource
{
    public SchemaResource(string baseUri, RawNode root, Dialect dialect)
    {
        BaseUri = baseUri;
        Root = root;
        Dialect = dialect;
    }

    public string BaseUri { get; }

    public RawNode Root { get; }

    public Dialect Dialect { get; }

    public Dictionary<string, RawNode> Anchors { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, RawNode> DynamicAnchors { get; } = new(StringComparer.Ordinal);

    /// <summary><c>$recursiveAnchor</c> of 2019-09.</summary>
    public bool IsRecursiveAnchor { get; set; }
}
