using System.Text;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>Before the first case it is told which part of what was given is wrong.</summary>
public sealed class PreflightTests
{
    private static readonly ApiSpec Spec = Read("https://api.example.com/shop/v1");

    [Fact]
    public async Task TryAsync_HostThatIsNone_NamesTheHost() =>
        (await CaseAsync(new Uri("http://no-such-host.invalid/"))).Reason.Should()
            .Contain("The host is wrong: no address is known for 'no-such-host.invalid'.");

    [Fact]
    public async Task TryAsync_NobodyListens_NamesThePort() =>
        (await CaseAsync(new Uri("http://127.0.0.1:9/"))).Reason.Should().Contain("Nothing listens at 127.0.0.1:9.");

    [Fact]
    public async Task TryAsync_PortWithoutTls_NamesTls()
    {
        await using var api = await TestApi.StartAsync();
        (await CaseAsync(new Uri($"https://{api.BaseUrl.Authority}/"))).Reason.Should().Contain($"The TLS handshake with {api.BaseUrl.Authority} failed.");
    }

    [Theory]
    [InlineData("", "/shop/v1/")]
    [InlineData("/v1", "/shop/v1/")]
    public async Task TryAsync_WrongBasePath_NamesTheOneOfTheDocumentThatAnswers(string given, string right)
    {
        await using var api = await ShopAsync("/shop/v1");
        var result = await CaseAsync(new Uri(api.BaseUrl, given));
        result.Status.Should().Be(CaseStatus.Error);
        result.Reason.Should().StartWith("The path of the base URL is wrong").And.EndWith($"Give {new Uri(api.BaseUrl, right)} as the base URL.");
        api.Requests.Should().OnlyContain(request => request.Method == "GET").And.Contain(request => !request.Headers.ContainsKey("X-Key"));
    }

    [Fact]
    public async Task TryAsync_NotFoundEverywhere_IsTheApisOwnAnswer()
    {
        await using var api = await ShopAsync("/elsewhere");
        (await CaseAsync(api.BaseUrl)).Status.Should().Be(CaseStatus.Pass, "the test asks for 404");
    }

    [Fact]
    public async Task TryAsync_OneOfTwoCredentialsRefused_ConcernsItsOperationsOnly()
    {
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            context.Response.StatusCode = context.Request.Headers.ContainsKey("X-Key") ? 401 : 404;
            return Task.CompletedTask;
        });
        var keyed = Case(Get("list", Status("404")));
        var open = Case(new TestStep { Name = "staff", Request = new StepRequest { Method = "GET", Path = "/staff" }, Assertions = [Status("404")] });
        var target = new RunTarget { Environment = Validator.EnvironmentType.Sandbox, BaseUrl = api.BaseUrl,
            Credentials = [new ApiKeyCredentials("X-Key", ApiKeyLocation.Header, "k-0001"), new BearerCredentials("t-0001")] };
        using var client = TestRunner.CreateClient();
        var result = await new TestRunner(Spec, client).RunAsync(Suite(keyed, open with { Id = "open" }), target);
        result.Cases.Select(item => item.Status).Should().Equal(CaseStatus.Error, CaseStatus.Pass);
        result.Cases[0].Reason.Should().StartWith("The credentials of this environment for 'key' (an API key in the header 'X-Key') are refused: GET /items");
    }

    /// <summary>A shop at one path, which knows nothing elsewhere.</summary>
    private static Task<TestApi> ShopAsync(string path) => TestApi.StartAsync((_, context) =>
    {
        if (!context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)) context.Response.StatusCode = 404;
        else if (!context.Request.Headers.ContainsKey("X-Key")) context.Response.StatusCode = 401;
        return context.Response.WriteAsJsonAsync(new { id = "1" });
    });

    private static async Task<CaseResult> CaseAsync(Uri baseUrl)
    {
        var target = new RunTarget { Environment = Validator.EnvironmentType.Sandbox, BaseUrl = baseUrl,
            Credentials = [new ApiKeyCredentials("X-Key", ApiKeyLocation.Header, "k-0001")] };
        using var client = TestRunner.CreateClient();
        return (await new TestRunner(Spec, client).RunAsync(Suite(Case(Get("list", Status("404")))), target)).Cases.Single();
    }

    private static ApiSpec Read(string server) => ApiSpecReader.Read(Encoding.UTF8.GetBytes($$"""
        openapi: 3.1.0
        info: { title: Shop, version: '1' }
        servers: [{ url: '{{server}}' }]
        security: [{ key: [] }]
        paths:
          /items: { get: { responses: { '200': { description: ok } } } }
          /staff: { get: { security: [{ token: [] }], responses: { '200': { description: ok } } } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
            token: { type: http, scheme: bearer }
        """), "shop.yaml").Spec!;
}
