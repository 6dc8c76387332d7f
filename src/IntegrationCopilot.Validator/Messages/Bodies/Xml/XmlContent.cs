using System.Xml;
using System.Xml.Linq;

namespace IntegrationCopilot.Validator;

/// <summary>What is in an element, and what of it has been read.</summary>
internal sealed class XmlContent
{
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private readonly Dictionary<string, List<XElement>> elements = new(StringComparer.Ordinal);
    private readonly HashSet<XObject> taken = [];

    public XmlContent(XElement element)
    {
        Element = element;
        foreach (var child in element.Elements())
        {
            var name = NameOf(child.Name);
            if (!elements.TryGetValue(name, out var same)) elements[name] = same = [];
            same.Add(child);
        }
    }

    public XElement Element { get; }

    /// <summary>Whether the text of the element is read as a value.</summary>
    public bool IsTextTaken { get; set; }

    /// <summary>Whether an element says that it stands for null.</summary>
    public static bool IsNil(XElement element) => (string?)element.Attribute(Instance + "nil") is "true" or "1";

    /// <summary>The attributes that are data: no declarations of namespaces, nothing that XML itself reads.</summary>
    public static IEnumerable<XAttribute> Attributes(XElement element) =>
        element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace != Instance && a.Name.Namespace != XNamespace.Xml);

    /// <summary>The local name as it was before it was made fit for XML.</summary>
    public static string NameOf(XName name) => XmlConvert.DecodeName(name.LocalName);

    public XAttribute? TakeAttribute(XmlNode node)
    {
        var found = Attributes(Element).FirstOrDefault(a => node.IsNamed(NameOf(a.Name)));
        if (found is not null) taken.Add(found);
        return found;
    }

    /// <summary>The elements of a name in order.</summary>
    public IReadOnlyList<XElement> Take(XmlNode node)
    {
        if (!elements.TryGetValue(node.Name, out var found) && (node.Alias is null || !elements.TryGetValue(node.Alias, out found))) return [];
        taken.UnionWith(found);
        return found;
    }

    /// <summary>The text directly in the element; of one with CDATA sections only what is in them where that is asked for.</summary>
    public string TakeText(bool isCData)
    {
        IsTextTaken = true;
        var sections = isCData ? Element.Nodes().OfType<XCData>().ToList() : [];
        return string.Concat(sections.Count > 0 ? sections.Select(s => s.Value) : Element.Nodes().OfType<XText>().Select(t => t.Value));
    }

    /// <summary>What has not been read: attributes, and elements by name.</summary>
    public IEnumerable<(string Name, IReadOnlyList<XObject> Nodes)> Rest() =>
        Attributes(Element).Where(a => !taken.Contains(a)).Select(a => (NameOf(a.Name), (IReadOnlyList<XObject>)[a]))
            .Concat(elements.Where(e => !taken.Contains(e.Value[0])).Select(e => (e.Key, (IReadOnlyList<XObject>)e.Value)));

    /// <summary>Whether there is text beside what was read.</summary>
    public bool HasStrayText => !IsTextTaken && Element.Nodes().OfType<XText>().Any(t => !string.IsNullOrWhiteSpace(t.Value));
}
