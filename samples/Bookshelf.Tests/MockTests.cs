using IntegrationCopilot.TestKit.Xunit;

namespace Bookshelf.Tests;

#region mock
public sealed class MockTests(TestedMock mock) : IClassFixture<TestedMock>
{
    [Theory]
    [GoldenTests("bookshelf.openapi.yaml", Only = ["POST /books"], OnlyApplicable = true)]
    public Task Mock_IsAsDescribed(GoldenTestCase test) => mock.RunAsync(test);
}
#endregion
