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
    [InlineData("Content of any kind, which an example shows as JSON", """
          /artifacts:
            post:
              requestBody: { required: true, content: { '*/*': { example: { openapi: 3.0.2, info: { title: Empty } } } } }
              responses: { '200': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Team' } } } } }
        """)]
    [InlineData("A list of things that nothing tells apart", """
          /orders:
            get:
              parameters:
                - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 1000 } }
                - { name: offset, in: query, schema: { type: integer, minimum: 0 } }
              responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Order' } } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }
              responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
          /orders/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
        """)]
    [InlineData("A field that one schema of a body requires, and another says that it is not the client's", """
          /customers:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Name' } } } }
              responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Team' } } } } }
          /customers/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Team' } } } } }
          /checks:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Check' } } } }
              responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Check' } } } } }
          /checks/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Check' } } } } } }
            patch:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Patch' } } } }
              responses: { '200': { description: changed, content: { application/json: { schema: { $ref: '#/components/schemas/Check' } } } } }
        """)]
    [InlineData("A moment of an end, which is the server's to tell", """
          /cancellations:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Cancellation' } } } }
              responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Cancellation' } } } } }
          /cancellations/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Cancellation' } } } } }
        """)]
    [InlineData("A refund whose example asks for more than the example of a payment takes", """
          /transactions:
            post:
              requestBody:
                required: true
                content: { application/json: { schema: { $ref: '#/components/schemas/Transaction' }, example: { amount: 466.97, currency: USD } } }
              responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Transaction' } } } } }
          /transactions/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Transaction' } } } } }
          /transactions/{id}/refund:
            post:
              summary: Refund a transaction
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              requestBody:
                required: true
                content: { application/json: { schema: { type: object, required: [amount], properties: { amount: { type: number, example: 2800 } } } } }
              responses:
                '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Transaction' } } } }
                '403': { description: no }
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
                Order: {"{ type: object, properties: { kind: { type: string, enum: [subscription, sale] } } }"}
                Check:
                  allOf:
                    - {"{ type: object, required: [documents], properties: { id: { type: string, readOnly: true }, documents: { type: string, enum: [passport, card] } } }"}
                    - {"{ type: object, required: [customerId], properties: { customerId: { type: string, maxLength: 50 }, note: { type: string } } }"}
                Patch:
                  allOf:
                    - {"{ properties: { customerId: { readOnly: true } } }"}
                    - {"{ $ref: '#/components/schemas/Check' }"}
                Cancellation:
                  type: object
                  required: [reason]
                  properties:
                    id: {"{ type: string, readOnly: true }"}
                    reason: {"{ type: string }"}
                    canceledTime: {"{ type: string, format: date-time, readOnly: true }"}
                Transaction:
                  type: object
                  required: [amount]
                  properties: {"{ id: { type: string, readOnly: true }, amount: { type: number }, currency: { type: string } }"}
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
