using System.Security.Cryptography;
using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>One kind of authentication: how credentials of its security schemes are sent, recognised and asked for.</summary>
/// <remarks>
/// <para>A kind is all that the product knows of a way to authenticate: the validator, the mock, the golden tests and the runner ask it, and know none by name.
/// A kind of your own is added with <see cref="AuthenticationKinds.With"/> and handed over in the options of each.</para>
/// <para>Kinds hold no secret and fetch nothing: credentials and tokens are passed in, as text of the <see cref="CredentialForm"/> that a scheme takes.</para>
/// </remarks>
/// <threadsafety>Implementations are called from any number of threads at once and keep no state.</threadsafety>
public interface IAuthenticationKind
{
    /// <summary>Whether a scheme of a document is of this kind; then, and only then, the other members may be called with it.</summary>
    /// <param name="scheme">The scheme.</param>
    bool Covers(SecurityScheme scheme);

    /// <summary>What a scheme is, for people, in a few words such as <c>HTTP Basic</c>.</summary>
    /// <param name="scheme">The scheme.</param>
    string Describe(SecurityScheme scheme);

    /// <summary>What a caller must have.</summary>
    /// <param name="scheme">The scheme.</param>
    CredentialForm FormOf(SecurityScheme scheme);

    /// <summary>Every place of a request that a credential of a scheme may travel in; empty when it leaves no trace in a message.</summary>
    /// <param name="scheme">The scheme.</param>
    IReadOnlyList<CredentialPlace> PlacesOf(SecurityScheme scheme);

    /// <summary>What proves a credential with a request.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="credential">The key, the token, or <c>user:password</c>.</param>
    /// <param name="request">The request without it, for kinds that sign what is sent.</param>
    /// <returns>The fields to set, each in place of what is there; empty when the scheme takes <see cref="CredentialForm.None"/>.</returns>
    IReadOnlyList<CredentialField> Apply(SecurityScheme scheme, string credential, RecordedRequest request);

    /// <summary>What a careless client sends: something in the right place that is not of the scheme's form.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <returns>The fields to set; empty when there is no such mistake.</returns>
    IReadOnlyList<CredentialField> Spoil(SecurityScheme scheme);

    /// <summary>Reads the credential that a request carries.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="request">The request.</param>
    /// <returns>What was found. What leaves no trace in a message counts as present, with an empty value.</returns>
    CredentialReading Read(SecurityScheme scheme, RecordedRequest request);

    /// <summary>Whether a request was made by who has a credential.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="request">The request, in which <see cref="Read"/> found a credential.</param>
    /// <param name="credential">The credential.</param>
    /// <remarks>By default the value read is the credential itself; compared in fixed time. Kinds that sign compare signatures.</remarks>
    bool Proves(SecurityScheme scheme, RecordedRequest request, string credential) =>
        Read(scheme, request).Value is { } value
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(value)), SHA256.HashData(Encoding.UTF8.GetBytes(credential)));

    /// <summary>The challenge a refusal carries in <c>WWW-Authenticate</c> (RFC 9110, section 11.6.1).</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="outcome">Why the request is refused.</param>
    /// <returns>The challenge, without a realm; null when the kind has none.</returns>
    AuthenticationChallenge? Challenge(SecurityScheme scheme, CredentialOutcome outcome);
}
