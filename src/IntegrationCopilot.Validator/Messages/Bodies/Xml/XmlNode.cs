using System.Xml;

namespace IntegrationCopilot.Validator;

/// <summary>How a value is written in XML.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The local name it is written with; empty where nothing names it.</param>
/// <param name="Alias">A further name it is read by, where the editions of the standard differ.</param>
/// <param name="Namespace">The namespace it is in; null when the description does not say.</param>
/// <param name="Prefix">The prefix to write; null when the description does not say.</param>
internal sealed record XmlNode(XmlNodeKind Kind, string Name, string? Alias, string? Namespace, string? Prefix)
{
    /// <summary>The name as XML can hold it.</summary>
    /// <param name="otherwise">The name to write where nothing names it.</param>
    public string NameOr(string otherwise) => XmlConvert.EncodeLocalName(Name.Length > 0 ? Name : otherwise);

    /// <summary>Whether a local name is its name; where nothing names it, any is.</summary>
    public bool IsNamed(string localName) => Name.Length == 0 || localName == Name || localName == Alias;

    /// <summary>Whether it may be in a namespace; where none is described, it may be in any.</summary>
    public bool IsIn(string namespaceName) => Namespace is null || Namespace == namespaceName;
}
