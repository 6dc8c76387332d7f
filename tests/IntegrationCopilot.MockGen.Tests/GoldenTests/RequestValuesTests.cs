using System.Text.Json;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>What requests are made of that later requests lean on: identifiers that clients choose, and patches.</summary>
public sealed class RequestValuesTests
{
    [Fact]
    public void Identifier_PathWantsAFormOfItsOwn_IsMadeAnewInThatForm()
    {
        var test = Test(Users("pattern: 'US[0-9a-f]{32}', minLength: 34, maxLength: 34"), "create-resource-succeeds.users");
        var variable = test.Variables.Single(variable => variable.Name == "user_id");
        variable.Form!.Make("one").Should().MatchRegex("^US[0-9a-f]{32}$").And.NotBe(variable.Form.Make("two"));
    }

    [Fact]
    public void Identifier_PathTakesFewValuesOnly_IsMadeAnewAllTheSame()
    {
        var variable = Test(Users("pattern: '^[1-9]$'"), "create-resource-succeeds.users").Variables.Single(variable => variable.Name == "user_id");
        variable.Form!.Make("one").Should().NotMatchRegex("^[1-9]$", "two runs would meet");
    }

    [Fact]
    public void Identifier_OfSeveralFieldsThatTheClientChooses_IsMadeAnew()
    {
        var spec = Described.Read("""
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths:
              /peers:
                get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Peer' } } } } } } }
                post:
                  requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Peer' } } } }
                  responses: { '201': { description: ok } }
              /peers/{ip}/{nameserver}:
                parameters: [{ name: ip, in: path, required: true, schema: { type: string } }, { name: nameserver, in: path, required: true, schema: { type: string } }]
                delete: { responses: { '204': { description: ok } } }
            components:
              schemas: { Peer: { type: object, properties: { ip: { type: string }, nameserver: { type: string }, account: { type: string } } } }
            """);
        var test = GoldenTestGenerator.Generate(spec).Tests.Single(test => test is { Operation: "POST /peers", Template: "contract-described" });
        var fresh = test.Variables.Where(variable => variable.Fresh).ToDictionary(variable => variable.Name, variable => variable.Form!.Make("one"));
        fresh.Should().ContainKey("nameserver");
        fresh.Where(made => made.Key.EndsWith("ip", StringComparison.Ordinal)).Should().ContainSingle().Which.Value.Should().MatchRegex(@"^192\.0\.2\.\d\d$");
    }

    [Theory]
    [InlineData("q", "string", false)]
    [InlineData("max", "integer", false)]
    [InlineData("page_size", "integer", false)]
    [InlineData("customer", "string", true)]
    public void Query_AnyValueWillDo_IsSentAndBlamesNobodyWhenItIsRefused(string name, string type, bool invented)
    {
        var spec = Described.Read($$$"""
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths:
              /search-data:
                get:
                  parameters: [{ name: {{{name}}}, in: query, required: true, schema: { type: {{{type}}} } }]
                  responses: { '200': { description: ok } }
            """);
        var test = GoldenTestGenerator.Generate(spec).Tests.Single(test => test.Template == "contract-described");
        test.Variables.Should().ContainSingle().Which.Invented.Should().Be(invented);
        test.Steps.SelectMany(step => step.Assertions).OfType<SucceedsAssertion>().Should().NotBeEmpty().And.OnlyContain(assertion => !assertion.Explained);
    }

    [Fact]
    public void Patch_ListOfOperations_ChangesAFieldThatTheThingHas()
    {
        var spec = Described.Read(Things);
        var plan = new TestMaterial(spec, new GoldenTestOptions { Today = new DateOnly(2026, 1, 2) })
            .RequestFor(spec.FindOperation("PATCH", "/things/{thingId}")!).Plan!;
        var operation = plan.Request.Body!.Json!.Value[0];
        operation.EnumerateObject().Select(member => member.Name).Should().Equal("op", "path", "value");
        (operation.GetProperty("op").GetString(), operation.GetProperty("path").GetString()).Should().Be(("add", "/note"));
        operation.GetProperty("value").ValueKind.Should().Be(JsonValueKind.String);
    }

    private const string Things = """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /things:
            post:
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
              responses: { '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
          /things/{thingId}:
            parameters: [{ name: thingId, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } }
            patch:
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      type: array
                      items:
                        type: object
                        required: [op]
                        properties: { op: { type: string, enum: [add, remove, replace] }, path: { type: string }, value: {}, from: { type: string } }
              responses: { '204': { description: ok } }
        components:
          schemas:
            Thing:
              type: object
              properties: { id: { type: string, readOnly: true }, state: { type: string, enum: [on, off] }, note: { type: string } }
        """;

    private static GoldenTest Test(ApiSpec spec, string id) => GoldenTestGenerator.Generate(spec).Tests.Single(test => test.Id == id);

    private static ApiSpec Users(string path) => Described.Read($$"""
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /users:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }
              responses: { '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } } }
          /users/{userId}:
            parameters: [{ name: userId, in: path, required: true, schema: { type: string, {{path}} } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } } } }
        components: { schemas: { User: { type: object, required: [id], properties: { id: { type: string }, note: { type: string } } } } }
        """);
}
