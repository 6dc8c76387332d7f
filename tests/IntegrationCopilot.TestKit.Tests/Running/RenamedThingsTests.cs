using System.Text;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using Microsoft.AspNetCore.Http;
using static IntegrationCopilot.TestKit.Tests.Running.RunFixture;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>Things that are called otherwise once they were changed: the run removes its own by the name that they have then.</summary>
public sealed class RenamedThingsTests
{
    private static readonly ApiSpec Spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes("""
        openapi: 3.0.3
        info: { title: Keys, version: '1' }
        paths:
          /keys:
            get: { responses: { '200': { description: All., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Key' } } } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Key' } } } }
              responses: { '201': { description: Made., content: { application/json: { schema: { $ref: '#/components/schemas/Key' } } } } }
          /keys/{key_id}:
            parameters: [{ name: key_id, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Key' } } } }, '404': { description: None. } } }
            put:
              summary: Update a key
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Key' } } } }
              responses: { '200': { description: Changed., content: { application/json: { schema: { $ref: '#/components/schemas/Key' } } } } }
            delete: { responses: { '204': { description: Gone. }, '404': { description: None. } } }
        components: { schemas: { Key: { type: object, required: [name], properties: { id: { type: string, readOnly: true }, name: { type: string } } } } }
        """), "keys.yaml").Spec!;

    [Fact]
    public async Task Run_ThingsAreRenamed_RemovesThemByTheirNewNames()
    {
        var keys = new HashSet<string> { "of-somebody" };
        var renamed = 0;
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, keys, () => renamed++));
        using var client = TestRunner.CreateClient();
        var result = await new TestRunner(Spec, client).RunAsync(GoldenTestGenerator.Generate(Spec), Sandbox(api.BaseUrl) with { Credentials = [] },
            cancellationToken: TestContext.Current.CancellationToken);
        renamed.Should().BeGreaterThan(0);
        keys.Should().Equal("of-somebody");
        result.Left.Should().BeEmpty();
    }

    private static async Task AnswerAsync(HttpContext context, HashSet<string> keys, Action renamed)
    {
        context.Request.Body.Position = 0;
        var body = JsonBody.Parse(Encoding.UTF8.GetBytes(await new StreamReader(context.Request.Body).ReadToEndAsync()));
        var name = JsonValues.Find(body, "/name") is { ValueKind: JsonValueKind.String } named ? $"id-of-{named.GetString()}" : null;
        var old = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, var last] ? Uri.UnescapeDataString(last) : null;
        object? answer = null;
        lock (keys)
        {
            if (context.Request.Method == "GET" && old is null) answer = keys.Select(key => new { id = key, name = key }).ToList();
            else if (old is not null && !keys.Contains(old)) context.Response.StatusCode = 404;
            else if (context.Request.Method == "GET") answer = new { id = old, name = old };
            else if (context.Request.Method == "DELETE") context.Response.StatusCode = keys.Remove(old!) ? 204 : 404;
            else if (name is null) context.Response.StatusCode = 400;
            else if (context.Request.Method == "PUT" && keys.Remove(old!)) answer = Kept();
            else (context.Response.StatusCode, answer) = (201, Kept());
            if (context.Request.Method == "PUT" && answer is not null) renamed();
        }

        if (answer is not null) await context.Response.WriteAsJsonAsync(answer);

        object Kept()
        {
            keys.Add(name!);
            return new { id = name, name };
        }
    }
}
