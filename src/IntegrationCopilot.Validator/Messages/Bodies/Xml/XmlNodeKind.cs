namespace IntegrationCopilot.Validator;

/// <summary>What a value is in XML (OpenAPI 3.2.0, section 4.26.2).</summary>
internal enum XmlNodeKind
{
    /// <summary>An element.</summary>
    Element,

    /// <summary>An attribute of the element around it.</summary>
    Attribute,

    /// <summary>The text of the element around it.</summary>
    Text,

    /// <summary>A CDATA section in the element around it.</summary>
    CData,

    /// <summary>Nothing by itself: what is in it stands directly in the element around it.</summary>
    None,
}
