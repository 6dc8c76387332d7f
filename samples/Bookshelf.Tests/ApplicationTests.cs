using IntegrationCopilot.TestKit.Xunit;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Bookshelf.Tests;

#region application
public sealed class ApplicationTests(ApplicationTests.Application application) : IClassFixture<ApplicationTests.Application>
{
    [Theory]
    [GoldenTests("bookshelf.openapi.yaml", OnlyApplicable = true)]
    public Task Application_IsAsDescribed(GoldenTestCase test) => application.RunAsync(test);

    public sealed class Application() : TestedApi(() => Factory.CreateDefaultClient())
    {
        private static readonly WebApplicationFactory<Program> Factory = new();

        protected override ValueTask StopAsync() => Factory.DisposeAsync();
    }
}
#endregion
