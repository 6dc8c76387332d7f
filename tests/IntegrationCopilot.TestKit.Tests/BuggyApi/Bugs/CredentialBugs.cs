namespace IntegrationCopilot.TestKit.Tests.BuggyApi;

/// <summary>Who is let in that should not be.</summary>
internal static class CredentialBugs
{
    public static readonly Bug NoneAccepted = new("credentials-none-accepted", "A request without a key is taken for that of the first caller.",
        "RFC 9110, section 15.5.2", "A request without credentials is refused.");

    public static readonly Bug WrongAccepted = new("credentials-wrong-accepted", "Any key that has the length of a real one is good.",
        "RFC 9110, section 15.5.2; wso2/product-microgateway#1847", "Wrong credentials are refused.");

    public static readonly Bug EmptyAccepted = new("credentials-empty-accepted", "A key that is empty or too short to be one is good.",
        "RFC 9110, section 11.4; ahopkins/sanic-jwt#143", "Malformed credentials are refused.");

    public static readonly Bug MalformedIsError = new("credentials-malformed-is-error", "A key that is empty or too short to be one is an error of the server.",
        "RFC 9110, section 15.6.1; spring-projects/spring-security#7668", "Malformed credentials are the client's mistake.");

    public static readonly Bug ReadsOpen = new("credentials-reads-open", "Documents can be read by anybody.",
        "RFC 9110, section 15.5.2", "Each operation is as closed as it says.");

    public static readonly Bug OthersReadable = new("others-readable", "An order of another caller can be read by its id.",
        "OWASP API1:2023; Gsync/jobsync#71", "What belongs to another caller is not shown.");

    public static readonly Bug RefusalWithoutChallenge = new("refusal-without-challenge", "A 401 does not say how to be let in.",
        "RFC 9110, section 15.5.2", "A 401 has WWW-Authenticate.");

    public static readonly IReadOnlyList<Bug> All = [NoneAccepted, WrongAccepted, EmptyAccepted, MalformedIsError, ReadsOpen, OthersReadable,
        RefusalWithoutChallenge];
}
