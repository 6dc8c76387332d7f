namespace IntegrationCopilot.SpecEngine;

/// <summary>Changes of parameters, headers, bodies and answers, apart from their schemas.</summary>
internal static class MessageChangeRules
{
    public static readonly ChangeRule ParameterRemoved = new("request-parameter-removed", ChangeKind.Breaking,
        "{0} is no longer read; stop sending it.");

    public static readonly ChangeRule ParameterAdded = new("request-parameter-added", ChangeKind.NonBreaking,
        "{0} is new and may be left out.");

    public static readonly ChangeRule RequiredParameterAdded = new("request-required-parameter-added", ChangeKind.Breaking,
        "{0} is new and must be sent with every call.");

    public static readonly ChangeRule ParameterDescribed = new("path-parameter-described", ChangeKind.NonBreaking,
        "{0} {1}; it stands in the path as before, so calls stay the same.");

    public static readonly ChangeRule ParameterMoved = new("parameter-moved", ChangeKind.NonBreaking,
        "{0} is described in another place, for the path or for its operations, and means the same; calls stay the same.");

    public static readonly ChangeRule ParameterRenamed = new("parameter-renamed", ChangeKind.NonBreaking,
        "the parameter '{0}' is called '{1}' now; the call does not show the difference.");

    public static readonly ChangeRule BecameRequired = new("request-became-required", ChangeKind.Breaking,
        "{0} must be sent now.");

    public static readonly ChangeRule BecameOptional = new("request-became-optional", ChangeKind.NonBreaking,
        "{0} may be left out now.");

    public static readonly ChangeRule Serialization = new("serialization-changed", ChangeKind.Breaking,
        "{0} is written differently on the wire: {1} {2}; write and read it that way.");

    public static readonly ChangeRule EmptyRefused = new("request-empty-value-refused", ChangeKind.Breaking,
        "{0} may no longer be empty; send a value or leave it out.");

    public static readonly ChangeRule EmptyAllowed = new("request-empty-value-allowed", ChangeKind.NonBreaking,
        "{0} may be empty now.");

    public static readonly ChangeRule BodyRemoved = new("request-body-removed", ChangeKind.Breaking,
        "no request body is read any more; stop sending one.");

    public static readonly ChangeRule BodyAdded = new("request-body-added", ChangeKind.NonBreaking,
        "a request body may be sent now.");

    public static readonly ChangeRule RequiredBodyAdded = new("request-required-body-added", ChangeKind.Breaking,
        "a request body must be sent now.");

    public static readonly ChangeRule RequestMediaTypeRemoved = new("request-media-type-removed", ChangeKind.Breaking,
        "request bodies of '{0}' are no longer read; send {1}.");

    public static readonly ChangeRule RequestMediaTypeAdded = new("request-media-type-added", ChangeKind.NonBreaking,
        "request bodies may be '{0}' now.");

    public static readonly ChangeRule ResponseMediaTypeRemoved = new("response-media-type-removed", ChangeKind.Breaking,
        "{1} is no longer '{0}'; do not ask for it.");

    public static readonly ChangeRule ResponseMediaTypeAdded = new("response-media-type-added", ChangeKind.NonBreaking,
        "{1} can be '{0}' now, for clients that ask for it.");

    public static readonly ChangeRule MediaTypeRenamed = new("media-type-parameters-changed", ChangeKind.NonBreaking,
        "'{0}' is written '{1}' now; it is the same media type with other parameters.");

    public static readonly ChangeRule ResponseRemoved = new("response-removed", ChangeKind.Breaking,
        "the success answer {0} is gone; expect {1}.");

    public static readonly ChangeRule ErrorRemoved = new("response-error-removed", ChangeKind.NonBreaking,
        "the answer {0} is no longer described; clients that handle it need do nothing.");

    // RFC 9110, section 15: a client that does not know a status code takes it for the x00 code of its class.
    public static readonly ChangeRule ResponseAdded = new("response-added", ChangeKind.NonBreaking,
        "the answer {0} is described now; treat a status you do not know as its class says.");

    public static readonly ChangeRule HeaderRemoved = new("response-header-removed", ChangeKind.Breaking,
        "{0} is no longer sent; do without it.");

    public static readonly ChangeRule HeaderAdded = new("response-header-added", ChangeKind.NonBreaking,
        "{0} is sent now.");

    public static readonly ChangeRule HeaderMayBeAbsent = new("response-header-became-optional", ChangeKind.Breaking,
        "{0} may be absent now; be ready to do without it.");

    public static readonly ChangeRule HeaderIsThere = new("response-header-became-required", ChangeKind.NonBreaking,
        "{0} is always sent now.");

    public static readonly ChangeRule Encoding = new("encoding-changed", ChangeKind.Breaking,
        "how parts of {0} are encoded {1}; write and read them that way.");

    public static readonly ChangeRule SchemaAdded = new("request-schema-added", ChangeKind.Breaking,
        "{0} was of any form and has a schema now; send what it allows.");

    public static readonly ChangeRule SchemaRemoved = new("response-schema-removed", ChangeKind.Breaking,
        "{0} no longer has a schema; be ready for any form.");

    public static readonly ChangeRule SchemaPresence = new("schema-presence-changed", ChangeKind.NonBreaking,
        "the schema of {0} {1}; messages that were right stay right.");

    public static IReadOnlyList<ChangeRule> All { get; } = [ParameterRemoved, ParameterAdded, RequiredParameterAdded, ParameterDescribed, ParameterMoved,
        ParameterRenamed, BecameRequired, BecameOptional, Serialization, EmptyRefused, EmptyAllowed, BodyRemoved, BodyAdded, RequiredBodyAdded,
        RequestMediaTypeRemoved, RequestMediaTypeAdded, ResponseMediaTypeRemoved, ResponseMediaTypeAdded, MediaTypeRenamed, ResponseRemoved, ErrorRemoved,
        ResponseAdded, HeaderRemoved, HeaderAdded, HeaderMayBeAbsent, HeaderIsThere, Encoding, SchemaAdded, SchemaRemoved, SchemaPresence];
}
