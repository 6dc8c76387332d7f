using System.Text;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>A server with rules between fields that its document does not tell: something can be made all the same.</summary>
public sealed class SmallerBodyTests
{
    private static readonly ApiSpec Spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes("""
        openapi: 3.0.3
        info: { title: Zones, version: '1' }
        paths:
          /zones:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Zone' } } } }
              responses: { '201': { description: Made., content: { application/json: { schema: { $ref: '#/components/schemas/Zone' } } } } }
          /zones/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Zone' } } } } } }
        components:
          schemas:
            Zone:
              type: object
              properties:
                id: { type: string, readOnly: true }
                label: { type: string }
                kind: { type: string, enum: [own, other] }
                records: { type: array, items: { type: string } }
                text: { type: string }
        """), "zones.yaml").Spec!;

    [Fact]
    public async Task Producer_WholeBodyIsRefused_IsAskedWithWhatTheRefusalsName()
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, body =>
            body.ContainsKey("text") && body.ContainsKey("records") ? "Either one or the other." : !body.ContainsKey("kind") ? "'kind' is missing." : null));
        var result = await RunAsync(api);
        var bodies = Bodies(api);
        bodies[0].Should().Contain(["text", "records"]);
        bodies.Should().ContainSingle(members => members.Count == 0).And.ContainSingle(members => members.Count == 1 && members.Contains("kind"));
        result.Cases.Should().Contain(item => item.Operation == "GET /zones/{id}" && item.Status == CaseStatus.Pass);
    }

    [Fact]
    public async Task Producer_RefusalNamesNothing_IsGivenUp()
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, _ => "No."));
        var result = await RunAsync(api);
        Bodies(api).Should().HaveCount(2);
        result.Cases.Should().NotContain(item => item.Status == CaseStatus.Pass);
    }

    [Fact]
    public async Task Contract_WholeBodyIsRefused_BreaksOneRuleInWhatIsTaken()
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, body =>
            body.ContainsKey("text") && body.ContainsKey("records")
                ? "Either one or the other." : !body.TryGetValue("kind", out var kind) ? "'kind' is missing."
            : kind.GetRawText() is not ("\"own\"" or "\"other\"") ? "'kind' is neither." : null));
        var suite = GoldenTestGenerator.Generate(Spec);
        using var client = TestRunner.CreateClient();
        var contracts = suite with { Tests = [.. suite.Tests.Where(test => test.Id.StartsWith("contract-", StringComparison.Ordinal))] };
        var result = await new TestRunner(Spec, client).RunAsync(contracts, Sandbox(api.BaseUrl) with { Credentials = [] });
        result.Cases.Should().Contain(item => item.Id.StartsWith("contract-enumeration", StringComparison.Ordinal) && item.Status == CaseStatus.Pass);
        var label = result.Cases.Single(item => item.Id.StartsWith("contract-type", StringComparison.Ordinal)
            && item.Id.EndsWith("label", StringComparison.Ordinal));
        label.Status.Should().Be(CaseStatus.Fail, "the server looks at no label");
        label.Reason.Should().Contain("expected 400").And.Contain("got 201");
    }

    [Fact]
    public async Task Contract_ListsCannotBeFilledAsTheServerWants_BreaksOneRuleBesideEmptyOnes()
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, body =>
            !body.TryGetValue("records", out var records)
                ? "No records given." : records is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() > 0
                ? "A record is out of the zone." : null));
        var suite = GoldenTestGenerator.Generate(Spec);
        using var client = TestRunner.CreateClient();
        var contracts = suite with { Tests = [.. suite.Tests.Where(test => test.Id.StartsWith("contract-type", StringComparison.Ordinal))] };
        var result = await new TestRunner(Spec, client).RunAsync(contracts, Sandbox(api.BaseUrl) with { Credentials = [] });
        result.Cases.Single(item => item.Id.EndsWith("label", StringComparison.Ordinal)).Status.Should().Be(CaseStatus.Fail, "the server looks at no label");
        api.Requests.Should().Contain(asked => asked.Method == "POST" && asked.Body == "{\"records\":[]}");
    }

    [Fact]
    public async Task Contract_ServerFailsAtTheWhole_BreaksOneRuleInLess()
    {
        await using var api = await TestApi.StartAsync(async (_, context) =>
        {
            if (context.Request.Method == "POST" && (await BodyOf(context)).Contains("\"text\"", StringComparison.Ordinal)) context.Response.StatusCode = 500;
            else await AnswerAsync(context, _ => null);
        });
        var suite = GoldenTestGenerator.Generate(Spec);
        using var client = TestRunner.CreateClient();
        var contracts = suite with { Tests = [.. suite.Tests.Where(test => test.Id.StartsWith("contract-type", StringComparison.Ordinal))] };
        var result = await new TestRunner(Spec, client).RunAsync(contracts, Sandbox(api.BaseUrl) with { Credentials = [] });
        result.Cases.Single(item => item.Id.EndsWith("label", StringComparison.Ordinal)).Status.Should().Be(CaseStatus.Fail, "the server looks at no label");
    }

    [Fact]
    public async Task Robust_WholeBodyIsRefused_IsJudgedInWhatIsTaken()
    {
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, body =>
            body.ContainsKey("text") && body.ContainsKey("records") ? "Either one or the other." : null));
        var step = Broken("{ \"label\": \"a\", \"text\": \"b\", \"records\": [] }", "{ \"label\": \"c\", \"text\": \"b\", \"records\": [] }");
        using var client = TestRunner.CreateClient();
        var suite = GoldenTestGenerator.Generate(Spec) with { Tests = [Case(step with { Assertions = [new RobustAssertion()] })] };
        var result = await new TestRunner(Spec, client).RunAsync(suite, Sandbox(api.BaseUrl) with { Credentials = [] });
        result.Cases.Single().Status.Should().Be(CaseStatus.Pass);
        api.Requests.Should().Contain(asked => asked.Body == "{\"label\":\"c\"}");
    }

    [Fact]
    public void SmallerStep_ListWasTakenEmpty_SendsItEmptyUnlessTheMistakeIsInIt()
    {
        var beside = Broken("{ \"a\": [1], \"b\": 2 }", "{ \"a\": [1], \"b\": true }");
        var smaller = SmallerStep.Of(beside, beside.Control! with { Body = Body("{ \"a\": [] }") })!;
        smaller.Control!.Body!.Json!.Value.GetRawText().Should().Be("{\"a\":[],\"b\":2}");
        smaller.Request!.Body!.Json!.Value.GetRawText().Should().Be("{\"a\":[],\"b\":true}");
        var within = Broken("{ \"a\": [1], \"b\": 2 }", "{ \"a\": [true], \"b\": 2 }");
        SmallerStep.Of(within, within.Control! with { Body = Body("{ \"a\": [] }") })!.Request!.Body!.Json!.Value.GetRawText().Should().Be("{\"a\":[true]}");
    }

    [Fact]
    public void SmallerStep_MistakeInAMember_KeepsItInBoth()
    {
        var step = Broken("{ \"a\": 1, \"b\": 2, \"c\": 3 }", "{ \"a\": 1, \"b\": true, \"c\": 3 }");
        var smaller = SmallerStep.Of(step, step.Control! with { Body = Body("{ \"a\": 1 }") })!;
        smaller.Control!.Body!.Json!.Value.GetRawText().Should().Be("{\"a\":1,\"b\":2}");
        smaller.Request!.Body!.Json!.Value.GetRawText().Should().Be("{\"a\":1,\"b\":true}");
    }

    [Fact]
    public void SmallerStep_MemberLeftOut_LeavesItOutOfTheBrokenOneOnly()
    {
        var step = Broken("{ \"a\": 1, \"b\": 2, \"c\": 3 }", "{ \"a\": 1, \"c\": 3 }");
        var smaller = SmallerStep.Of(step, step.Control! with { Body = Body("{ \"a\": 1 }") })!;
        smaller.Control!.Body!.Json!.Value.GetRawText().Should().Be("{\"a\":1,\"b\":2}");
        smaller.Request!.Body!.Json!.Value.GetRawText().Should().Be("{\"a\":1}");
    }

    [Fact]
    public void SmallerStep_NothingToLeaveOut_IsNone()
    {
        var step = Broken("{ \"a\": 1, \"b\": 2 }", "{ \"a\": 1, \"b\": true }");
        SmallerStep.Of(step, step.Control! with { Body = Body("{ \"a\": 1 }") }).Should().BeNull();
    }

    private static StepBody Body(string json) => new() { MediaType = "application/json", Json = Json(json) };

    private static TestStep Broken(string whole, string broken) => new()
    {
        Name = "call",
        Control = new StepRequest { Method = "POST", Path = "/zones", Body = Body(whole) },
        Request = new StepRequest { Method = "POST", Path = "/zones", Body = Body(broken) },
    };

    /// <summary>Reads a zone, which has to be made first.</summary>
    private static async Task<RunResult> RunAsync(TestApi api)
    {
        var suite = GoldenTestGenerator.Generate(Spec);
        var variable = new TestVariable { Name = "zone", Default = "z", Invented = true, Suppliers = [new("POST /zones", "/id", 0.95) { Creates = true }] };
        var read = Case(new TestStep
        {
            Name = "read",
            Request = new StepRequest { Method = "GET", Path = "/zones/{id}",
                PathValues = new Dictionary<string, JsonElement> { ["id"] = Json("\"{{ zone }}\"") } },
            Assertions = [new SucceedsAssertion()],
        }) with { Operation = "GET /zones/{id}", Variables = [variable] };
        using var client = TestRunner.CreateClient();
        return await new TestRunner(Spec, client).RunAsync(suite with { Tests = [read] }, Sandbox(api.BaseUrl) with { Credentials = [] });
    }

    private static List<HashSet<string>> Bodies(TestApi api) => [.. api.Requests.Where(asked => asked.Method == "POST")
        .Select(asked => Json(asked.Body).EnumerateObject().Select(member => member.Name).ToHashSet())];

    private static async Task<string> BodyOf(HttpContext context)
    {
        context.Request.Body.Position = 0;
        return await new StreamReader(context.Request.Body).ReadToEndAsync();
    }

    private static async Task AnswerAsync(HttpContext context, Func<Dictionary<string, JsonElement>, string?> rule)
    {
        if (context.Request.Method == "POST")
        {
            context.Request.Body.Position = 0;
            var body = (await JsonSerializer.DeserializeAsync<Dictionary<string, JsonElement>>(context.Request.Body))!;
            context.Response.StatusCode = rule(body) is null ? 201 : 422;
            await context.Response.WriteAsJsonAsync(new { id = "z1", error = rule(body) });
            return;
        }

        await context.Response.WriteAsJsonAsync(new { id = "z1" });
    }
}
