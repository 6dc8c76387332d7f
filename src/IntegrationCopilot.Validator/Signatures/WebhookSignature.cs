using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>How a signature is spelled in a header.</summary>
public enum SignatureEncoding
{
    /// <summary>Hexadecimal digits: written in lower case, read in either case.</summary>
    Hex,

    /// <summary>Base64 with padding (RFC 4648, section 4).</summary>
    Base64,
}

/// <summary>A scheme by which webhook messages are signed, with the secrets to use. Those that come with the package sign with HMAC-SHA256.</summary>
/// <remarks>
/// <para>A scheme of your own derives from it. It compares signatures in fixed time, and says nothing of the signature that was expected.</para>
/// <para>Several secrets serve rotation: <see cref="Sign"/> signs with every one where the scheme has room for more than one signature, with the first
/// otherwise, and <see cref="Verify"/> accepts a signature by any.</para>
/// <para>Signatures are compared in constant time. Where the scheme signs a timestamp, a message whose timestamp is exactly as far off as the tolerance is
/// accepted.</para>
/// </remarks>
/// <threadsafety>Immutable, as derived types must be. Instances may be shared between threads.</threadsafety>
public abstract class WebhookSignature
{
    /// <summary>How far a timestamp may be off unless told otherwise: 5 minutes, in either direction.</summary>
    public static readonly TimeSpan DefaultTolerance = TimeSpan.FromMinutes(5);

    /// <summary>For a scheme of your own.</summary>
    protected WebhookSignature()
    {
    }

    /// <summary>
    /// Standard Webhooks 1.0.0, symmetric signatures (<c>v1</c>): headers <c>webhook-id</c>, <c>webhook-timestamp</c> and <c>webhook-signature</c>. Messages
    /// with the names of Svix, Clerk and Resend (<c>svix-id</c>, <c>svix-timestamp</c>, <c>svix-signature</c>) are verified as well.
    /// </summary>
    /// <param name="secrets">One or more secrets: base64, with or without the prefix <c>whsec_</c>.</param>
    /// <param name="clock">Where the time comes from.</param>
    /// <param name="tolerance">How far the timestamp may be off; null for <see cref="DefaultTolerance"/>.</param>
    /// <exception cref="ArgumentException">There is no secret, or one is empty or not base64.</exception>
    public static WebhookSignature StandardWebhooks(IEnumerable<string> secrets, TimeProvider clock, TimeSpan? tolerance = null) =>
        new StandardWebhooksSignature(new HmacSecrets(Decoded(secrets)), new ReplayWindow(clock, tolerance ?? DefaultTolerance));

    /// <summary>The scheme of Stripe: a header <c>t=TIMESTAMP,v1=HEX[,v1=HEX…]</c> over <c>TIMESTAMP.BODY</c>.</summary>
    /// <param name="secrets">One or more secrets, used as UTF-8 text, prefix and all.</param>
    /// <param name="clock">Where the time comes from.</param>
    /// <param name="tolerance">How far the timestamp may be off; null for <see cref="DefaultTolerance"/>.</param>
    /// <param name="header">Name of the header; default <c>Stripe-Signature</c>.</param>
    /// <exception cref="ArgumentException">There is no secret, one is empty, or the header has no name.</exception>
    public static WebhookSignature StripeStyle(IEnumerable<string> secrets, TimeProvider clock, TimeSpan? tolerance = null, string header = "Stripe-Signature")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(header);
        return new StripeStyleSignature(new HmacSecrets(Utf8(secrets)), new ReplayWindow(clock, tolerance ?? DefaultTolerance), header);
    }

    /// <summary>The scheme of GitHub: a header <c>sha256=HEX</c> over the body. It has no timestamp, so it does not stop replays.</summary>
    /// <param name="secrets">One or more secrets, used as UTF-8 text.</param>
    /// <param name="header">Name of the header; default <c>X-Hub-Signature-256</c>.</param>
    /// <exception cref="ArgumentException">There is no secret, one is empty, or the header has no name.</exception>
    public static WebhookSignature GitHubStyle(IEnumerable<string> secrets, string header = "X-Hub-Signature-256")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(header);
        return new PlainHmacSignature(new HmacSecrets(Utf8(secrets)), header, "sha256=", SignatureEncoding.Hex);
    }

    /// <summary>
    /// The scheme of Slack: <c>X-Slack-Signature: v0=HEX</c> over <c>v0:TIMESTAMP:BODY</c>, with the time in <c>X-Slack-Request-Timestamp</c>.
    /// </summary>
    /// <param name="secrets">One or more secrets, used as UTF-8 text.</param>
    /// <param name="clock">Where the time comes from.</param>
    /// <param name="tolerance">How far the timestamp may be off; null for <see cref="DefaultTolerance"/>.</param>
    /// <exception cref="ArgumentException">There is no secret, or one is empty.</exception>
    public static WebhookSignature SlackStyle(IEnumerable<string> secrets, TimeProvider clock, TimeSpan? tolerance = null) =>
        new SlackStyleSignature(new HmacSecrets(Utf8(secrets)), new ReplayWindow(clock, tolerance ?? DefaultTolerance));

    /// <summary>HMAC-SHA256 of the body alone in a header. It has no timestamp, so it does not stop replays.</summary>
    /// <param name="keys">One or more keys.</param>
    /// <param name="header">Name of the header.</param>
    /// <param name="encoding">How the signature is spelled.</param>
    /// <param name="prefix">What stands before the signature, for example <c>sha256=</c>; default nothing.</param>
    /// <exception cref="ArgumentException">There is no key, one is empty, or the header has no name.</exception>
    public static WebhookSignature PlainHmac(IEnumerable<ReadOnlyMemory<byte>> keys, string header, SignatureEncoding encoding, string prefix = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(header);
        ArgumentNullException.ThrowIfNull(prefix);
        return new PlainHmacSignature(new HmacSecrets(keys), header, prefix, encoding);
    }

    /// <summary>Signs a message.</summary>
    /// <param name="messageId">Identifier of the message, which schemes that have none leave out.</param>
    /// <param name="body">The body, byte for byte as it will be sent.</param>
    /// <returns>The header fields to send with it.</returns>
    /// <exception cref="ArgumentException">The scheme sends the identifier, and it is empty, or holds a full stop, a blank, a line break or anything else but
    /// visible ASCII characters.</exception>
    public abstract IReadOnlyList<KeyValuePair<string, string>> Sign(string messageId, ReadOnlySpan<byte> body);

    /// <summary>Checks a message.</summary>
    /// <param name="headers">Its header fields; names compare ignoring case.</param>
    /// <param name="body">Its body, byte for byte as it was received.</param>
    public abstract WebhookVerification Verify(IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body);

    /// <summary>The value of a header; null when there is none. Several fields of one name are one list (RFC 9110, section 5.3).</summary>
    /// <param name="headers">The fields.</param>
    /// <param name="name">Name of the header; letter case does not matter.</param>
    /// <param name="separator">What stands between the values of several fields; default a comma.</param>
    protected static string? Header(IReadOnlyList<KeyValuePair<string, string>> headers, string name, char separator = ',')
    {
        ArgumentNullException.ThrowIfNull(headers);
        var values = headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).ToList();
        return values.Count == 0 ? null : string.Join(separator, values);
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Utf8(IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return secrets.Select(secret => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(secret));
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Decoded(IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return secrets.Select(secret => (ReadOnlyMemory<byte>)StandardWebhooksSignature.Decode(secret));
    }
}
