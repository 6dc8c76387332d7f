using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationCopilot.MockGen;

/// <summary>The one rule that a request breaks on purpose.</summary>
/// <remarks>Everything else of the request is as in <see cref="TestStep.Control"/>, so that a refusal speaks of this rule.</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BrokenRule
{
    /// <summary>Which kind of rule.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>
    /// Where: a JSON Pointer (RFC 6901) into the body, empty for the whole body, or the name of a parameter; null when it is about the request as a whole.
    /// </summary>
    public string? Place { get; init; }

    /// <summary>Where the parameter travels; null when the rule is about the body or the request as a whole.</summary>
    public SpecEngine.ParameterPlace? In { get; init; }

    /// <summary>What is allowed, in short, for example <c>maximum 30000</c>; null when <see cref="Kind"/> says it all.</summary>
    public string? Allowed { get; init; }

    /// <summary>The line of the document that says so, counted from 1; null when the rule is a standard's.</summary>
    public int? Line { get; init; }

    /// <summary>What is sent instead; null when something is left out.</summary>
    [JsonConverter(typeof(NullKeepingConverter))]
    public JsonElement? Sent { get; init; }
}

/// <summary>A kind of rule that a request can break.</summary>
public enum RuleKind
{
    /// <summary>Something required is left out.</summary>
    Required,

    /// <summary>A value of another JSON type.</summary>
    Type,

    /// <summary><c>null</c> where it is not allowed.</summary>
    NotNull,

    /// <summary>A member that is not described, where no others are allowed.</summary>
    AdditionalProperty,

    /// <summary>A number outside its bounds or not a multiple.</summary>
    Range,

    /// <summary>A text, array or object that is too short or too long.</summary>
    Length,

    /// <summary>A text that does not match its pattern.</summary>
    Pattern,

    /// <summary>A value outside an enumeration or constant.</summary>
    Enumeration,

    /// <summary>A text that is not of its format.</summary>
    Format,

    /// <summary>An item that comes twice.</summary>
    UniqueItems,

    /// <summary>A body in a media type that is not described (RFC 9110, section 15.5.16).</summary>
    ContentType,

    /// <summary>A body without the header field that says what it is (RFC 9110, section 8.3).</summary>
    ContentTypeMissing,

    /// <summary>A body that is not JSON (RFC 8259).</summary>
    MalformedBody,

    /// <summary>A body that breaks off.</summary>
    TruncatedBody,

    /// <summary>A member that comes twice (RFC 8259, section 4).</summary>
    DuplicateMember,

    /// <summary>An identifier of absurd length.</summary>
    OverlongIdentifier,

    /// <summary>An identifier of something that does not exist.</summary>
    UnknownIdentifier,

    /// <summary>A method that is not described for the path (RFC 9110, section 15.5.6).</summary>
    Method,

    /// <summary>An answer asked for in a media type that is not described (RFC 9110, section 12.5.1).</summary>
    Accept,

    /// <summary>A precondition that does not hold (RFC 9110, section 13).</summary>
    Precondition,

    /// <summary>Credentials that let nobody in (RFC 9110, section 11).</summary>
    Credentials,

    /// <summary>Credentials that are not of their scheme's form.</summary>
    CredentialsForm,

    /// <summary>Something that belongs to another caller (OWASP API1:2023, Broken Object Level Authorization).</summary>
    OtherCaller,

    /// <summary>A rule of the API itself, such as a name that must be unique or an amount that may not be exceeded.</summary>
    Business,
}
