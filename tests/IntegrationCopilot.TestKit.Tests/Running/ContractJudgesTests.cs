using IntegrationCopilot.MockGen;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>What a server may do with what nobody described, and what its errors may not tell.</summary>
public sealed class ContractJudgesTests
{
    [Theory]
    [InlineData(200, CaseStatus.Pass)]
    [InlineData(404, CaseStatus.Pass)]
    [InlineData(415, CaseStatus.Pass)]
    [InlineData(501, CaseStatus.Pass)]
    [InlineData(500, CaseStatus.Fail)]
    [InlineData(502, CaseStatus.Fail)]
    public async Task Robust_Status_FailsOnlyWhereTheServerDid(int status, CaseStatus expected)
    {
        var result = await JudgeAsync(new RobustAssertion(), status);
        result.Status.Should().Be(expected, result.Reason);
    }

    [Theory]
    [InlineData("{\"trace\":\"   at Shop.Orders.Create(OrderRequest request) in Orders.cs:line 12\"}")]
    [InlineData("System.Exception: no\n   at Shop.Orders.Create(OrderRequest request)\n")]
    [InlineData("at com.shop.Orders.create(Orders.java:12)")]
    [InlineData("Traceback (most recent call last):\\n  File")]
    [InlineData("TypeError: x\\n    at Object.<anonymous> (/srv/shop/orders.js:12:7)")]
    [InlineData("panic: x\\n\\ngoroutine 12 [running]:")]
    [InlineData("#0 /var/www/shop/Orders.php(12): create()")]
    [InlineData("Cannot open C:\\\\inetpub\\\\shop\\\\Orders.cs")]
    [InlineData("SQLSTATE[42S02]: Base table or view not found")]
    public async Task NoLeak_ErrorWithInsides_Fails(string body)
    {
        var result = await JudgeAsync(new NoLeakAssertion(), 400, body);
        result.Status.Should().Be(CaseStatus.Fail);
        result.Reason.Should().StartWith("the answer tells nothing of the server's insides: the error tells ");
    }

    [Theory]
    [InlineData(400, "{\"detail\":\"The field at items[0].price (12) is too low. See https://example.com/docs/errors.js for more.\"}")]
    [InlineData(404, "{\"detail\":\"There is no file /home/orders.\"}")]
    [InlineData(400, "Look at Section.Two (page 7) of the manual.")]
    [InlineData(200, "at com.shop.Orders.create(Orders.java:12)")]
    [InlineData(400, "")]
    public async Task NoLeak_ErrorOfThePlainKind_Holds(int status, string body)
    {
        var result = await JudgeAsync(new NoLeakAssertion(), status, body);
        result.Status.Should().Be(CaseStatus.Pass, result.Reason);
    }

    [Theory]
    [InlineData(401, null, CaseStatus.Fail)]
    [InlineData(401, "WWW-Authenticate", CaseStatus.Pass)]
    [InlineData(405, null, CaseStatus.Fail)]
    [InlineData(405, "Allow", CaseStatus.Pass)]
    [InlineData(404, null, CaseStatus.Pass)]
    public async Task StatusFields_Status_WantsItsField(int status, string? field, CaseStatus expected)
    {
        var result = await JudgeAsync(new StatusFieldsAssertion(), status, "", field);
        result.Status.Should().Be(expected, result.Reason);
    }

    [Theory]
    [InlineData(200, "application/json", CaseStatus.Pass)]
    [InlineData(405, "application/json", CaseStatus.Warn)]
    [InlineData(200, "text/html", CaseStatus.Warn)]
    public async Task Head_BesideGet_WarnsWhereItDiffers(int status, string type, CaseStatus expected)
    {
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            var isHead = context.Request.Method == "HEAD";
            context.Response.StatusCode = isHead ? status : 200;
            context.Response.ContentType = isHead ? type : "application/json";
            return isHead ? Task.CompletedTask : context.Response.WriteAsync("{}");
        });
        var get = Get("call").Request!;
        var step = Get("call", new HeadAssertion { Strength = GroundStrength.Advisory }) with { Request = get with { Method = "HEAD" }, Control = get };
        var result = await RunDirectlyAsync(api, Case(step));
        result.Status.Should().Be(expected, result.Reason);
    }

    [Fact]
    public async Task Head_GetDidNotSucceed_SaysNothing()
    {
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        var get = Get("call").Request!;
        var result = await RunDirectlyAsync(api, Case(Get("call", new HeadAssertion()) with { Request = get with { Method = "HEAD" }, Control = get }));
        result.Status.Should().Be(CaseStatus.NoVerdict, result.Reason);
    }

    private static async Task<CaseResult> JudgeAsync(TestAssertion assertion, int status, string body = "", string? field = null)
    {
        await using var api = await TestApi.StartAsync((_, context) =>
        {
            context.Response.StatusCode = status;
            if (field is not null) context.Response.Headers[field] = "GET";
            return context.Response.WriteAsync(body);
        });
        return await RunDirectlyAsync(api, Case(Get("call", assertion)));
    }
}
