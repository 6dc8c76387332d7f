namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A media type that the operation does not describe is refused, whatever it resembles (RFC 5789, section 2.2).</summary>
public sealed class RequestMediaTypesTests
{
    private const string Api = """
        openapi: 3.0.3
        info: { title: Types, version: "1" }
        paths:
          /things:
            patch:
              requestBody: { required: true, content: { application/merge-patch+json: { schema: { type: object } }, application/json-patch+json: { schema: { type: array, items: { type: object, required: [op, path] } } } } }
              responses: { "200": { description: ok } }
          /v2:
            post:
              requestBody: { required: true, content: { application/vnd.acme.v2+json: { schema: { type: object } } } }
              responses: { "200": { description: ok } }
          /any:
            post:
              requestBody: { required: true, content: { "application/*": { schema: { type: object } } } }
              responses: { "200": { description: ok } }
        """;

    [Theory]
    [InlineData("PATCH", "things", "application/json", 415)]
    [InlineData("PATCH", "things", "application/merge-patch+json", 200)]
    [InlineData("POST", "v2", "application/json", 415)]
    [InlineData("POST", "v2", "application/vnd.acme.v1+json", 415)]
    [InlineData("POST", "v2", "application/vnd.acme.v2+json; charset=utf-8", 200)]
    [InlineData("POST", "any", "application/json", 200)]
    public async Task Send_MediaType_IsTakenWhereItIsDescribed(string method, string path, string type, int status)
    {
        await using var mock = await MockSession.StartAsync(Api);
        var answer = await mock.SendAsync(method, path, """{"a":1}""", $"Content-Type: {type}");
        ((int)answer.StatusCode, answer.Headers.Contains("Mock-Findings")).Should().Be((status, status == 415));
    }

    [Fact]
    public async Task Send_DeviationThatIsLetPass_IsTold()
    {
        await using var mock = await MockSession.StartAsync(Api);
        var answer = await mock.SendAsync("PATCH", "things?undescribed=1", """{"a":1}""", "Content-Type: application/merge-patch+json");
        answer.StatusCode.Should().Be(System.Net.HttpStatusCode.OK);
        answer.Headers.GetValues("Mock-Findings").Single().Should().Contain("undescribed");
    }
}
