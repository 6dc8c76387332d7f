using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationCopilot.MockGen;

/// <summary>Something that must hold of a step's answer. The set of assertions is closed.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "check")]
[JsonDerivedType(typeof(StatusAssertion), "status")]
[JsonDerivedType(typeof(SucceedsAssertion), "succeeds")]
[JsonDerivedType(typeof(RefusedAssertion), "refused")]
[JsonDerivedType(typeof(ConformsAssertion), "conforms")]
[JsonDerivedType(typeof(ErrorShapeAssertion), "error-shape")]
[JsonDerivedType(typeof(RobustAssertion), "robust")]
[JsonDerivedType(typeof(NoLeakAssertion), "no-leak")]
[JsonDerivedType(typeof(StatusFieldsAssertion), "status-fields")]
[JsonDerivedType(typeof(HeadAssertion), "head")]
[JsonDerivedType(typeof(HeaderAssertion), "header")]
[JsonDerivedType(typeof(RetryTimeAssertion), "retry-time")]
[JsonDerivedType(typeof(BodyExistsAssertion), "body-exists")]
[JsonDerivedType(typeof(BodyEqualsAssertion), "body-equals")]
[JsonDerivedType(typeof(BodySameAssertion), "body-same")]
[JsonDerivedType(typeof(ResponseSameAssertion), "response-same")]
[JsonDerivedType(typeof(NoSecondEffectAssertion), "no-second-effect")]
[JsonDerivedType(typeof(OneEffectAssertion), "one-effect")]
[JsonDerivedType(typeof(TimesOutAssertion), "times-out")]
[JsonDerivedType(typeof(DurationAssertion), "duration")]
[JsonDerivedType(typeof(PagesAssertion), "pages")]
[JsonDerivedType(typeof(DeliveredAssertion), "delivered")]
[JsonDerivedType(typeof(DeliveredOnceAssertion), "delivered-once")]
[JsonDerivedType(typeof(SameItemsAssertion), "same-items")]
[JsonDerivedType(typeof(ItemsMatchAssertion), "items-match")]
[JsonDerivedType(typeof(ItemsOrderedAssertion), "items-ordered")]
[JsonDerivedType(typeof(NewItemsAssertion), "new-items")]
[JsonDerivedType(typeof(ListedAssertion), "listed")]
[JsonDerivedType(typeof(WrittenAssertion), "written")]
[JsonDerivedType(typeof(UnchangedAssertion), "unchanged")]
[JsonDerivedType(typeof(RemovedAssertion), "removed")]
[JsonDerivedType(typeof(NotTakenAssertion), "not-taken")]
[JsonDerivedType(typeof(LocatedAssertion), "located")]
[JsonDerivedType(typeof(SignatureAssertion), "signature")]
public abstract record TestAssertion
{
    private protected TestAssertion()
    {
    }

    /// <summary>Where the right to expect this comes from: a place in the document or a section of a standard; null when it is plain.</summary>
    public string? Ground { get; init; }

    /// <summary>How much right <see cref="Ground"/> gives: what does not hold fails, or merely warns.</summary>
    public GroundStrength Strength { get; init; }
}

/// <summary>The status is one of those given.</summary>
/// <param name="OneOf">Codes such as <c>401</c> and ranges such as <c>2XX</c>.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record StatusAssertion(IReadOnlyList<string> OneOf) : TestAssertion
{
    /// <summary>Codes that do not count although a range holds them: they would say nothing about what the test asks.</summary>
    public IReadOnlyList<string> Except { get; init => field = value ?? []; } = [];
}

/// <summary>
/// The request, which breaks no rule that the document tells, succeeds (2xx). A refusal counts only when nothing but the API can be its reason.
/// </summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SucceedsAssertion : TestAssertion
{
    /// <summary>Whether every value that is sent is the document's own, so that no value can be to blame for a refusal.</summary>
    public bool Explained { get; init; }

    /// <summary>Name of the earlier step that made what is asked for: that it is not there (404 or 410) fails. Null when nobody can be sure of it.</summary>
    public string? MadeBy { get; init; }
}

/// <summary>
/// The request is refused because of the one rule it breaks. A refusal counts only when <see cref="TestStep.Control"/> succeeded in the run, and only with a
/// status that can mean this rule; another says nothing.
/// </summary>
/// <param name="Rule">The rule.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RefusedAssertion(BrokenRule Rule) : TestAssertion
{
    /// <summary>The statuses of refusals that the document describes for the operation: codes, ranges such as <c>4XX</c>, or <c>default</c>.</summary>
    public IReadOnlyList<string> Described { get; init => field = value ?? []; } = [];
}

