using System.Text;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class RuntimeExpressionTests
{
    private static readonly ExpressionScope Exchange = new(
        new RecordedRequest
        {
            Method = "POST",
            Url = "/subscribe/a%20b?queryUrl=https%3A%2F%2Fclient.example%2Fq&n=1",
            Headers = [new("Host", "api.example"), new("Content-Type", "application/json"), new("X-Back", "https://client.example/h")],
            Body = Encoding.UTF8.GetBytes("""{"successUrls":["https://client.example/s","second"],"a/b":{"c":7},"flag":true}"""),
        },
        [new("eventType", "a%20b")],
        new MockReply { Status = 201, Headers = [new("Location", "https://api.example/subscription/1")], Body = Encoding.UTF8.GetBytes("""{"id":12}""") });

    /// <summary>The table of OpenAPI 3.1.1, section 4.8.18.2, and its edges.</summary>
    [Theory]
    [InlineData("$url", "http://api.example/subscribe/a%20b?queryUrl=https%3A%2F%2Fclient.example%2Fq&n=1")]
    [InlineData("$method", "POST")]
    [InlineData("$statusCode", "201")]
    [InlineData("$request.path.eventType", "a b")]
    [InlineData("$request.query.queryUrl", "https://client.example/q")]
    [InlineData("$request.header.content-type", "application/json")]
    [InlineData("$request.body#/successUrls/0", "https://client.example/s")]
    [InlineData("$request.body#/a~1b/c", "7")]
    [InlineData("$request.body#/flag", "true")]
    [InlineData("$response.header.Location", "https://api.example/subscription/1")]
    [InlineData("$response.body#/id", "12")]
    [InlineData("{$request.query.queryUrl}/data?id={$response.body#/id}", "https://client.example/q/data?id=12")]
    [InlineData("https://fixed.example/hook", "https://fixed.example/hook")]
    [InlineData("{notAnExpression}/x", "{notAnExpression}/x")]
    public void Evaluate_Expression_GivesItsValue(string template, string expected) => RuntimeExpression.Evaluate(template, Exchange).Should().Be(expected);

    [Theory]
    [InlineData("$request.query.absent")]
    [InlineData("$request.path.absent")]
    [InlineData("$request.header.absent")]
    [InlineData("$request.body#/absent")]
    [InlineData("$request.body#no-pointer")]
    [InlineData("$response.body#/id/deeper")]
    [InlineData("$unknown")]
    [InlineData("{$request.query.absent}/data")]
    public void Evaluate_NoValue_IsNull(string template) => RuntimeExpression.Evaluate(template, Exchange).Should().BeNull();

    [Fact]
    public void Evaluate_FormBody_GivesItsFields()
    {
        var request = new RecordedRequest { Method = "POST", Url = "/", Headers = [new("Content-Type", "application/x-www-form-urlencoded")],
            Body = Encoding.ASCII.GetBytes("callback=https%3A%2F%2Fclient.example%2Ff&events[]=a&events[]=b") };
        RuntimeExpression.Evaluate("$request.body#/callback",
            new ExpressionScope(request, [], new MockReply { Status = 200 })).Should().Be("https://client.example/f");
    }
}
