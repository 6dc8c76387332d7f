using IntegrationCopilot.TestKit.Xunit;
#if (isApplication)
using Microsoft.AspNetCore.Mvc.Testing;
#endif

namespace GoldenTestProject;

#if (isApplication)
/// <summary>Every golden test of the document, asked of the application in memory.</summary>
public sealed class ApiTests(ApiTests.Api api) : IClassFixture<ApiTests.Api>
{
    [Theory]
    [GoldenTests("openapi.yaml", OnlyApplicable = true)]
    public Task Api_IsAsDescribed(GoldenTestCase test) => api.RunAsync(test);

    public sealed class Api() : TestedApi(() => Factory.CreateDefaultClient())
    {
        private static readonly WebApplicationFactory<Program> Factory = new();

        protected override ValueTask StopAsync() => Factory.DisposeAsync();
    }
}
#elif (isUrl)
/// <summary>Every golden test of the document, asked of the API.</summary>
public sealed class ApiTests(ApiTests.Api api) : IClassFixture<ApiTests.Api>
{
    [Theory]
    [GoldenTests("openapi.yaml", OnlyApplicable = true)]
    public Task Api_IsAsDescribed(GoldenTestCase test) => api.RunAsync(test);

    // Override Configure to say who the tests are to the API: credentials, headers, what kind of installation it is.
    public sealed class Api() : TestedApi(new Uri("https://api.example/"));
}
#else
/// <summary>Every golden test of the document, asked of a mock made from it: it shows what there is to test before there is an API.</summary>
public sealed class ApiTests(TestedMock mock) : IClassFixture<TestedMock>
{
    [Theory]
    [GoldenTests("openapi.yaml", OnlyApplicable = true)]
    public Task Api_IsAsDescribed(GoldenTestCase test) => mock.RunAsync(test);
}
#endif