/// <summary>The answer conforms to the document: its status is described, and headers and body are as described.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ConformsAssertion : TestAssertion;

/// <summary>
/// An error answer has the shape described for its status, and where it calls itself <c>application/problem+json</c>, besides, that of
/// RFC 9457.
/// </summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ErrorShapeAssertion : TestAssertion;

/// <summary>The server does not fail: any status but those of its own errors (RFC 9110, section 15.6) will do.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RobustAssertion : TestAssertion;

/// <summary>The answer tells nothing of the server's insides: no stack trace, no path of its source or disk (CWE-209).</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record NoLeakAssertion : TestAssertion;

/// <summary>
/// The answer has the header fields that its status demands: <c>WWW-Authenticate</c> with 401 and <c>Allow</c> with 405 (RFC 9110, sections 15.5.2 and
/// 15.5.6). Holds for every other status.
/// </summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record StatusFieldsAssertion : TestAssertion;

/// <summary>
/// The answer to HEAD has the status and the media type of <see cref="TestStep.Control"/>, which is the same request with GET (RFC 9110, section 9.3.2).
/// </summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record HeadAssertion : TestAssertion;

/// <summary>A header is present, and matches when a pattern is given.</summary>
/// <param name="Name">Its name; compares ignoring case.</param>
/// <param name="Pattern">A regular expression the whole value must match; null when presence is enough.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record HeaderAssertion(string Name, string? Pattern = null) : TestAssertion;

/// <summary>
/// The answer says when to try again: <c>Retry-After</c> in seconds or as a date (RFC 9110, section 10.2.3), or header fields of rate limits that say when.
/// </summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RetryTimeAssertion : TestAssertion;

/// <summary>The JSON body has a value at a place.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901).</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BodyExistsAssertion(string Pointer) : TestAssertion;

/// <summary>The JSON body has that value at a place; numbers compare by value.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901).</param>
/// <param name="Value">The value; texts may hold <c>{{ name }}</c>.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BodyEqualsAssertion(string Pointer, JsonElement Value) : TestAssertion;

/// <summary>The JSON body has the value an earlier step's answer has at the same place.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901).</param>
/// <param name="Step">Name of the earlier step.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record BodySameAssertion(string Pointer, string Step) : TestAssertion;

/// <summary>Status and body are those of an earlier step's answer; JSON bodies compare by value.</summary>
/// <param name="Step">Name of the earlier step.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record ResponseSameAssertion(string Step) : TestAssertion;

/// <summary>The request had no effect of its own: its answer is a 4xx, or a success that names the same thing as an earlier step's.</summary>
/// <param name="Pointer">JSON Pointer to what names the thing made.</param>
/// <param name="Step">Name of the earlier step.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record NoSecondEffectAssertion(string Pointer, string Step) : TestAssertion;

/// <summary>Of the copies of a step, at least one succeeded, and all that succeeded name the same thing; the others are 4xx, usually 409.</summary>
/// <param name="Pointer">JSON Pointer to what names the thing made.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record OneEffectAssertion(string Pointer) : TestAssertion;

/// <summary>No answer came within <see cref="TestStep.TimeoutMs"/>, and the client gave up.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TimesOutAssertion : TestAssertion;

/// <summary>How long the step took, waiting included. Used only where the test is about time.</summary>
/// <param name="MinMs">At least so many milliseconds; null for no lower bound.</param>
/// <param name="MaxMs">At most so many milliseconds; null for no upper bound.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record DurationAssertion(int? MinMs, int? MaxMs) : TestAssertion;

/// <summary>A walk through a list ended before <see cref="PageWalk.MaxPages"/> or was cut there, and every page was a success.</summary>
/// <param name="NoDuplicates">Whether, besides, no item may come twice.</param>
/// <param name="MaxItems">Items a page may hold at most; null for no bound.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record PagesAssertion(bool NoDuplicates, int? MaxItems = null) : TestAssertion
{
    /// <summary>Whether the list may be empty; where it may not, an empty one says nothing.</summary>
    public bool MayBeEmpty { get; init; }
}

/// <summary>The delivery of the step arrives in time.</summary>
/// <param name="IsCertain">Whether the document leaves no doubt that its cause brings it about; else one that does not come says nothing.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record DeliveredAssertion(bool IsCertain) : TestAssertion;

/// <summary>The delivery of the step does not come again once the receiver has taken it.</summary>
/// <param name="IsCertain">Whether the document follows a standard that says so; else what does not hold merely warns.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record DeliveredOnceAssertion(bool IsCertain) : TestAssertion;

/// <summary>The signature of the delivery verifies as it came, and no longer with a change.</summary>
/// <param name="Change">The change.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SignatureAssertion(DeliveryChange Change) : TestAssertion;
