using System.Xml.Linq;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Reads XML into the value its schema describes. What stands where the schema has another name or node is a finding.</summary>
/// <param name="naming">How the schemas are written in XML.</param>
/// <param name="report">Receives the findings.</param>
/// <param name="where">What the document is called.</param>
/// <param name="places">Receives where each value stands; null when nobody asks.</param>
internal sealed class XmlReading(XmlNaming naming, FindingReport report, string where, XmlPlaces? places = null)
{
    private static readonly WireJson Null = new("null"u8.ToArray());

    /// <summary>
    /// Whether lists that must be there are empty where there is no item of theirs, rather than missing: without an element around them both look the same.
    /// </summary>
    public bool FillsLists { get; init; }

    public WireValue ReadRoot(XElement root, ValueShape shape)
    {
        var node = naming.Root(shape);
        var path = $"/{root.Name.LocalName}";
        if (!node.IsNamed(XmlContent.NameOf(root.Name)))
        {
            var actual = ValueText.Shorten(root.Name.LocalName);
            report.Error(FindingCodes.XmlRoot, where + path, $"The root element is '{actual}', but is described as '{node.Name}'.", SourceOf(shape), node.Name,
                actual);
        }
        CheckNamespace(root.Name, node, path, shape);
        return ReadElement(root, shape, node.Name, path, "");
    }

    /// <param name="element">The element.</param>
    /// <param name="shape">The shape of its value.</param>
    /// <param name="name">Its name, which the items of a list in it inherit.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="pointer">Where its value stands.</param>
    private WireValue ReadElement(XElement element, ValueShape shape, string name, string path, string pointer)
    {
        places?.Add(pointer, path);
        if (XmlContent.IsNil(element)) return Null;
        if (XmlNaming.IsList(shape)) return ReadItems(element, shape, pointer.Length == 0 ? "" : name, path, pointer);
        var hasStructure = element.HasElements || XmlContent.Attributes(element).Any();
        var isObject = shape.Allows(JsonTypes.Object) && !shape.IsUnknown;
        const JsonTypes scalars = JsonTypes.String | JsonTypes.Number | JsonTypes.Integer | JsonTypes.Boolean;
        var isMap = isObject && !shape.Allows(scalars) && (shape.PropertyNames.Count > 0 || string.IsNullOrWhiteSpace(element.Value));
        if (hasStructure || isMap) return ReadMembers(element, shape, path, pointer);
        return new WireText(shape.Allows(JsonTypes.String) ? element.Value : element.Value.Trim());
    }

    /// <summary>The children of an element that is a list, in order.</summary>
    private WireList ReadItems(XElement element, ValueShape list, string inferred, string path, string pointer)
    {
        var items = new List<WireValue>();
        foreach (var child in element.Elements())
        {
            var own = list.ItemAt(items.Count);
            var node = naming.Node(own, inferred);
            var place = $"{path}/{child.Name.LocalName}[{items.Count + 1}]";
            if (!node.IsNamed(XmlContent.NameOf(child.Name)))
                ReportNode(place, own, $"The list holds the element '{ValueText.Shorten(child.Name.LocalName)}', but its items are described as '{node.Name}'.",
                    $"the element '{node.Name}'");
            CheckNamespace(child.Name, node, place, own);
            items.Add(ReadElement(child, own, node.Name, place, $"{pointer}/{items.Count}"));
        }
        return new WireList(items);
    }

    private WireMap ReadMembers(XElement element, ValueShape shape, string path, string pointer)
    {
        var content = new XmlContent(element);
        var members = ReadDescribed(content, shape, path, pointer, 0);
        foreach (var (name, nodes) in content.Rest())
        {
            var beneath = XmlPlaces.Beneath(pointer, name);
            var values = nodes.Select((node, i) => nodes.Count == 1
                ? ReadRest(node, shape.Property(name), name, $"{path}/{Step(node)}", beneath)
                : ReadRest(node, shape.Property(name).ItemAt(i), name, $"{path}/{Step(node)}[{i + 1}]", $"{beneath}/{i}")).ToList();
            if (shape.PropertyNames.Contains(name)) ReportMisplaced(nodes[0], shape, name, path);
            else members.Add(new(name, values.Count == 1 ? values[0] : new WireList(values)));
        }
        if (content.HasStrayText && !shape.IsUnknown)
            ReportNode(path, shape, "The element holds text beside its elements, which nothing describes.", "elements only");
        return new WireMap(members);
    }

    private List<KeyValuePair<string, WireValue>> ReadDescribed(XmlContent content, ValueShape shape, string path, string pointer, int depth)
    {
        const int maxUnwrapped = 8;
        var members = new List<KeyValuePair<string, WireValue>>();
        foreach (var name in shape.PropertyNames)
        {
            var own = shape.Property(name);
            var beneath = XmlPlaces.Beneath(pointer, name);
            WireValue? value = null;
            if (XmlNaming.IsList(own)) value = ReadList(content, own, name, FillsLists && shape.Requires(name), path, beneath);
            else if (naming.Node(own, name).Kind != XmlNodeKind.None) value = ReadMember(content, own, name, shape.Requires(name), path, beneath);
            else if (depth < maxUnwrapped && ReadDescribed(content, own, path, beneath, depth + 1) is { Count: > 0 } inner) value = new WireMap(inner);
            if (value is not null) members.Add(new(name, value));
        }
        return members;
    }

