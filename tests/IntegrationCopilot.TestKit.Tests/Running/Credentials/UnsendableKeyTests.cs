using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit.Tests.Running.Credentials;

/// <summary>API keys that a document wants where no request can have one.</summary>
public sealed class UnsendableKeyTests
{
    [Theory]
    [InlineData("X Key")]
    [InlineData("Content-Type")]
    [InlineData("Content-Length")]
    [InlineData("Host")]
    [InlineData("Connection")]
    [InlineData("Transfer-Encoding")]
    public async Task RunAsync_KeyInAHeaderThatHoldsNone_JudgesWhatNeedsNoKeyAndEndsByItself(string header)
    {
        var read = ApiSpecReader.Read(Encoding.UTF8.GetBytes($$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            security: [{ key: [] }]
            paths:
              /things:
                get: { responses: { '200': { description: ok } } }
                post: { requestBody: { content: { application/json: { schema: { type: object } } } }, responses: { '200': { description: ok } } }
              /health:
                get: { security: [], responses: { '200': { description: ok } } }
            components: { securitySchemes: { key: { type: apiKey, in: header, name: '{{header}}' } } }
            """), "small.yaml");
        var loop = await ClosedLoop.RunAsync(header, read.Spec!, TestContext.Current.CancellationToken);
        loop.Failures.Should().BeEmpty();
        loop.Result.Cases.Should().Contain(result => result.Status == CaseStatus.Pass);
    }

    [Theory]
    [InlineData("http://\u202e/")]
    [InlineData("ftp://api.example/")]
    public void CanBeCalled_HostThatIsNoNameOrOtherScheme_IsFalse(string url) => RunTarget.CanBeCalled(new Uri(url)).Should().BeFalse();

    [Theory]
    [InlineData("http://127.0.0.1:8080/v1")]
    [InlineData("https://[::1]/")]
    [InlineData("https://b\u00fccher.example/")]
    public void CanBeCalled_NameOrAddress_IsTrue(string url) => RunTarget.CanBeCalled(new Uri(url)).Should().BeTrue();
}
