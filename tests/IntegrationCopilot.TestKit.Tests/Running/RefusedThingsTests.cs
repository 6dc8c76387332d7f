using System.Text;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>A creation that was refused may have made the thing all the same: then it is found, removed and told.</summary>
public sealed class RefusedThingsTests
{
    private const string Told = "a creation that is refused leaves nothing";

    private static readonly ApiSpec Zones = Read("""
        openapi: 3.0.3
        info: { title: Zones, version: '1' }
        paths:
          /zones:
            get: { responses: { '200': { description: All., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Zone' } } } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Zone' } } } }
              responses: { '201': { description: Made., content: { application/json: { schema: { $ref: '#/components/schemas/Zone' } } } }, '422': { description: Wrong. } }
          /zones/{zone_id}:
            parameters: [{ name: zone_id, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Zone' } } } }, '404': { description: None. } } }
            delete: { responses: { '204': { description: Gone. }, '404': { description: None. } } }
        components:
          schemas:
            Zone:
              type: object
              required: [name]
              properties:
                id: { type: string, readOnly: true }
                name: { type: string }
                mode: { type: string, enum: [own, other] }
        """);

    private static readonly ApiSpec Keys = Read("""
        openapi: 3.0.3
        info: { title: Keys, version: '1' }
        paths:
          /keys/{key}:
            parameters: [{ name: key, in: path, required: true, schema: { type: string } }]
            get: { summary: Get a key, responses: { '200': { description: One., content: { application/json: { schema: { type: object, properties: { mode: { type: string } } } } } }, '404': { description: None. } } }
            put:
              summary: Create a key
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { mode: { type: string, enum: [own, other] } } } } } }
              responses: { '201': { description: Made. }, '422': { description: Wrong. } }
            delete: { summary: Delete a key, responses: { '204': { description: Gone. }, '404': { description: None. } } }
        """);

    [Fact]
    public async Task Run_RefusedCreationsAreThereAllTheSame_RemovesThemAndTellsOfThem()
    {
        var store = new Store(keepsRefused: true, 422);
        var result = await store.RunAsync(Zones);
        store.Kept.Should().BeGreaterThan(0);
        store.Names.Should().Equal("somebody's");
        result.Left.Should().BeEmpty();
        var told = result.Cases.Where(item => item.Status == CaseStatus.Fail && item.Reason!.StartsWith(Told, StringComparison.Ordinal)).ToList();
        told.Should().NotBeEmpty();
        told.Select(item => item.Cause!.Id).Distinct().Should().ContainSingle();
        told[0].Cause!.Curl.Should().Contain("/zones");
        told[0].Reason.Should().Contain("422").And.Contain("GET /zones shows what was to be created");
    }

    [Fact]
    public async Task Run_RefusedCreationsLeaveNothing_TellsOfNothingAndAsksForTheListOnce()
    {
        var store = new Store(keepsRefused: false, 422);
        var result = await store.RunAsync(Zones);
        store.Names.Should().Equal("somebody's");
        result.Cases.Should().NotContain(item => item.Reason != null && item.Reason.Contains(Told, StringComparison.Ordinal));
        store.ListsSinceLastWrite.Should().BeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task Run_ServerFailsAndKeepsTheThing_RemovesItAndBlamesNoRefusal()
    {
        var store = new Store(keepsRefused: true, 500);
        var result = await store.RunAsync(Zones);
        store.Kept.Should().BeGreaterThan(0);
        store.Names.Should().Equal("somebody's");
        result.Cases.Should().NotContain(item => item.Reason != null && item.Reason.Contains(Told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_RefusedThingCannotBeRemoved_IsLeftWithTheReason()
    {
        var store = new Store(keepsRefused: true, 422) { Deletes = false };
        var result = await store.RunAsync(Zones);
        result.Left.Should().Contain(left => left.Operation == "POST /zones" && left.Reason.Contains("409", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_NothingListsButTheClientNamesIt_FindsWhatWasRefusedByItsName()
    {
        var store = new Store(keepsRefused: true, 422);
        var result = await store.RunAsync(Keys);
        store.Kept.Should().BeGreaterThan(0);
        store.Names.Should().Equal("somebody's");
        result.Cases.Should().Contain(item => item.Status == CaseStatus.Fail && item.Reason!.StartsWith(Told, StringComparison.Ordinal));
    }

    private static ApiSpec Read(string yaml) => ApiSpecReader.Read(Encoding.UTF8.GetBytes(yaml), "things.yaml").Spec!;

    /// <summary>Things by name, which refuses a mode that it does not know.</summary>
    private sealed class Store(bool keepsRefused, int refusal)
    {
        private readonly List<string> names = ["somebody's"];

        public bool Deletes { get; init; } = true;

        public int Kept { get; private set; }

        public int ListsSinceLastWrite { get; private set; }

        public IReadOnlyList<string> Names => names;

        public async Task<RunResult> RunAsync(ApiSpec spec)
        {
            await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context));
            using var client = TestRunner.CreateClient();
            return await new TestRunner(spec, client).RunAsync(GoldenTestGenerator.Generate(spec), Sandbox(api.BaseUrl) with { Credentials = [] },
                cancellationToken: TestContext.Current.CancellationToken);
        }

        private async Task AnswerAsync(HttpContext context)
        {
            context.Request.Body.Position = 0;
            var body = JsonBody.Parse(Encoding.UTF8.GetBytes(await new StreamReader(context.Request.Body).ReadToEndAsync()));
            var segments = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
            var named = segments.Length > 1 ? segments[1] : null;
            object? answer;
            lock (names)
            {
                (context.Response.StatusCode, answer) = (context.Request.Method, named) switch
                {
                    ("GET", null) => (200, List()),
                    ("GET", { } name) => names.Contains(name) ? (200, new { id = name, name }) : (404, null),
                    ("DELETE", { } name) => !Deletes ? (409, null) : names.Remove(name) ? (204, (object?)null) : (404, null),
                    ("POST", null) => Make(JsonValues.Find(body, "/name") is { ValueKind: JsonValueKind.String } name ? name.GetString() : null, body),
                    ("PUT", { } name) => Make(name, body),
                    _ => (405, null),
                };
            }

            if (answer is not null) await context.Response.WriteAsJsonAsync(answer);
        }

        private object List()
        {
            ListsSinceLastWrite++;
            return names.Select(name => new { id = name, name }).ToList();
        }

        private (int, object?) Make(string? name, JsonElement? body)
        {
            ListsSinceLastWrite = 0;
            if (name is null || body is not { ValueKind: JsonValueKind.Object } json) return (422, null);
            var isWrong = json.TryGetProperty("mode", out var mode) && mode.GetRawText() is not ("\"own\"" or "\"other\"");
            if (isWrong && !keepsRefused) return (refusal, null);
            if (!names.Contains(name)) names.Add(name);
            if (!isWrong) return (201, new { id = name, name });
            Kept++;
            return (refusal, null);
        }
    }
}
