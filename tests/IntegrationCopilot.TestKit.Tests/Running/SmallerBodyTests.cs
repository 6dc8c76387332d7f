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
