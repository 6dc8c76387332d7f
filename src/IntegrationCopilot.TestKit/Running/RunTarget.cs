using IntegrationCopilot.MockGen;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>The installation of an API that is tested, and who we are to it.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RunTarget
{
    /// <summary>
    /// The kind of installation. Situations are provoked (<see cref="MockControl"/>) and made-up values are used on <see cref="EnvironmentType.Mock"/> only.
    /// </summary>
    public required EnvironmentType Environment { get; init; }

    /// <summary>Absolute http or https URL that the document's paths are appended to; its own path is kept.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>
    /// Who we are; default nobody. Each operation takes those that its security schemes want, by the scheme's name, its place or its kind; what none of them
    /// fits
    /// is skipped. Where the document asks for nothing, the first are sent.
    /// </summary>
    public IReadOnlyList<ApiCredentials> Credentials { get; init; } = [];

    /// <summary>
    /// Who another caller is, who must not see what the first one makes; default nobody, and then what needs one is not applicable. Chosen for each operation
    /// as <see cref="Credentials"/> are.
    /// </summary>
    public IReadOnlyList<ApiCredentials> OtherCredentials { get; init; } = [];

    /// <summary>Header fields sent with every request; default none. Their values are treated as secrets.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What our own mock lets in, for each scheme of the document; null for everything else.</summary>
    internal SchemeValues? MockValues { get; init; }

    /// <summary>How our own mock delivers; null for everything else.</summary>
    internal MockDeliverySetting? MockDeliveries { get; init; }

    /// <summary>Whether requests can be sent to a URL: an absolute one of http or https whose host has a name that can be looked up (RFC 5891, section 4).</summary>
    /// <param name="url">The URL.</param>
    public static bool CanBeCalled(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        try
        {
            return url is { IsAbsoluteUri: true, Scheme: "http" or "https", IdnHost.Length: > 0 };
        }
        catch (UriFormatException)
        {
            return false; // the host is no name that ASCII can spell
        }
    }

    /// <summary>Our own mock, with the credentials it lets in where the document asks for some.</summary>
    /// <param name="mock">The mock, which must run as long as the tests do.</param>
    public static RunTarget ForMock(MockServer mock)
    {
        ArgumentNullException.ThrowIfNull(mock);
        return new RunTarget { Environment = EnvironmentType.Mock, BaseUrl = mock.BaseUrl, MockValues = SchemeValues.Of(mock),
            MockDeliveries = MockDeliverySetting.Of(mock) };
    }

    /// <summary>The environment and its URL, without any value that may be a secret.</summary>
    public override string ToString() => $"{Environment} {BaseUrl.GetLeftPart(UriPartial.Path)}";
}
