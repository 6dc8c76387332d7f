namespace IntegrationCopilot.Validator;

/// <summary>Codes of findings about messages; findings about values have the codes of schema keywords. Codes are never reused.</summary>
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

    /// <summary>A required body is absent.</summary>
    public const string MissingBody = "missing-body";

    /// <summary>A body where none is described.</summary>
    public const string UnexpectedBody = "unexpected-body";

    /// <summary>The body is larger than the validator reads.</summary>
    public const string BodyTooLarge = "body-too-large";

    /// <summary>The body is not what its media type says: broken JSON, multipart without boundary, a broken content coding.</summary>
    public const string MalformedBody = "malformed-body";

    /// <summary>A body without <c>Content-Type</c>.</summary>
    public const string MissingContentType = "missing-content-type";

    /// <summary>A media type the document does not describe here.</summary>
    public const string UndocumentedContentType = "undocumented-content-type";

    /// <summary>A status the document does not describe.</summary>
    public const string UndocumentedStatus = "undocumented-status";

    /// <summary>A required response header is absent.</summary>
    public const string MissingHeader = "missing-header";

    /// <summary>A response header the document does not describe (strict mode).</summary>
    public const string UndocumentedHeader = "undocumented-header";

    /// <summary>No credentials where the operation asks for them.</summary>
    public const string MissingCredentials = "missing-credentials";

    /// <summary>Credentials that are not of their scheme's form.</summary>
    public const string MalformedCredentials = "malformed-credentials";
}