    private WireValue? ReadMember(XmlContent content, ValueShape own, string name, bool isRequired, string path, string pointer)
    {
        var node = naming.Node(own, name);
        switch (node.Kind)
        {
            case XmlNodeKind.Attribute:
                places?.Add(pointer, $"{path}/@{node.Name}");
                if (content.TakeAttribute(node) is not { } attribute) return own.Allows(JsonTypes.Null) && !own.IsUnknown ? Null : null;
                CheckNamespace(attribute.Name, node, $"{path}/@{node.Name}", own);
                return new WireText(own.Allows(JsonTypes.String) ? attribute.Value : attribute.Value.Trim());
            case XmlNodeKind.Text or XmlNodeKind.CData:
                places?.Add(pointer, path);
                var text = content.TakeText(node.Kind == XmlNodeKind.CData);
                return text.Length == 0 && !isRequired ? null : new WireText(own.Allows(JsonTypes.String) ? text : text.Trim());
            default:
                var found = content.Take(node);
                if (found.Count < 2) places?.Add(pointer, $"{path}/{node.Name}");
                if (found.Count == 1) return ReadNamed(found[0], own, node, $"{path}/{node.Name}", pointer);
                return found.Count == 0
                    ? null
                    : new WireList([.. found.Select((e, i) => ReadNamed(e, own, node, $"{path}/{node.Name}[{i + 1}]", $"{pointer}/{i}"))]);
        }
    }

    /// <summary>A list: the element around its items, or the items themselves among the other elements.</summary>
    private WireValue? ReadList(XmlContent content, ValueShape list, string name, bool mayBeEmpty, string path, string pointer)
    {
        if (naming.Wrapper(list, name) is { } wrapper)
        {
            var found = content.Take(wrapper);
            places?.Add(pointer, $"{path}/{wrapper.Name}");
            if (found.Count == 0) return null;
            CheckNamespace(found[0].Name, wrapper, $"{path}/{wrapper.Name}", list);
            if (found.Count > 1)
                ReportNode($"{path}/{wrapper.Name}[2]", list,
                    $"The element '{wrapper.Name}' around the list occurs {found.Count} times; only the first is read.", "one element");
            return XmlContent.IsNil(found[0]) ? Null : ReadItems(found[0], list, wrapper.Name, $"{path}/{wrapper.Name}", pointer);
        }
        var node = naming.Node(list.ItemAt(0), name);
        var items = content.Take(node);
        places?.Add(pointer, $"{path}/{node.Name}");
        return items.Count == 0 && !mayBeEmpty
            ? null
            : new WireList([.. items.Select((e, i) => ReadNamed(e, list.ItemAt(i), node, $"{path}/{node.Name}[{i + 1}]", $"{pointer}/{i}"))]);
    }

    private WireValue ReadNamed(XElement element, ValueShape shape, XmlNode node, string path, string pointer)
    {
        CheckNamespace(element.Name, node, path, shape);
        return ReadElement(element, shape, node.Name, path, pointer);
    }

    private WireValue ReadRest(XObject node, ValueShape shape, string name, string path, string pointer)
    {
        if (node is XElement element) return ReadElement(element, shape, name, path, pointer);
        places?.Add(pointer, path);
        return new WireText(((XAttribute)node).Value);
    }

    private void ReportMisplaced(XObject node, ValueShape shape, string name, string path)
    {
        var own = shape.Property(name);
        var described = naming.Node(XmlNaming.IsList(own) ? own.ItemAt(0) : own, name);
        var expected = naming.Wrapper(own, name) is { } wrapper ? $"the element '{wrapper.Name}' around the list" : described.Kind switch
        {
            XmlNodeKind.Attribute => $"the attribute '{described.Name}'",
            XmlNodeKind.Text or XmlNodeKind.CData => "text",
            _ => $"the element '{described.Name}'",
        };
        ReportNode($"{path}/{Step(node)}", own,
            $"'{ValueText.Shorten(name)}' is {(node is XAttribute ? "an attribute" : "an element")} here, but is described as {expected}.", expected);
    }

    private void ReportNode(string path, ValueShape shape, string message, string expected) =>
        report.Error(FindingCodes.XmlNode, where + path, message, SourceOf(shape), expected);

    private void CheckNamespace(XName name, XmlNode node, string path, ValueShape shape)
    {
        if (node.IsIn(name.NamespaceName)) return;
        var actual = name.NamespaceName.Length == 0 ? "no namespace" : ValueText.Shorten(name.NamespaceName);
        report.Error(FindingCodes.XmlNamespace, where + path, $"'{ValueText.Shorten(name.LocalName)}' is not in the namespace that is described.",
            SourceOf(shape), node.Namespace, actual);
    }

    private static string Step(XObject node) => node is XAttribute attribute ? $"@{attribute.Name.LocalName}" : ((XElement)node).Name.LocalName;

    private static SpecEngine.RawNode SourceOf(ValueShape shape) => shape.Roots.Count > 0 ? shape.Roots[0] : default;
}
