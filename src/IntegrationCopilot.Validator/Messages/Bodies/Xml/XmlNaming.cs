using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>The one mapping of schemas to XML, by which bodies are read and written (OpenAPI 3.1.1, section 4.8.26; 3.2.0, section 4.26).</summary>
/// <threadsafety>Instances may be shared between threads.</threadsafety>
internal sealed class XmlNaming(ApiSpec spec)
{
    private readonly ConcurrentDictionary<(ValueShape Shape, string Inferred), XmlNode> nodes = new();
    private readonly ConcurrentDictionary<(ValueShape Shape, string Property), XmlNode?> wrappers = new();

    /// <summary>Whether a value is a list and nothing else, so that it is written item by item.</summary>
    public static bool IsList(ValueShape shape) => shape.Allows(JsonTypes.Array) && !shape.Allows(JsonTypes.Object) && !shape.IsUnknown;

    /// <summary>The root element.</summary>
    public XmlNode Root(ValueShape shape)
    {
        var facets = new XmlFacets(spec, shape.Roots);
        return new XmlNode(XmlNodeKind.Element, facets.Name ?? facets.ComponentName ?? "", null, facets.Namespace, facets.Prefix);
    }

    /// <summary>A member of an object, or an item of a list.</summary>
    /// <param name="shape">The shape of the value.</param>
    /// <param name="inferred">The name of the property, which is also that of the items of a list; empty when there is none.</param>
    public XmlNode Node(ValueShape shape, string inferred) => nodes.GetOrAdd((shape, inferred), key => Find(key.Shape, key.Inferred));

    /// <summary>The element around the items of a list; null when they stand directly in the element around the list.</summary>
    public XmlNode? Wrapper(ValueShape list, string property) => wrappers.GetOrAdd((list, property), key => FindWrapper(key.Shape, key.Property));

    private XmlNode Find(ValueShape shape, string inferred)
    {
        var facets = new XmlFacets(spec, shape.Roots);
        var kind = facets.NodeType ?? (facets.IsAttribute ? XmlNodeKind.Attribute : XmlNodeKind.Element);
        if (facets.Name is { } given) return new XmlNode(kind, given, null, facets.Namespace, facets.Prefix);
        // Since 3.2 a schema that is kept under a name brings that name; before, the property's name counts.
        var takesComponent = facets.ComponentName is not null && (inferred.Length == 0 || spec.Edition >= OpenApiEdition.V32);
        return takesComponent
            ? new XmlNode(kind, facets.ComponentName!, inferred.Length == 0 ? null : inferred, facets.Namespace, facets.Prefix)
            : new XmlNode(kind, inferred, null, facets.Namespace, facets.Prefix);
    }

    private XmlNode? FindWrapper(ValueShape list, string property)
    {
        var facets = new XmlFacets(spec, list.Roots);
        if (!facets.IsWrapped && facets.NodeType != XmlNodeKind.Element) return null;
        return new XmlNode(XmlNodeKind.Element, facets.Name ?? property, null, facets.Namespace, facets.Prefix);
    }
}
