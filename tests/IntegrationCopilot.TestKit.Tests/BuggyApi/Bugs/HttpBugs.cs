namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>What HTTP asks of every server.</summary>
internal static class HttpBugs
{
    public static readonly Bug UnknownIdIsEmpty = new("unknown-id-is-empty", "An order that does not exist is answered with 200 and an empty object.",
        "RFC 9110, section 15.5.5; deployd/deployd#285", "What does not exist is not found.");

    public static readonly Bug UnknownIdIsError = new("unknown-id-is-error", "Reading a customer that does not exist is an error of the server.",
        "RFC 9110, section 15.6.1; simplcommerce/SimplCommerce#256", "What does not exist is not found.");

    public static readonly Bug UnknownIdIsDeleted = new("unknown-id-is-deleted", "Deleting a document that does not exist answers 200.",
        "RFC 9110, section 9.3.5; typicode/json-server#187", "What does not exist is not found.");

    public static readonly Bug UnknownIdIsCancelled = new("unknown-id-is-cancelled", "An order that does not exist can be cancelled.",
        "RFC 9110, section 15.5.5; IgniteUI/NorthwindAPI#9", "What does not exist is not found.");

    public static readonly Bug ParentIgnored = new("parent-ignored", "Items are listed and read under an order that does not exist.",
        "RFC 9110, section 15.5.5; apigee/registry#92", "What does not exist is not found.");

    public static readonly Bug RefusedMethodWithoutAllow = new("refused-method-without-allow", "A 405 does not say which methods are allowed.",
        "RFC 9110, section 15.5.6; NLstn/go-odata#729", "A 405 has Allow.");

    public static readonly Bug OtherMethodAnswered = new("other-method-answered", "Methods that nobody described are answered with 200.",
        "RFC 9110, section 9.1", "A method that is not supported is refused.");

    public static readonly Bug OtherMediaTypeWantedIsError = new("other-media-type-wanted-is-error", "Wanting XML is an error of the server.",
        "RFC 9110, section 15.6.1; FriendsOfSymfony/FOSRestBundle#579", "What cannot be had is refused with 406.");

    public static readonly Bug HeadRefused = new("head-refused", "HEAD is refused where GET is not.",
        "RFC 9110, section 9.1; cloudflare/privacypass-issuer#16", "Every server supports GET and HEAD.");

    public static readonly Bug HeadDiffers = new("head-differs", "HEAD answers with another media type than GET.",
        "RFC 9110, section 9.3.2", "HEAD has the headers of GET.");

    public static readonly Bug IfNoneMatchIgnored = new("if-none-match-ignored", "What the client has already is sent again.",
        "RFC 9110, section 13.1.2; mvslovers/mvsmf#263", "A condition that is false gives 304.");

    public static readonly Bug IfMatchIgnored = new("if-match-ignored", "An update of an older state is taken.",
        "RFC 9110, section 13.1.1; coddingtonbear/obsidian-local-rest-api#286", "A condition that is false gives 412.");

    public static readonly IReadOnlyList<Bug> All =
    [
        UnknownIdIsEmpty, UnknownIdIsError, UnknownIdIsDeleted, UnknownIdIsCancelled, ParentIgnored, RefusedMethodWithoutAllow, OtherMethodAnswered,
        OtherMediaTypeWantedIsError, HeadRefused, HeadDiffers, IfNoneMatchIgnored, IfMatchIgnored,
    ];
}
