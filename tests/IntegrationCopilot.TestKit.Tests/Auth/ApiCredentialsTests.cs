namespace IntegrationCopilot.TestKit.Tests;

public sealed class ApiCredentialsTests
{
    private const string Secret = "s3cr3t-value";
    private static readonly Uri TokenUrl = new("https://auth.example/token");

    public static TheoryData<ApiCredentials> All =>
    [
        new ApiKeyCredentials("X-Api-Key", ApiKeyLocation.Header, Secret),
        new BasicCredentials("ann", Secret),
        new BearerCredentials(Secret),
        new OAuth2ClientCredentials("client", Secret, TokenUrl, ["a"]),
        new SchemeCredentials("partner", Secret),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void ToString_AnyKind_ShowsNoSecretAndSecretsListsIt(ApiCredentials credentials)
    {
        credentials.ToString().Should().Be(credentials.GetType().Name);
        $"{credentials}".Should().NotContain(Secret);
        credentials.Secrets.Should().Contain(Secret);
    }

    [Theory]
    [InlineData("X-API-Key", true)]
    [InlineData("Authorization", true)]
    [InlineData("Content-Type", false)]
    [InlineData("content-length", false)]
    [InlineData("Host", false)]
    [InlineData("Transfer-Encoding", false)]
    [InlineData("X Key", false)]
    public void CanBeHeader_OfAnyName_SaysWhetherItIsFreeForAKey(string name, bool expected)
    {
        ApiKeyCredentials.CanBeHeader(name).Should().Be(expected);
        var make = () => new ApiKeyCredentials(name, ApiKeyLocation.Header, Secret);
        if (!expected && name != "X Key") make.Should().Throw<ArgumentException>().WithMessage("*says how a request is sent*");
    }

    [Theory]
    [InlineData("https://api.example/a", "https://api.example/a?api%20key=a%26b%2B")]
    [InlineData("https://api.example/a?", "https://api.example/a?api%20key=a%26b%2B")]
    [InlineData("https://api.example/a?x=1%2F2#frag", "https://api.example/a?x=1%2F2&api%20key=a%26b%2B#frag")]
    [InlineData("/relative?x", "/relative?x&api%20key=a%26b%2B")]
    public async Task ApplyAsync_KeyInQuery_IsAppendedEncoded(string url, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(url, UriKind.RelativeOrAbsolute));
        await Apply(new ApiKeyCredentials("api key", ApiKeyLocation.Query, "a&b+"), request);
        request.RequestUri!.OriginalString.Should().Be(expected);
    }

    [Fact]
    public async Task ApplyAsync_KeyInHeaderOrCookie_ReplacesWhatIsThere()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/");
        request.Headers.TryAddWithoutValidation("X-Api-Key", "old");
        request.Headers.TryAddWithoutValidation("Cookie", "theme=dark; session=old");
        await Apply(new ApiKeyCredentials("x-api-key", ApiKeyLocation.Header, Secret), request);
        await Apply(new ApiKeyCredentials("session", ApiKeyLocation.Cookie, Secret), request);
        request.Headers.NonValidated["X-Api-Key"].Should().Equal(Secret);
        request.Headers.NonValidated["Cookie"].Should().Equal($"theme=dark; session={Secret}");
    }

    [Fact]
    public async Task ApplyAsync_BasicAndBearer_SetTheAuthorizationHeader()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.example/");
        await Apply(new BasicCredentials("test", "123£"), request);
        request.Headers.Authorization!.ToString().Should().Be("Basic dGVzdDoxMjPCow==", "RFC 7617, section 2.1, gives this example");
        await Apply(new BearerCredentials("abc"), request);
        request.Headers.Authorization!.ToString().Should().Be("Bearer abc");
    }

    [Fact]
    public void Constructor_ValueThatCannotBeSent_IsACallersMistake()
    {
        FluentActions.Invoking(() => new BearerCredentials("a\r\nb")).Should().Throw<ArgumentException>().Which.Message.Should().NotContain("a\r\nb");
        FluentActions.Invoking(() => new ApiKeyCredentials("", ApiKeyLocation.Header, "x")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new ApiKeyCredentials("sid", ApiKeyLocation.Cookie, "a;b")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new SchemeCredentials("partner", "a\nb")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new BasicCredentials("a:b", "c")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new OAuth2ClientCredentials("a", "b", new Uri("/token", UriKind.Relative))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new OAuth2ClientCredentials("a", "b", new Uri("file:///token"))).Should().Throw<ArgumentException>();
    }

    private static async Task Apply(ApiCredentials credentials, HttpRequestMessage request)
    {
        using var client = new HttpClient();
        var authenticator = new RequestAuthenticator(credentials, client, TimeProvider.System);
        (await authenticator.ApplyAsync(request)).Should().BeNull();
        authenticator.TryRenew(request).Should().BeFalse();
    }
}
