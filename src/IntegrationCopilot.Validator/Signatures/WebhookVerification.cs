namespace IntegrationCopilot.Validator;

/// <summary>Which check a webhook message failed.</summary>
public enum WebhookRefusal
{
    /// <summary>A header the scheme needs is not there.</summary>
    MissingHeader,

    /// <summary>A header is there but has not the form the scheme prescribes.</summary>
    MalformedHeader,

    /// <summary>The message was signed longer ago than the tolerance allows: it may be a replay.</summary>
    TimestampTooOld,

    /// <summary>The message claims to be signed further in the future than the tolerance allows.</summary>
    TimestampInFuture,

    /// <summary>No signature of the scheme's version was made with a known secret over this message.</summary>
    NoMatch,

    /// <summary>The header holds no signature of the scheme's version, so nothing could be compared.</summary>
    NoSignatureOfVersion,
}

/// <summary>Whether a webhook message is genuine, and if not, which check it failed.</summary>
/// <remarks>Neither the signature that was expected nor anything of a secret is ever part of it.</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record WebhookVerification
{
    private const int MaxVersions = 5;
    private const int MaxVersionLength = 8;

    private WebhookVerification(WebhookRefusal? refusal, string message)
    {
        Refusal = refusal;
        Message = message;
    }

    /// <summary>Whether the message is genuine.</summary>
    public bool IsValid => Refusal is null;

    /// <summary>The check that failed; null when the message is genuine.</summary>
    public WebhookRefusal? Refusal { get; }

    /// <summary>One sentence that says what was found.</summary>
    public string Message { get; }

    /// <summary>The message is genuine.</summary>
    public static WebhookVerification Valid { get; } = new(null, "The signature matches.");

    /// <summary>The message is not genuine.</summary>
    /// <param name="refusal">The check that failed.</param>
    /// <param name="message">One sentence that says what was found, and nothing of a secret or of the signature that was expected.</param>
    /// <exception cref="ArgumentException"><paramref name="message"/> is empty.</exception>
    public static WebhookVerification Refuse(WebhookRefusal refusal, string message)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        return new(refusal, message);
    }


    internal static WebhookVerification Missing(string header) => new(WebhookRefusal.MissingHeader, $"The header {header} is missing.");

    internal static WebhookVerification Malformed(string header, string expected) =>
        new(WebhookRefusal.MalformedHeader, $"The header {header} is not {expected}.");

    /// <param name="header">The header.</param>
    /// <param name="version">The scheme's version.</param>
    /// <param name="others">Versions of the signatures that are there.</param>
    internal static WebhookVerification OtherVersions(string header, string version, IEnumerable<string> others)
    {
        var there = string.Join(", ", others.Where(IsName).Distinct(StringComparer.Ordinal).Take(MaxVersions));
        return new(WebhookRefusal.NoSignatureOfVersion,
            $"There is no {version} signature in the header {header}" + (there.Length == 0 ? "." : $"; the versions in it are {there}."));
    }

    internal static WebhookVerification NoMatch(string header) =>
        new(WebhookRefusal.NoMatch, $"No signature in the header {header} matches: the message was changed, or it was signed with another secret.");

    /// <summary>Whether a text can be a version, and not a signature somebody put in its place.</summary>
    private static bool IsName(string text) => text.Length is > 0 and <= MaxVersionLength && text.All(char.IsAsciiLetterOrDigit);
}
