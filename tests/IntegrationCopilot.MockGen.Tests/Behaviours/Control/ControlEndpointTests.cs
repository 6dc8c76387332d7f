using System.Text.Json;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A mock controlled over HTTP, as tests in other languages do.</summary>
public sealed class ControlEndpointTests
{
    private const string Payments = MockOverridesTests.Payments;

    [Fact]
    public async Task Overrides_SetListedAndRemoved_AnswerMeanwhile()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        var set = await mock.SendAsync(
            "POST", "__mock/overrides", """{ "operation": "listPayments", "when": { "query": { "page": "2" }, "headers": { "X-A": "b" } }, "status": 200, "body": [2], "headers": { "X-Page": "2" } }""");
        ((int)set.StatusCode, set.Headers.Location?.ToString()).Should().Be((201, "/__mock/overrides/1"));
        (await BodyOf(mock, "GET", "payments?page=2", "X-A: b"), await BodyOf(mock, "GET", "payments?page=3", "X-A: b"),
            await BodyOf(mock, "GET", "payments?page=2")).Should().Be(("[2]", "[1]", "[1]"));
        (await JsonOf(mock, "__mock/overrides")).GetProperty("overrides")[0].GetProperty("used").GetInt32().Should().Be(1);
        ((int)(await mock.SendAsync("DELETE", "__mock/overrides/1", null)).StatusCode,
            (int)(await mock.SendAsync("DELETE", "__mock/overrides/1", null)).StatusCode).Should().Be((204, 404));
        (await BodyOf(mock, "GET", "payments?page=2", "X-A: b")).Should().Be("[1]");
    }

    [Theory]
    [InlineData("""{ "body": { "amount": 1 } }""", true)]
    [InlineData("""{ "body": { "amount": 2 } }""", false)]
    [InlineData("""{ "bodyContains": "amount" }""", true)]
    [InlineData("""{ "bodyContains": "nothing" }""", false)]
    public async Task Overrides_ConditionOnTheBody_DecidesWhoIsAnswered(string condition, bool isAnswered)
    {
        await using var mock = await MockSession.StartAsync(Payments);
        await mock.SendAsync("POST", "__mock/overrides",
            $$"""{ "operation": "createPayment", "when": {{condition}}, "text": "set", "contentType": "text/plain" }""");
        (await BodyOf(mock, "POST", "payments", "X-Key: mock-api-key", body: """{"amount":1,"other":2}""")).Should().Be(isAnswered ? "set" : """{"id":2}""");
    }

    [Fact]
    public async Task Fail_NextTwo_FailTwo()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        ((int)(await mock.SendAsync("POST", "__mock/fail", """{ "operation": "listPayments", "times": 2, "status": 500 }""")).StatusCode).Should().Be(201);
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++) statuses.Add((int)(await mock.SendAsync("GET", "payments", null)).StatusCode);
        statuses.Should().Equal(500, 500, 200);
    }

    [Fact]
    public async Task Requests_AfterCalls_TellsThem()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        await mock.SendAsync("POST", "payments", "{}", "X-Key: mock-api-key");
        await mock.SendAsync("GET", "payments", null);
        var told = await JsonOf(mock, "__mock/requests?operation=createPayment");
        told.GetProperty("total").GetInt64().Should().Be(2);
        var one = told.GetProperty("requests")[0];
        (one.GetProperty("operation").GetString(), one.GetProperty("request").GetProperty("url").GetString(),
            one.GetProperty("response").GetProperty("status").GetInt32(), one.GetProperty("findings")[0].GetProperty("where").GetString())
            .Should().Be(("POST /payments", "/payments", 400, "body.amount"));
        (await JsonOf(mock, "__mock/requests?limit=1")).GetProperty("requests").GetArrayLength().Should().Be(1);
        await mock.SendAsync("DELETE", "__mock/requests", null);
        (await JsonOf(mock, "__mock/requests")).GetProperty("total").GetInt64().Should().Be(0);
    }

    [Fact]
    public async Task Verify_Expectation_IsTrueOrToldWhyNot()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        await mock.SendAsync("GET", "payments", null);
        ((int)(await mock.SendAsync("POST", "__mock/verify", """{ "operation": "listPayments", "times": 1 }""")).StatusCode).Should().Be(200);
        var failed = await mock.SendAsync("POST", "__mock/verify", """{ "operation": "createPayment" }""");
        ((int)failed.StatusCode, await failed.Content.ReadAsStringAsync())
            .Should().Match<(int, string)>(f => f.Item1 == 409 && f.Item2.Contains("Expected POST /payments (createPayment) to be received at least once"));
    }

    [Fact]
    public async Task Reset_TakesEverythingBack()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        await mock.SendAsync("POST", "__mock/fail", """{ "times": 100 }""");
        await mock.SendAsync("GET", "payments", null);
        ((int)(await mock.SendAsync("POST", "__mock/reset", null)).StatusCode).Should().Be(204);
        ((int)(await mock.SendAsync("GET", "payments", null)).StatusCode, mock.Server.Journal.Total).Should().Be((200, 1));
    }

    [Theory]
    [InlineData("POST", "__mock/overrides", "{", 400, "\"status\":400")]
    [InlineData("POST", "__mock/overrides", "[]", 400, "JSON object")]
    [InlineData("POST", "__mock/overrides", """{ "statu": 500 }""", 400, "There is no member 'statu'")]
    [InlineData("POST", "__mock/overrides", """{ "status": "500" }""", 400, "'status' is a whole number")]
    [InlineData("POST", "__mock/overrides", """{ "status": 700 }""", 400, "from 200 to 599")]
    [InlineData("POST", "__mock/overrides", """{ "operation": "getPaymet" }""", 400, "getPayment")]
    [InlineData("POST", "__mock/overrides", """{ "when": { "cookie": 1 } }""", 400, "There is no condition 'cookie'")]
    [InlineData("POST", "__mock/overrides", """{ "base64": "!" }""", 400, "Base-64")]
    [InlineData("POST", "__mock/overrides", "", 400, "The body is no JSON text")]
    [InlineData("POST", "__mock/overrides", "{\"status\":500}}", 400, "The body is no JSON text")]
    [InlineData("POST", "__mock/overrides", """{ "status": 99 }""", 400, "\"A status is a number from 200 to 599, not 99.\"")]
    [InlineData("POST", "__mock/overrides", """{ "status": 1e400 }""", 400, "'status' is a whole number")]
    [InlineData("POST", "__mock/overrides", """{ "times": 0 }""", 400, "at least one request")]
    [InlineData("POST", "__mock/overrides", """{ "delayMs": -1 }""", 400, "A delay is not negative")]
    [InlineData("POST", "__mock/overrides", """{ "delayMs": 99999999999 }""", 400, "'delayMs' is a whole number")]
    [InlineData("POST", "__mock/overrides", """{ "headers": { "X": "a\r\nSet-Cookie: b" } }""", 400, "is no header field")]
    [InlineData("POST", "__mock/overrides", """{ "headers": { "Content-Length": "7" } }""", 400, "belongs to the connection")]
    [InlineData("POST", "__mock/overrides", """{ "headers": ["X"] }""", 400, "'headers' is an object")]
    [InlineData("POST", "__mock/overrides", """{ "contentType": "a\r\nb" }""", 400, "is no media type")]
    [InlineData("POST", "__mock/overrides", """{ "breakConnection": "yes" }""", 400, "'breakConnection' is true or false")]
    [InlineData("POST", "__mock/overrides", """{ "operation": 7 }""", 400, "'operation' is a string")]
    [InlineData("POST", "__mock/overrides", """{ "operation": "" }""", 400, "The nearest are")]
    [InlineData("POST", "__mock/overrides", """{ "when": [] }""", 400, "'when' is an object")]
    [InlineData("POST", "__mock/overrides", """{ "when": { "headers": "X" } }""", 400, "'headers' is an object")]
    [InlineData("POST", "__mock/overrides", """{ "when": { "bodyContains": 1 } }""", 400, "'bodyContains' is a string")]
    [InlineData("POST", "__mock/fail", """{ "times": -1 }""", 400, "at least one request")]
    [InlineData("POST", "__mock/fail", """{ "status": 1000 }""", 400, "from 200 to 599")]
    [InlineData("POST", "__mock/fail", """{ "operation": "GET /paymens" }""", 400, "GET /payments")]
    [InlineData("POST", "__mock/fail", """{ "body": 1 }""", 400, "there are: operation, times, status")]
    [InlineData("POST", "__mock/fail", "7", 400, "JSON object")]
    [InlineData("POST", "__mock/verify", """{ "operation": "listPayment" }""", 400, "listPayments")]
    [InlineData("POST", "__mock/verify", """{ "operation": "listPayments", "times": "two" }""", 400, "'times' is a whole number")]
    [InlineData("POST", "__mock/verify", "[1", 400, "The body is no JSON text")]
    [InlineData("DELETE", "__mock/overrides/none", null, 404, "There is no override 'none'")]
    [InlineData("PATCH", "__mock/overrides", "{}", 405, "does not take PATCH")]
    [InlineData("GET", "__mock/overrides/1", null, 405, "does not take GET")]
    [InlineData("GET", "__mock/fail", null, 405, "does not take GET")]
    [InlineData("DELETE", "__mock/verify", null, 405, "does not take DELETE")]
    [InlineData("GET", "__mock/requests?limit=ten", null, 400, "'limit' is a whole number of at least 1, not 'ten'")]
    [InlineData("GET", "__mock/requests?limit=0", null, 400, "'limit' is a whole number")]
    [InlineData("GET", "__mock/../etc", null, 404, "No path of the document")]
    [InlineData("POST", "__mock/verify", "{}", 400, "'operation' is missing")]
    [InlineData("PUT", "__mock/requests", "{}", 405, "does not take PUT")]
    [InlineData("GET", "__mock/reset", null, 405, "does not take GET")]
    [InlineData("GET", "__mock/nothing", null, 404, "/__mock/requests")]
    [InlineData("GET", "__mock/requests?operation=no", null, 400, "no operation 'no'")]
    public async Task AnyPath_WhatCannotBeDone_IsAProblemThatSaysWhy(string method, string path, string? body, int status, string told)
    {
        await using var mock = await MockSession.StartAsync(Payments);
        var answer = await mock.SendAsync(method, path, body);
        ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).Should().Be((status, "application/problem+json"));
        (await answer.Content.ReadAsStringAsync()).Replace("\\u0027", "'", StringComparison.Ordinal).Should().Contain(told);
    }

    [Fact]
    public async Task AnyPath_BodyThatIsNoText_IsAProblem()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        foreach (var body in (byte[][])[[0xFF, 0xFE, 0x00], [(byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)':', (byte)'1', (byte)'}'],
            [.. Enumerable.Repeat((byte)'[', 100_000)]])
            foreach (var path in (string[])["__mock/overrides", "__mock/fail", "__mock/verify"])
            {
                using var content = new ByteArrayContent(body);
                var answer = await mock.Client.PostAsync(path, content);
                ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).Should().Be((400, "application/problem+json"));
            }
        (await JsonOf(mock, "__mock/overrides")).GetProperty("overrides").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Token_FormThatIsTooLarge_IsAnOAuthError()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        using var form = new StringContent(string.Join('&', Enumerable.Range(0, 5_000).Select(i => $"f{i}=1")), System.Text.Encoding.UTF8,
            "application/x-www-form-urlencoded");
        var answer = await mock.Client.PostAsync("__mock/token", form);
        ((int)answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("error").GetString()).Should()
            .Be((400, "invalid_request"));
    }

    /// <summary>What sets too much is refused, and what was set before stays.</summary>
    [Fact]
    public async Task Overrides_MoreThanAThousand_AreRefused()
    {
        await using var mock = await MockSession.StartAsync(Payments);
        for (var i = 0; i < 1_000; i++) mock.Server.Overrides.Set("listPayments", 418);
        var answer = await mock.SendAsync("POST", "__mock/overrides", """{ "status": 500 }""");
        ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync())
            .Should().Match<(int, string)>(a => a.Item1 == 400 && a.Item2.Contains("1000 overrides already"));
        ((int)(await mock.SendAsync("GET", "payments", null)).StatusCode).Should().Be(418);
    }

    [Theory]
    [InlineData("X-Forwarded-For: 203.0.113.1")]
    [InlineData("Origin: https://evil.example")]
    [InlineData("Via: 1.1 proxy")]
    [InlineData("Host: rebound.example")]
    public async Task AnyPath_CallerIsNotPlainlyLocal_IsRefused(string header)
    {
        await using var mock = await MockSession.StartAsync(Payments, new MockServerOptions { Cors = true });
        var answer = await mock.SendAsync("POST", "__mock/fail", "{}", header);
        ((int)answer.StatusCode, answer.Headers.Contains("Access-Control-Allow-Origin")).Should().Be((403, false));
        ((int)(await mock.SendAsync("GET", "payments", null)).StatusCode).Should().Be(200);
    }

    [Theory]
    [InlineData(null, 403)]
    [InlineData("Mock-Control-Token: wrong", 403)]
    [InlineData("Mock-Control-Token: s3cret", 204)]
    public async Task AnyPath_Token_IsAskedFor(string? header, int status)
    {
        await using var mock = await MockSession.StartAsync(Payments, new MockServerOptions { Control = MockControlAccess.Token, ControlToken = "s3cret" });
        ((int)(await mock.SendAsync("POST", "__mock/reset", null, header is null ? [] : [header])).StatusCode).Should().Be(status);
    }

    [Fact]
    public async Task AnyPath_TokenIsNotSet_LetsInNobody()
    {
        await using var mock = await MockSession.StartAsync(Payments, new MockServerOptions { Control = MockControlAccess.Token });
        ((int)(await mock.SendAsync("POST", "__mock/reset", null, "Mock-Control-Token: ")).StatusCode).Should().Be(403);
    }

    [Fact]
    public async Task Info_Mock_TellsWhatItIsAndWhatItDoesNotCheck()
    {
        await using var mock = await MockSession.StartAsync(
            """{ openapi: 3.1.0, info: { title: T, version: "2" }, paths: { /a: { get: { responses: { "200": { description: ok } } } } }, components: { securitySchemes: { m: { type: mutualTLS }, k: { type: apiKey, in: header, name: K } } } }""");
        (await BodyOf(mock, "GET", "__mock/")).Should()
            .Be("""{"title":"T","version":"2","operations":1,"control":"loopback","uncheckedSchemes":[{"name":"m","kind":"mutual TLS"}]}""");
        (await BodyOf(mock, "GET", "__mock/health")).Should().Be("""{"status":"ok"}""");
    }

    private static async Task<string> BodyOf(MockSession mock, string method, string path, string? header = null, string? body = null) =>
        await (await mock.SendAsync(method, path, body, header is null ? [] : [header])).Content.ReadAsStringAsync();

    private static async Task<JsonElement> JsonOf(MockSession mock, string path) => JsonElement.Parse(await BodyOf(mock, "GET", path));
}
