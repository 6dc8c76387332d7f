using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>Shapes of bodies, media types and header fields, as a few lines: the tests of each document pass against its own mock.</summary>
public sealed class ShapeLoopTests
{
    [Theory]
    [InlineData("JSON of a certain kind with another schema than plain JSON", """
          /teams:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Name' } } } }
              responses:
                '201':
                  description: made
                  content:
                    application/hal+json: { schema: { $ref: '#/components/schemas/Hal' } }
                    application/json: { schema: { $ref: '#/components/schemas/Team' } }
          /teams/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses:
                '200':
                  description: ok
                  content:
                    application/hal+json: { schema: { $ref: '#/components/schemas/Hal' } }
                    application/json: { schema: { $ref: '#/components/schemas/Team' } }
                '404': { description: none }
        """)]
    [InlineData("A number that names the thing in the body, and any text that does in the path", """
          /teams:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Name' } } } }
              responses: { '200': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Numbered' } } } } }
          /teams/{id}:
            put:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Numbered' } } } }
              responses: { '200': { description: changed, content: { application/json: { schema: { $ref: '#/components/schemas/Numbered' } } } } }
        """)]
    [InlineData("A tree whose members are required", """
          /teams:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Tree' } } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Name' } } } }
              responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Team' } } } } }
        """)]
    [InlineData("Nothing in place of a media type", """
          /teams:
            post:
              requestBody: { required: true, content: { '': { schema: { type: object, properties: { name: { type: string } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object } } } } }
        """)]
    [InlineData("A Location that the document allows no address for", """
          /teams:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Name' } } } }
              responses: { '201': { description: made, headers: { Location: { required: true, schema: { type: string, pattern: '^/elsewhere/[0-9]+$' } } } } }
          /teams/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Numbered' } } } } }
        """)]
    [InlineData("A Location of what is not made", """
          /teams/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Team' } } } } } }
          /teams/{id}/publish:
            post:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { '201': { description: published, headers: { Location: { schema: { type: string } } } } }
        """)]
    [InlineData("An entity tag of a list that others add to", """
          /teams:
            get:
              responses:
                '200':
                  description: ok
                  headers: { ETag: { schema: { type: string } } }
                  content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Team' } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Name' } } } }
              responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Team' } } } } }
        """)]
    public async Task RunAsync_Shape_PassesItsOwnTests(string what, string paths)
    {
        var document = $"""
            openapi: 3.0.3
            info: {"{ title: t, version: '1' }"}
            paths:
            {paths}
            components:
              schemas:
                Name: {"{ type: object, required: [name], properties: { name: { type: string } } }"}
                Team: {"{ type: object, additionalProperties: false, required: [id], properties: { id: { type: string }, name: { type: string } } }"}
                Numbered: {"{ type: object, required: [id], properties: { id: { type: integer }, name: { type: string } } }"}
                Hal: {"{ type: object, properties: { id: { type: string }, name: { type: string }, _links: { type: object, properties: { self: { type: string } } } } }"}
                Tree:
                  type: object
                  required: [id, size, children]
                  properties: {"{ id: { type: string }, size: { type: integer }, children: { type: array, items: { $ref: '#/components/schemas/Tree' } } }"}
            """;
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(document), "shape.yaml").Spec!;
        var loop = await ClosedLoop.RunAsync(what, spec, TestContext.Current.CancellationToken);
        loop.Failures.Should().BeEmpty(what);
    }
}
