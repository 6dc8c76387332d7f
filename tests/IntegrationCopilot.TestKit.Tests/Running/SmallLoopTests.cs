namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>What once was a false alarm, as a few lines: the tests of a document pass against its own mock, whatever the order of its cases.</summary>
public sealed class SmallLoopTests
{
    private const string Schemas = """
        components:
          schemas:
            Thing: { type: object, required: [id, name], properties: { id: { type: string }, name: { type: string } } }
            Company: { type: object, properties: { company_id: { type: string }, id: { type: string }, about: { type: string } } }
            User: { type: object, properties: { id: { type: integer }, username: { type: string } } }
            Org: { type: object, properties: { id: { type: integer }, username: { type: string }, about: { type: string } } }
            Repo: { type: object, properties: { owner: { type: object, properties: { login: { type: string } } }, name: { type: string }, about: { type: string } } }
        """;

    [Theory]
    [InlineData("HEAD with an object in a header, and of a body in a form", """
          /things:
            get:
              parameters: [{ name: X-Kind, in: header, required: true, explode: true, schema: { type: object, required: [a], properties: { a: { type: integer } } } }]
              responses: { '200': { description: ok } }
          /forms:
            get:
              requestBody: { required: true, content: { multipart/form-data: { schema: { type: object, required: [a], properties: { a: { type: string } } } } } }
              responses: { '200': { description: ok } }
        """)]
    [InlineData("An entity tag where nothing is sent", """
          /things:
            get: { responses: { '204': { description: ok, headers: { ETag: { required: true, schema: { type: string } } } } } }
        """)]
    [InlineData("Identifiers of which there are few", """
          /things:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
              responses: { '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
          /things/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: integer, minimum: 1, maximum: 10 } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, '404': { description: none } }
        """)]
    [InlineData("Paths that differ in the names of their parameters only", """
          /things/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
              responses: { '200': { description: ok } }
          /things/{number}:
            get:
              parameters: [{ name: number, in: path, required: true, schema: { type: integer } }]
              responses: { '200': { description: ok } }
        """)]
    [InlineData("Paths that differ in the names of their parameters only, of which one takes any text", """
          /things/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
              responses: { '200': { description: ok }, '400': { description: wrong } }
          /things/{name}:
            get:
              parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
              responses: { '200': { description: ok } }
        """)]
    [InlineData("A key that things of another kind have too", """
          /users:
            post:
              requestBody: { content: { application/json: { schema: { type: object, required: [username], properties: { username: { type: string } } } } } }
              responses: { '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } } }
          /users/{username}:
            parameters: [{ name: username, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/User' } } } }, '404': { description: none } } }
          /orgs:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Org' } } } } } } }
            post:
              requestBody: { content: { application/json: { schema: { type: object, required: [username], properties: { username: { type: string } } } } } }
              responses: { '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Org' } } } } }
          /orgs/{org}:
            parameters: [{ name: org, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Org' } } } }, '404': { description: none } } }
            patch:
              requestBody: { content: { application/json: { schema: { type: object, properties: { about: { type: string } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Org' } } } }, '404': { description: none } }
            delete: { responses: { '204': { description: ok }, '404': { description: none } } }
        """)]
    [InlineData("An identifier that the client chooses and the document shows", """
          /companies:
            post:
              requestBody: { content: { application/json: { schema: { type: object, properties: { company_id: { type: string }, about: { type: string } } }, example: { company_id: mine, about: a } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Company' } } } } }
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { $ref: '#/components/schemas/Company' } }, pages: { nullable: true, type: object, properties: { next: { nullable: true, type: object, properties: { after: { type: string } } } } } } }, example: { data: [], pages: { next: null } } } } } } }
          /companies/{company_id}:
            parameters: [{ name: company_id, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Company' } } } }, '404': { description: none } } }
            delete: { responses: { '204': { description: ok }, '404': { description: none } } }
        """)]
    [InlineData("An example of an answer that shows what is only written", """
          /payments:
            post:
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema: { type: object, properties: { card: { type: object, properties: { number: { type: string }, cvc: { type: integer, writeOnly: true } } } } }
                      example: { card: { number: '4242', cvc: 123 } }
        """)]
    [InlineData("A key of two parts that only a search tells", """
          /repos/search:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { $ref: '#/components/schemas/Repo' } } } } } } } } }
          /repos/{owner}/{repo}:
            parameters: [{ name: owner, in: path, required: true, schema: { type: string } }, { name: repo, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Repo' } } } }, '404': { description: none } } }
            patch:
              requestBody: { content: { application/json: { schema: { type: object, properties: { name: { type: string }, about: { type: string } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Repo' } } } }, '404': { description: none } }
            delete: { responses: { '204': { description: ok }, '404': { description: none } } }
          /repos/{owner}/{repo}/sync:
            parameters: [{ name: owner, in: path, required: true, schema: { type: string } }, { name: repo, in: path, required: true, schema: { type: string } }]
            post: { responses: { '200': { description: ok }, '404': { description: none } } }
        """)]
    [InlineData("Members that are listed by their names", """
          /things/{id}/topics:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { topics: { type: array, items: { type: string } } } } } } } } }
          /things/{id}/topics/{topic}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: topic, in: path, required: true, schema: { type: string } }]
            put: { responses: { '204': { description: ok } } }
            delete: { responses: { '204': { description: ok } } }
        """)]
    [InlineData("Things found by another name beneath a parameter", """
          /things/{type}:
            parameters: [{ name: type, in: path, required: true, schema: { type: string, example: Order } }]
            post:
              requestBody: { content: { application/json: { schema: { type: object, properties: { external_id: { type: string } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
            get:
              parameters: [{ name: external_id, in: query, required: true, schema: { type: string } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, '404': { description: none } }
            delete:
              parameters: [{ name: external_id, in: query, required: true, schema: { type: string } }]
              responses: { '204': { description: ok }, '404': { description: none } }
          /things/{type}/{id}:
            parameters: [{ name: type, in: path, required: true, schema: { type: string, example: Order } }, { name: id, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }, '404': { description: none } } }
            delete: { responses: { '204': { description: ok }, '404': { description: none } } }
        """)]
    public async Task RunAsync_AgainstTheOwnMock_Passes(string kind, string paths) =>
        await ClosedLoop.PassesInBothOrdersAsync(kind, $$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
            {{paths}}
            {{Schemas}}
            """, TestContext.Current.CancellationToken);
}
