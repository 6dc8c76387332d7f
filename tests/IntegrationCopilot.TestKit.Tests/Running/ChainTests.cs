using System.Text;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>Where values come from: a person, an answer of the API, the document, and what happens when nobody tells.</summary>
public sealed class ChainTests
{
    private static readonly ApiSpec Spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes("""
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /items:
            get: { responses: { '200': { description: ok } } }
            post: { responses: { '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } } } }
          /items/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Item' } } } } } }
            put: { responses: { '200': { description: ok } } }
            delete: { responses: { '204': { description: ok } } }
        components: { schemas: { Item: { type: object, required: [id], properties: { id: { type: string } } } } }
        """), "items.yaml").Spec!;

    private static readonly ValueSupplier Created = new("POST /items", "/id", 0.95) { Creates = true };
    private static readonly ValueSupplier Listed = new("GET /items", "/*/id", 0.85);
    private static readonly ProducerCall Create = Call("POST", "/items");
    private static readonly ProducerCall List = Call("GET", "/items");

    [Fact]
    public async Task Value_ManyAsk_IsAskedForOnce()
    {
        await using var api = await StartAsync();
        var result = await RunAsync(api, [.. Enumerable.Range(0, 6).Select(number => Read(Variable(Created)) with { Id = $"case-{number}" })], [Create]);
        result.Cases.Should().OnlyContain(item => item.Status == CaseStatus.Pass);
        Asked(api, "POST").Should().Equal("/items");
        Asked(api, "GET").Should().OnlyContain(url => url == "/items/i1");
        Asked(api, "DELETE").Should().Equal("/items/i1");
        result.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task Value_Given_AsksNobody()
    {
        await using var api = await StartAsync();
        var options = new RunOptions { Values = new Dictionary<string, string> { ["item_id"] = "mine" } };
        await RunAsync(api, [Read(Variable(Created))], [Create], options);
        Asked(api, "POST").Should().BeEmpty();
        Asked(api, "GET").Should().Contain("/items/mine");
    }

    [Fact]
    public async Task Value_CreatingIsRefused_IsTakenFromTheList()
    {
        await using var api = await StartAsync(create: 403);
        await RunAsync(api, [Read(Variable(Created, Listed))], [Create, List]);
        Asked(api, "GET").Should().Contain("/items/listed");
    }

    [Fact]
    public void Value_PathTakesLessThanTheApiTells_IsNotSent()
    {
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes("""
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths:
              /items: { get: { responses: { '200': { description: ok } } } }
              /items/{id}:
                parameters: [{ name: id, in: path, required: true, schema: { type: string, maxLength: 3 } }]
                get: { responses: { '200': { description: ok } } }
            """), "items.yaml").Spec!;
        var fit = new ValueFit(spec);
        var request = Call("GET", "/items/{id}").Request with { PathValues = new Dictionary<string, JsonElement> { ["id"] = VariableText } };
        fit.Fits([request], "item_id", JsonSerializer.SerializeToElement("abc")).Should().BeTrue();
        fit.Fits([request], "item_id", JsonSerializer.SerializeToElement("abcd")).Should().BeFalse();
        fit.Fits([request], "other", JsonSerializer.SerializeToElement("abcd")).Should().BeTrue();
    }

    private static JsonElement VariableText => JsonSerializer.SerializeToElement("{{ item_id }}");

    [Fact]
    public async Task Value_CaseChangesIt_IsMadeForThatCaseAndNeverAStrangers()
    {
        await using var api = await StartAsync();
        var tests = Enumerable.Range(0, 3).Select(number => Write("PUT", Variable(Listed, Created) with { Own = true }) with { Id = $"case-{number}" });
        await RunAsync(api, [.. tests], [Create, List]);
        Asked(api, "PUT").Should().BeEquivalentTo("/items/i1", "/items/i2", "/items/i3");
        await using var closed = await StartAsync(create: 403);
        var skipped = (await RunAsync(closed, [Write("DELETE", Variable(Created, Listed) with { Own = true, Default = "example", Invented = false })],
            [Create, List])).Cases.Single();
        skipped.Status.Should().Be(CaseStatus.Skip);
        skipped.Reason.Should().Contain("'item_id'").And.Contain("POST /items: the answer was 403 Forbidden");
        Asked(closed, "DELETE").Should().BeEmpty();
    }

    [Fact]
    public async Task Value_ProducersNeedEachOther_IsMissingAndTheRunEnds()
    {
        await using var api = await StartAsync();
        ProducerCall[] circle =
        [
            new("POST /items", Create.Request with { Query = Placeholder("b") }, [Variable(Listed) with { Name = "b" }]),
            new("GET /items", List.Request with { Query = Placeholder("a") }, [Variable(Created) with { Name = "a" }]),
        ];
        var result = await RunAsync(api, [Read(Variable(Created, Listed))], circle);
        result.Cases.Single().Status.Should().Be(CaseStatus.Skip);
        Asked(api, "POST").Should().BeEmpty();
    }

    [Fact]
    public async Task Created_DeleteIsRefused_IsLeftWithTheReason()
    {
        await using var api = await StartAsync(delete: 409);
        var result = await RunAsync(api, [Read(Variable(Created))], [Create]);
        result.Left.Should().Equal(new LeftThing("POST /items", "i1", "DELETE /items/{id}: the answer was 409 Conflict."));
    }

    [Fact]
    public async Task Created_CaseDeletedIt_IsNotDeletedAgain()
    {
        await using var api = await StartAsync();
        var result = await RunAsync(api, [Write("DELETE", Variable(Created) with { Own = true })], [Create]);
        Asked(api, "DELETE").Should().Equal("/items/i1");
        result.Left.Should().BeEmpty();
    }

    [Fact]
    public async Task Cases_ThatRemove_ComeLast()
    {
        await using var api = await StartAsync();
        var given = Variable() with { Invented = false, Default = "shared" };
        await RunAsync(api, [Write("DELETE", given) with { Id = "first" }, Read(given) with { Id = "second" }, Write("PUT", given) with { Id = "third" }], []);
        api.Requests.Select(asked => asked.Method).Last().Should().Be("DELETE");
        Asked(api, "GET").Should().NotBeEmpty();
    }

    [Fact]
    public async Task Writes_ToOneResource_ComeOneAfterAnother()
    {
        int now = 0, most = 0;
        await using var api = await TestApi.StartAsync(async (_, context) =>
        {
            if (HttpMethods.IsPut(context.Request.Method)) most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(20);
            if (HttpMethods.IsPut(context.Request.Method)) Interlocked.Decrement(ref now);
        });
        var tests = Enumerable.Range(0, 6).Select(number => Write("PUT", Variable() with { Invented = false }) with { Id = $"case-{number}" });
        await RunAsync(api, [.. tests], [], new RunOptions { MaxConcurrency = 6 });
        most.Should().Be(1);
    }

    private static TestVariable Variable(params ValueSupplier[] suppliers) =>
        new() { Name = "item_id", Default = "made-up", Invented = true, Suppliers = suppliers };

    private static ProducerCall Call(string method, string path) => new($"{method} {path}", new StepRequest { Method = method, Path = path }, []);

    private static Dictionary<string, System.Text.Json.JsonElement> Placeholder(string name) => new() { ["q"] = Json($"\"{{{{ {name} }}}}\"") };

    private static GoldenTest Read(TestVariable variable) => Write("GET", variable);

    private static GoldenTest Write(string method, TestVariable variable)
    {
        var request = new StepRequest { Method = method, Path = "/items/{id}",
            PathValues = new Dictionary<string, System.Text.Json.JsonElement> { ["id"] = Json("\"{{ item_id }}\"") } };
        return Case(new TestStep { Name = "call", Request = request, Assertions = [Status("2XX")] }) with { Variables = [variable] };
    }

    private static IEnumerable<string> Asked(TestApi api, string method) =>
        api.Requests.Where(asked => asked.Method == method && asked.Url != "/").Select(asked => asked.Url);

    private static async Task<TestApi> StartAsync(int create = 201, int delete = 204)
    {
        var made = 0;
        return await TestApi.StartAsync(async (_, context) =>
        {
            context.Response.StatusCode = context.Request.Method switch { "POST" => create, "DELETE" => delete, _ => 200 };
            if (context.Request.Method == "POST" && create == 201) await context.Response.WriteAsJsonAsync(new { id = $"i{Interlocked.Increment(ref made)}" });
            else if (context.Request.Path == "/items" && context.Request.Method == "GET") await context.Response.WriteAsJsonAsync(
                new[] { new { id = "listed" } });
        });
    }

    private static async Task<RunResult> RunAsync(TestApi api, GoldenTest[] tests, ProducerCall[] producers, RunOptions? options = null)
    {
        using var client = TestRunner.CreateClient();
        var target = new RunTarget { Environment = EnvironmentType.Sandbox, BaseUrl = api.BaseUrl };
        return await new TestRunner(Spec, client).RunAsync(Suite(tests) with { Producers = producers }, target, options, TestContext.Current.CancellationToken);
    }
}
