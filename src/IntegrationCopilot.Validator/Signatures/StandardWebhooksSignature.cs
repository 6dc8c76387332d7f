using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Standard Webhooks 1.0.0, <c>v1</c>: base64 of HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
/// <remarks>
/// <para>Source: standard-webhooks.md, "Webhook headers" and "Signature scheme". Entries of other versions, such as the asymmetric <c>v1a</c>, are passed
/// over.</para>
/// <para>Svix, where the scheme comes from, and those who build on it send the same fields under names of their own.</para>
/// </remarks>
internal sealed class StandardWebhooksSignature(HmacSecrets secrets, ReplayWindow window) : WebhookSignature
{
    private const string SecretPrefix = "whsec_";
    private const string VersionName = "v1";
    private const string Version = VersionName + ",";
    private static readonly HeaderNames Standard = new("webhook-id", "webhook-timestamp", "webhook-signature");
    private static readonly HeaderNames Svix = new("svix-id", "svix-timestamp", "svix-signature");

    public static byte[] Decode(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var base64 = secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret;
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException e)
        {
            throw new ArgumentException("A Standard Webhooks secret is base64, with or without the prefix whsec_.", nameof(secret), e);
        }
    }

    public override IReadOnlyList<KeyValuePair<string, string>> Sign(string messageId, ReadOnlySpan<byte> body)
    {
        ThrowIfUnsendable(messageId);
        var timestamp = window.Now;
        var signatures = secrets.SignAll(SignedText(messageId, timestamp), body).Select(signature => Version + Convert.ToBase64String(signature));
        return [new(Standard.Id, messageId), new(Standard.Timestamp, timestamp), new(Standard.Signature, string.Join(' ', signatures))];
    }

    public override WebhookVerification Verify(IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body)
    {
        var names = NamesIn(headers);
        if (Header(headers, names.Id) is not { Length: > 0 } id) return WebhookVerification.Missing(names.Id);
        if (Header(headers, names.Timestamp) is not { Length: > 0 } timestamp) return WebhookVerification.Missing(names.Timestamp);
        if (Header(headers, names.Signature, ' ') is not { Length: > 0 } list) return WebhookVerification.Missing(names.Signature);
        if (window.Check(timestamp, names.Timestamp) is { } refusal) return refusal;
        if (!list.Contains(',', StringComparison.Ordinal)) return WebhookVerification.Malformed(names.Signature, "a list of signatures such as v1,BASE64");
        var entries = list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!Array.Exists(entries, IsOfVersion))
            return WebhookVerification.OtherVersions(names.Signature, VersionName, entries.Select(entry => entry.Split(',')[0]));
        return HmacSecrets.MatchAny(secrets.SignAll(SignedText(id, timestamp), body), Candidates(entries))
            ? WebhookVerification.Valid
            : WebhookVerification.NoMatch(names.Signature);
    }

    /// <summary>The names a message uses: the first family of which all three are there, else the first of which any is.</summary>
    private static HeaderNames NamesIn(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (Standard.CountIn(headers) == HeaderNames.Count) return Standard;
        var svix = Svix.CountIn(headers);
        return svix == HeaderNames.Count || (svix > 0 && Standard.CountIn(headers) == 0) ? Svix : Standard;
    }

    /// <summary>The identifier is a field value, and in the signed text a full stop ends it.</summary>
    private static void ThrowIfUnsendable(string messageId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(messageId);
        if (messageId.Any(c => c is <= ' ' or > '~' or '.'))
            throw new ArgumentException(
                "The identifier of a message is sent as a header field, and a full stop ends it in the text that is signed. Use visible ASCII characters without full stops, for example msg_2KWPBgLlAfxdpx2AI54pPJ85f4W.", nameof(messageId));
    }

    private static bool IsOfVersion(string entry) => entry.StartsWith(Version, StringComparison.Ordinal);

    private static byte[] SignedText(string id, string timestamp) => Encoding.UTF8.GetBytes($"{id}.{timestamp}.");

    private static IEnumerable<byte[]> Candidates(IEnumerable<string> entries) =>
        entries.Where(IsOfVersion).Select(entry => SignatureText.Decode(entry.AsSpan(Version.Length), SignatureEncoding.Base64)).OfType<byte[]>();

    private sealed record HeaderNames(string Id, string Timestamp, string Signature)
    {
        public const int Count = 3;

        /// <summary>How many of them a message has.</summary>
        public int CountIn(IReadOnlyList<KeyValuePair<string, string>> headers) =>
            new[] { Id, Timestamp, Signature }.Count(name => Header(headers, name) is not null);
    }
}
