using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>Values and bodies that somebody gives are checked first and sent then, and what nobody gave is listed.</summary>
public sealed class GivenTests
{
    private static readonly ApiSpec Spec = ApiSpecReader.Read("""
        openapi: 3.1.0
        info: { title: Payments, version: '1' }
        security: [{ key: [] }]
        paths:
          /payments:
            post:
              operationId: pay
              parameters: [{ name: X-Channel, in: header, required: true, schema: { type: string, enum: [web, app] } }]
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: object
                      required: [amount, note]
                      properties:
                        amount: { type: integer, minimum: 1, maximum: 30000 }
                        note: { type: string, maxLength: 20 }
              responses: { '201': { description: made }, '400': { description: refused } }
          /reports/{report}:
            get:
              parameters: [{ name: report, in: path, required: true, description: A report of last year., schema: { type: string, maxLength: 8 } }]
              responses: { '200': { description: ok } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
        """u8.ToArray(), "payments.yaml").Spec!;

    private static readonly GoldenTestSuite Suite = RunFixture.WithoutContracts(GoldenTestGenerator.Generate(Spec));

    [Fact]
    public async Task Run_WholeBody_IsSentAndWhatIsBrokenOnPurposeStaysBroken()
    {
        var (sent, _) = await RunAsync(new RunOptions { Bodies = Given("POST /payments", """{ "amount": 4321, "note": "given", "more": true }""") });
        var unbroken = sent.Where(body => body.TryGetProperty("amount", out var amount) && amount.GetRawText() == "4321").ToList();
        unbroken.Should().NotBeEmpty();
        sent.Where(body => body.TryGetProperty("more", out _)).Should()
            .HaveCountGreaterThan(unbroken.Count, "a body with a mistake is the given one otherwise");
    }

    [Fact]
    public async Task Run_FieldsOfBody_AreSentAsTheirSchemasWant()
    {
        var (sent, _) = await RunAsync(new RunOptions { Values = Given("POST /payments:/amount", "1250", "pay:/note", "12") });
        sent.Select(body => body.GetRawText()).Should()
            .Contain(text => text.Contains("1250") && text.Contains("\"12\"") && !text.Contains("\"1250\""));
    }

    [Fact]
    public async Task Run_CommonKey_LetsIn()
    {
        var (_, api) = await RunAsync(new RunOptions { Values = Given("test_api_key", "k-0815", "pay:X-Channel", "app") });
        api.Should().Contain(request => request.Headers.GetValueOrDefault("X-Key") == "k-0815" && request.Headers["X-Channel"] == "app");
        CommonVariables.Of(Spec).Should().Equal("test_api_key");
    }

    [Theory]
    [InlineData("POST /payments:/amount", "0", "cannot stand at body.amount of POST /payments (minimum)")]
    [InlineData("POST /payments:/amount", "many", "cannot stand at body.amount of POST /payments (type)")]
    [InlineData("pay:X-Channel", "fax", "cannot stand at X-Channel of POST /payments (enum)")]
    [InlineData("pay:/nothing/here", "1", "No test sends a body to POST /payments that has a place '/nothing/here'.")]
    [InlineData("pay:nothing", "1", "POST /payments has no parameter 'nothing'; a place in its body begins with '/'.")]
    [InlineData("report", "far too long", "cannot stand at report of GET /reports/{report} (max-length)")]
    [InlineData("report", "short", null)]
    [InlineData("POST /payments:/amount", "30000", null)]
    public void Check_Value_IsJudgedByTheSchemaOfItsPlace(string name, string value, string? problem)
    {
        var problems = GivenValues.Check(Spec, Suite, new RunOptions { Values = Given(name, value) });
        if (problem is null) problems.Should().BeEmpty();
        else problems.Should().ContainSingle().Which.Message.Should().Contain(problem).And.NotContain(value.Length > 3 ? value : "\0");
    }

    [Theory]
    [InlineData("POST /payments", """{ "amount": 5, "note": "" }""", null)]
    [InlineData("POST /payments", """{ "amount": 5 }""", "(required)")]
    [InlineData("POST /payments", "amount=5", "is not JSON")]
    [InlineData("GET /reports/{report}", "{}", "takes no body")]
    public void Check_Body_IsJudgedByItsSchema(string operation, string body, string? problem)
    {
        var problems = GivenValues.Check(Spec, Suite, new RunOptions { Bodies = Given(operation, body) });
        if (problem is null) problems.Should().BeEmpty();
        else problems.Should().ContainSingle().Which.Message.Should().Contain(problem);
    }

    [Fact]
    public async Task Run_NothingGiven_ListsWhatIsMissingReadyToBePasted()
    {
        await using var api = await TestApi.StartAsync((_, context) => Task.FromResult(context.Response.StatusCode = 404));
        var target = new RunTarget { Environment = EnvironmentType.Sandbox, BaseUrl = api.BaseUrl, Credentials = [new BearerCredentials("token")] };
        using var client = TestRunner.CreateClient();
        var runner = new TestRunner(Spec, client);
        var locked = await runner.RunAsync(Suite, target);
        locked.Missing.Should().ContainSingle().Which.Should()
            .BeEquivalentTo(new { Name = "key", IsCredential = true, Description = "an API key in the header 'X-Key'" });
        var open = await runner.RunAsync(Suite, target with { Credentials = [new ApiKeyCredentials("X-Key", ApiKeyLocation.Header, "k")] });
        var missing = open.Missing.Single();
        missing.Should().BeEquivalentTo(new { Name = "report", IsCredential = false, Secret = false, Description = "A report of last year." });
        missing.Cases.Should().Be(open.Cases.Count(item => item.Status == CaseStatus.Skip && item.Reason!.Contains("'report'")));
        Text(locked).Should().Contain("  --api-key key=…  # ");
        Text(open).Should().Contain("  --var report=…  # ").And.Contain(": A report of last year, such as ");
    }

    private static string Text(RunResult result)
    {
        using var output = new StringWriter();
        TextReport.Write(result, output);
        return output.ToString();
    }

    private static Dictionary<string, string> Given(params string[] pairs) =>
        pairs.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static async Task<(IReadOnlyList<JsonElement> Bodies, IReadOnlyList<TestApi.Asked> Requests)> RunAsync(RunOptions options)
    {
        await using var api = await TestApi.StartAsync((_, context) =>
            Task.FromResult(context.Response.StatusCode = context.Request.Method == "POST" ? 201 : 200));
        using var client = TestRunner.CreateClient();
        await new TestRunner(Spec, client).RunAsync(Suite, new RunTarget { Environment = EnvironmentType.Sandbox, BaseUrl = api.BaseUrl }, options);
        var bodies = api.Requests.Where(request => request.Method == "POST" && request.Body.StartsWith('{')).Select(request => RunFixture.Json(request.Body));
        return ([.. bodies], [.. api.Requests]);
    }
}
