using IntegrationCopilot.MockGen;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>What <c>Location</c> of an answer leads to, and where it is not followed.</summary>
public sealed class LocationTests
{
    private static readonly TestStep Create =
        Post("create", "{}", Status("2XX"), new LocatedAssertion("/id")) with { Locates = true };

    [Theory]
    [InlineData(201, "/items/1", 200, """{ "id": "1" }""", CaseStatus.Pass, "")]
    [InlineData(201, "items/1", 200, """{ "id": "1" }""", CaseStatus.Pass, "")]
    [InlineData(201, "/items/1", 200, """{ "id": "2" }""", CaseStatus.Fail, "what is there is \"2\", not \"1\"")]
    [InlineData(201, "/items", 200, """{ "items": [{ "id": "1" }] }""", CaseStatus.Fail, "what is there has nothing at /id")]
    [InlineData(201, "/items/1", 404, "{}", CaseStatus.Fail, "404")]
    [InlineData(202, "/items/1", 410, "{}", CaseStatus.Fail, "410")]
    [InlineData(201, "/items/1", 500, "{}", CaseStatus.Fail, "500")]
    [InlineData(201, "/items/1", 403, "{}", CaseStatus.NoVerdict, "403")]
    [InlineData(201, "/items/1", 405, "{}", CaseStatus.Pass, "")]
    [InlineData(201, "http://[", 200, "{}", CaseStatus.Fail, "is not a URL")]
    [InlineData(201, null, 200, "{}", CaseStatus.NoVerdict, "has no Location")]
    [InlineData(200, "/items/1", 200, "{}", CaseStatus.NoVerdict, "says nothing of a place")]
    public async Task Located_Place_IsWhatWasMade(int status, string? location, int there, string body, CaseStatus expected, string reason)
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, status, location, there, body));
        var result = await RunAsync(api, Case(Create));
        result.Status.Should().Be(expected, result.Reason);
        if (reason.Length > 0) result.Reason.Should().Contain(reason);
    }

    [Fact]
    public async Task Located_SameServer_IsAskedWithTheSameCredentials()
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, 201, "/items/1", 200, """{ "id": "1" }"""));
        await RunDirectlyAsync(api, Case(Create));
        api.Requests.Should().HaveCount(2).And.OnlyContain(request => request.Headers["X-API-Key"] == "the-real-key-0001");
        api.Requests.Last().Should().Match<TestApi.Asked>(request => request.Method == "GET" && request.Url == "/items/1" && request.Body == "");
    }

    [Fact]
    public async Task Located_AnotherServer_IsNotAsked()
    {
        await using var other = await TestApi.StartAsync();
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, 201, new Uri(other.BaseUrl, "items/1").AbsoluteUri, 200, "{}"));
        var result = await RunAsync(api, Case(Create));
        result.Status.Should().Be(CaseStatus.NoVerdict);
        result.Reason.Should().Contain("credentials are not sent to other servers");
        other.Requests.Should().BeEmpty();
    }

    private static Task AnswerAsync(HttpContext context, int status, string? location, int there, string body)
    {
        var isMade = context.Request.Method == "POST";
        context.Response.StatusCode = isMade ? status : context.Request.Path == "/items/1" || there == 200 ? there : 200;
        context.Response.ContentType = "application/json";
        if (isMade && location is not null) context.Response.Headers.Location = location;
        return context.Response.WriteAsync(isMade ? """{ "id": "1" }""" : body);
    }
}
