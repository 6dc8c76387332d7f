namespace IntegrationCopilot.Validator;

/// <summary>Codes of findings about messages; findings about values have the codes of schema keywords. Codes are never reused.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class FindingCodes
{
    /// <summary>No path of the document matches the URL.</summary>
    public const string UnknownPath = "unknown-path";

    /// <summary>The path does not describe the method.</summary>
    public const string MethodNotAllowed = "method-not-allowed";

    /// <summary>The document has no webhook of that name and method.</summary>
    public const string UnknownWebhook = "unknown-webhook";

    /// <summary>A required parameter is absent.</summary>
    public const string MissingParameter = "missing-parameter";

    /// <summary>A parameter with one value was sent several times.</summary>
    public const string RepeatedParameter = "repeated-parameter";

    /// <summary>A query parameter the operation does not describe.</summary>
    public const string UndocumentedParameter = "undocumented-parameter";

    /// <summary>A parameter cannot be read in its style.</summary>
    public const string UnreadableParameter = "unreadable-parameter";

    /// <summary>A value that is read although it is not spelled in its style.</summary>
    public const string LooseSpelling = "loose-spelling";

    /// <summary>A slash too many or too few at the end of the path.</summary>
    public const string TrailingSlash = "trailing-slash";

    /// <summary>A required body is absent.</summary>
    public const string MissingBody = "missing-body";

    /// <summary>A body where none is described.</summary>
    public const string UnexpectedBody = "unexpected-body";

    /// <summary>The body is larger than the validator reads.</summary>
    public const string BodyTooLarge = "body-too-large";

    /// <summary>The body is not what its media type says: broken JSON, multipart without boundary, a broken content coding.</summary>
    public const string MalformedBody = "malformed-body";

    /// <summary>A body of a media type that is not looked into, although a schema describes it.</summary>
    public const string UncheckedBody = "unchecked-body";

    /// <summary>The root element of an XML body has another name than is described.</summary>
    public const string XmlRoot = "xml-root";

    /// <summary>An element, attribute or text of an XML body stands where its schema has another kind of node, or another name.</summary>
    public const string XmlNode = "xml-node";

    /// <summary>An element or attribute of an XML body is in another namespace than is described.</summary>
    public const string XmlNamespace = "xml-namespace";

    /// <summary>A part of a multipart form without a name.</summary>
    public const string UnnamedPart = "unnamed-part";

    /// <summary>A body, or a part of one, without <c>Content-Type</c>.</summary>
    public const string MissingContentType = "missing-content-type";

    /// <summary>A media type the document does not describe here.</summary>
    public const string UndocumentedContentType = "undocumented-content-type";

    /// <summary>A status the document does not describe.</summary>
    public const string UndocumentedStatus = "undocumented-status";

    /// <summary>A required response header is absent.</summary>
    public const string MissingHeader = "missing-header";

    /// <summary>A response header the document does not describe.</summary>
    public const string UndocumentedHeader = "undocumented-header";

    /// <summary>No credentials where the operation asks for them.</summary>
    public const string MissingCredentials = "missing-credentials";

    /// <summary>Credentials that are not of their scheme's form.</summary>
    public const string MalformedCredentials = "malformed-credentials";
}
