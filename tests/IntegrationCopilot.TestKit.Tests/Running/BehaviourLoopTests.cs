namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>What operations do and refuse, read alike by mock and tests: small documents against mocks of themselves, in both orders.</summary>
public sealed class BehaviourLoopTests
{
    private const string Parts = """
        components:
          parameters:
            id: { name: id, in: path, required: true, schema: { type: string } }
          responses:
            Ok: { description: ok }
            None: { description: none }
            Thing: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
          requestBodies:
            New: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
          schemas:
            Thing: { type: object, required: [id, name], properties: { id: { type: string }, name: { type: string } } }
            Hook: { type: object, required: [id, name], properties: { id: { type: integer }, name: { type: string } } }
            New: { type: object, required: [name], properties: { name: { type: string } } }
            Link: { type: object, required: [id, name], properties: { id: { type: string, format: uuid }, name: { type: string }, status: { type: string, readOnly: true, enum: [PROVISIONING, ACTIVE] } } }
            Check: { type: object, required: [id, name], properties: { id: { type: string, readOnly: true }, name: { type: string }, monitor: { type: integer, readOnly: true } } }
        """;

    [Theory]
    [InlineData("Restoring, which conflicts with another of the name alone", """
          /folders:
            post:
              requestBody: { $ref: '#/components/requestBodies/New' }
              responses: { '201': { $ref: '#/components/responses/Thing' } }
          /folders/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
            post:
              summary: Restore folder
              requestBody: { content: { application/json: { schema: { type: object, properties: { name: { type: string, example: Restored } } } } } }
              responses: { '201': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' }, '409': { description: There is a folder of that name. } }
            put:
              requestBody: { $ref: '#/components/requestBodies/New' }
              responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("A condition of a call at a path that nothing reads", """
          /uploads/{id}/commit:
            post:
              parameters:
                - { $ref: '#/components/parameters/id' }
                - { name: If-Match, in: header, schema: { type: string } }
              requestBody: { $ref: '#/components/requestBodies/New' }
              responses: { '201': { $ref: '#/components/responses/Thing' }, '412': { description: The condition fails. } }
        """)]
    [InlineData("Things that are added many at once and listed in pages", """
          /hooks:
            get:
              parameters: [{ name: startAt, in: query, schema: { type: integer } }, { name: maxResults, in: query, schema: { type: integer } }]
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema: { type: object, required: [total, values], properties: { total: { type: integer }, startAt: { type: integer }, values: { type: array, items: { $ref: '#/components/schemas/Hook' } } } }
            post:
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { type: object, required: [hooks], properties: { hooks: { type: array, items: { $ref: '#/components/schemas/New' } } } }
                    example: { hooks: [{ name: a }, { name: b }, { name: c }] }
              responses: { '200': { $ref: '#/components/responses/Ok' } }
        """)]
    [InlineData("A list whose items are described by their place", """
          /reactions:
            get:
              parameters: [{ name: page, in: query, schema: { type: integer } }, { name: count, in: query, schema: { type: integer } }]
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [items]
                        properties:
                          paging: { type: object, properties: { page: { type: integer }, pages: { type: integer } } }
                          items: { type: array, items: [{ type: object, required: [a], properties: { a: { type: integer } } }, { type: object, required: [b], properties: { b: { type: integer } } }] }
                      example: { items: [{ a: 1 }, { b: 2 }], paging: { page: 1, pages: 1 } }
        """)]
    [InlineData("A thing that is read with a list in it, of which a query chooses some", """
          /scans:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { scans: { type: array, items: { $ref: '#/components/schemas/Thing' } } } } } } } } }
          /scans/{id}:
            get:
              parameters:
                - { $ref: '#/components/parameters/id' }
                - { name: severity, in: query, schema: { type: string, enum: [LOW, CRITICAL] } }
                - { name: per_page, in: query, schema: { type: integer } }
                - { name: page, in: query, schema: { type: integer } }
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema:
                        type: object
                        properties:
                          scan:
                            type: object
                            properties:
                              id: { type: string }
                              findings: { type: array, items: { type: object, properties: { name: { type: string }, severity: { type: string, enum: [LOW, CRITICAL] } } } }
                      example: { scan: { id: a, findings: [{ name: x, severity: LOW }, { name: y, severity: CRITICAL }] } }
                '404': { $ref: '#/components/responses/None' }
        """)]
    [InlineData("What leads on from a thing that must be there", """
          /archives:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } } } } } }
          /archives/{id}:
            get:
              parameters: [{ $ref: '#/components/parameters/id' }]
              responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } }
          /archives/{id}/file:
            get:
              parameters: [{ $ref: '#/components/parameters/id' }]
              responses: { '302': { description: elsewhere }, '404': { $ref: '#/components/responses/None' } }
          /archives/{id}/delete:
            post:
              parameters: [{ $ref: '#/components/parameters/id' }]
              responses: { '303': { description: to its task }, '404': { $ref: '#/components/responses/None' } }
        """)]
    [InlineData("A cursor whose schema has a bound", """
          /members:
            get:
              parameters: [{ name: limit, in: query, schema: { type: integer } }, { name: after, in: query, schema: { type: integer, minimum: 0 } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Hook' } } } } } }
          /members/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Hook' } } } }, '404': { $ref: '#/components/responses/None' } }
        """)]
    [InlineData("What is accepted and made beneath a thing, and found by itself as well", """
          /nets/{id}/links:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { links: { type: array, items: { $ref: '#/components/schemas/Link' } } } } } } } } }
            post:
              requestBody: { $ref: '#/components/requestBodies/New' }
              responses: { '202': { description: accepted, content: { application/json: { schema: { type: object, properties: { link: { $ref: '#/components/schemas/Link' } } } } } } }
          /nets/{id}/links/{link_id}:
            patch:
              parameters: [{ $ref: '#/components/parameters/id' }, { name: link_id, in: path, required: true, schema: { type: string, format: uuid } }]
              requestBody: { $ref: '#/components/requestBodies/New' }
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { link: { $ref: '#/components/schemas/Link' } } } } } }, '404': { $ref: '#/components/responses/None' } }
          /links:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { links: { type: array, items: { $ref: '#/components/schemas/Link' } } } } } } } } }
          /links/{link_id}:
            get:
              parameters: [{ name: link_id, in: path, required: true, schema: { type: string, format: uuid } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { link: { $ref: '#/components/schemas/Link' } } } } } }, '404': { $ref: '#/components/responses/None' } }
        """)]
    [InlineData("A callback whose address is a list of one", """
          /calls:
            post:
              requestBody:
                required: true
                content: { application/json: { schema: { type: object, required: [to, event_url], properties: { to: { type: string }, event_url: { type: array, items: { type: string, format: uri } } } }, example: { to: you, event_url: ['https://example.com/event'] } } }
              responses: { '202': { $ref: '#/components/responses/Ok' } }
              callbacks:
                receipt:
                  '{$request.body#/event_url}':
                    post:
                      requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                      responses: { '200': { $ref: '#/components/responses/Ok' } }
        """)]
    [InlineData("A list that is cut although nothing says how it goes on", """
          /sounds:
            get:
              parameters: [{ name: page_size, in: query, schema: { type: integer, minimum: 1, maximum: 100, default: 2 } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } } } } }
            post:
              requestBody: { $ref: '#/components/requestBodies/New' }
              responses: { '201': { $ref: '#/components/responses/Thing' } }
          /sounds/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("What only the API sets and one example only shows", """
          /checks:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Check' }, example: { name: a } } } }
              responses: { '200': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Check' }, example: { id: abc-1, name: a, monitor: 123 } } } } }
          /checks/{id}:
            get:
              parameters: [{ $ref: '#/components/parameters/id' }]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Check' }, example: { id: abc-1, name: a } } } }, '404': { $ref: '#/components/responses/None' } }
        """)]
    public async Task RunAsync_AgainstTheOwnMock_Passes(string kind, string paths) =>
        await ClosedLoop.PassesInBothOrdersAsync(kind, $$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
            {{paths}}
            {{Parts}}
            """, TestContext.Current.CancellationToken);
}
