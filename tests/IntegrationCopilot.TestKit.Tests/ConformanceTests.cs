using System.Net;
using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit.Tests;

/// <summary>Assertions for tests written by hand.</summary>
public sealed class ConformanceTests
{
    private static readonly ApiSpec Spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes("""
        openapi: 3.1.0
        info: { title: Bins, version: '1' }
        paths:
          /bins/{id}:
            get:
              operationId: getBin
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                '200':
                  description: One
                  content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } }
        """), "bins.yaml").Spec!;

    [Theory]
    [InlineData("GET /bins/{id}")]
    [InlineData("getBin")]
    public async Task AssertAsync_AsDescribed_SaysNothing(string operation)
    {
        using var response = Response(HttpStatusCode.OK, """{"id":"1"}""");
        await Conformance.AssertAsync(response, Spec, operation, TestContext.Current.CancellationToken);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Be("""{"id":"1"}""");
    }

    [Fact]
    public async Task AssertAsync_NotAsDescribed_NamesThePlaceItsLineAndTheBody()
    {
        using var response = Response(HttpStatusCode.OK, """{"id":7}""");
        var assert = () => Conformance.AssertAsync(response, Spec, "getBin", TestContext.Current.CancellationToken);
        var failure = (await assert.Should().ThrowAsync<ConformanceException>()).Which;
        failure.Message.Should().StartWith("The answer 200 to GET /bins/{id} is not as described, in one place:\n  - body.id: ")
            .And.Contain("bins.yaml:11").And.EndWith("""The body was: {"id":7}""");
        failure.Findings.Should().ContainSingle();
    }

    [Fact]
    public async Task AssertAsync_StatusIsNotDescribed_Fails()
    {
        using var response = Response(HttpStatusCode.Created, "{}");
        var assert = () => Conformance.AssertAsync(response, Spec, "getBin", TestContext.Current.CancellationToken);
        (await assert.Should().ThrowAsync<ConformanceException>()).Which.Message.Should().Contain("201");
    }

    [Fact]
    public async Task AssertAsync_AnswerHoldsControls_ShowsThemHarmlessly()
    {
        using var response = Response(HttpStatusCode.OK, "{\"id\":7,\"note\":\"\u001b[2J\"}");
        var assert = () => Conformance.AssertAsync(response, Spec, "getBin", TestContext.Current.CancellationToken);
        (await assert.Should().ThrowAsync<ConformanceException>()).Which.Message.Should().NotContain("\u001b");
    }

    [Fact]
    public async Task AssertAsync_NoSuchOperation_NamesThoseThereAre()
    {
        using var response = Response(HttpStatusCode.OK, "{}");
        var assert = () => Conformance.AssertAsync(response, Spec, "GET /bin", TestContext.Current.CancellationToken);
        (await assert.Should().ThrowAsync<ArgumentException>())
            .WithMessage("The document has no operation 'GET /bin'. The nearest are: GET /bins/{id} (getBin).");
    }

    private static HttpResponseMessage Response(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
