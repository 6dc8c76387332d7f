using System.Text;
using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.Http;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>Things that are made, read and removed by calls, which name them in their bodies.</summary>
public sealed class CalledThingsTests
{
    private static readonly ApiSpec Spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes("""
        openapi: 3.0.3
        info: { title: Roles, version: '1' }
        paths:
          /role/add: { post: { summary: Adds a role, requestBody: { $ref: '#/components/requestBodies/Name' }, responses: { '200': { $ref: '#/components/responses/Done' } } } }
          /role/get: { post: { summary: Gets a role, requestBody: { $ref: '#/components/requestBodies/Role' }, responses: { '200': { $ref: '#/components/responses/Done' } } } }
          /role/delete: { post: { summary: Deletes a role, requestBody: { $ref: '#/components/requestBodies/Role' }, responses: { '200': { $ref: '#/components/responses/Done' } } } }
          /role/list:
            post:
              summary: Lists the roles
              requestBody: { content: { application/json: { schema: { type: object } } } }
              responses: { '200': { description: All., content: { application/json: { schema: { type: object, properties: { roles: { type: array, items: { type: string } } } } } } } }
        components:
          requestBodies:
            Name: { required: true, content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
            Role: { required: true, content: { application/json: { schema: { type: object, properties: { role: { type: string } } } } } }
          responses: { Done: { description: Done., content: { application/json: { schema: { type: object } } } } }
        """), "roles.yaml").Spec!;

    [Fact]
    public async Task Run_RolesOfCalls_NamesThoseItMadeAndRemovesEachOfThem()
    {
        var roles = new HashSet<string> { "root" };
        await using var api = await TestApi.StartAsync((_, context) => AnswerAsync(context, roles));
        using var client = TestRunner.CreateClient();
        var suite = RunFixture.WithoutContracts(GoldenTestGenerator.Generate(Spec));
        var result = await new TestRunner(Spec, client).RunAsync(suite, new RunTarget { Environment = EnvironmentType.Sandbox, BaseUrl = api.BaseUrl });
        api.Requests.Count(asked => asked.Url == "/role/add").Should().BeGreaterThan(1);
        roles.Should().Equal("root");
        result.Left.Should().BeEmpty();
    }

    private static async Task AnswerAsync(HttpContext context, HashSet<string> roles)
    {
        context.Request.Body.Position = 0;
        var body = context.Request.ContentLength > 0 ? await JsonSerializer.DeserializeAsync<Dictionary<string, JsonElement>>(context.Request.Body) : null;
        var name = body?.GetValueOrDefault("name") is { ValueKind: JsonValueKind.String } made ? made.GetString()! : null;
        var role = body?.GetValueOrDefault("role") is { ValueKind: JsonValueKind.String } named ? named.GetString()! : null;
        lock (roles)
            context.Response.StatusCode = context.Request.Path.Value switch
            {
                "/role/add" => name is null || !roles.Add(name) ? 400 : 200,
                "/role/get" => role is null || !roles.Contains(role) ? 412 : 200,
                "/role/delete" => role is null || !roles.Remove(role) ? 412 : 200,
                _ => 200,
            };
        await context.Response.WriteAsJsonAsync(new { roles = roles.ToArray() });
    }
}
