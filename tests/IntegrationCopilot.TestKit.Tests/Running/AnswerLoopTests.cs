namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>What answers hold, and what they are judged by, are one: small documents against mocks of themselves, in both orders.</summary>
public sealed class AnswerLoopTests
{
    private const string Schemas = """
        components:
          parameters:
            id: { name: id, in: path, required: true, schema: { type: string } }
          responses:
            Ok: { description: ok }
            None: { description: none }
            Thing: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
            Wrapped: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Wrapped' } } } }
          schemas:
            Thing: { type: object, required: [id, name], properties: { id: { type: string }, name: { type: string }, size: { type: number } } }
            Wrapped: { type: object, properties: { page: { type: object, properties: { id: { type: integer }, title: { type: string } } } } }
            New: { type: object, required: [name], properties: { name: { type: string }, size: { type: number } } }
            Rate: { type: object, properties: { day: { type: string, format: date }, price: { type: number } } }
            Option: { type: object, required: [title], properties: { option_id: { type: integer }, title: { type: string } } }
            Event: { type: object, properties: { name: { type: string }, note: { type: string }, createTime: { type: string, format: date-time }, updateTime: { type: string, format: date-time } } }
            Crawl: { type: object, properties: { id: { type: string, readOnly: true }, url: { type: string }, error: { type: string, readOnly: true }, createdAt: { type: string, format: date-time, readOnly: true } } }
            Flag: { type: object, properties: { id: { type: integer, readOnly: true }, name: { type: string, readOnly: true }, kind: { type: string, enum: [on, off] } } }
            Found: { type: object, required: [answer], properties: { answer: { type: string }, totalResults: { type: string }, items: { type: array, items: { type: object, properties: { title: { type: string } } } } } }
            Hits: { type: object, properties: { hits: { type: array, items: { $ref: '#/components/schemas/Thing' } }, limit: { type: integer, minimum: 0, maximum: 0 } } }
        """;

    [Theory]
    [InlineData("Things that are named by a day", """
          /rooms/{id}/rates:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Rate' } } } } } } }
          /rooms/{id}/rates/{day}:
            parameters: [{ $ref: '#/components/parameters/id' }, { name: day, in: path, required: true, schema: { type: string, format: date } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Rate' } } } }, '404': { $ref: '#/components/responses/None' } } }
            patch:
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { price: { type: number } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Rate' } } } }, '404': { $ref: '#/components/responses/None' } }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("Counts that are texts, and a page size that may not be told", """
          /found:
            get:
              parameters: [{ name: page, in: query, schema: { type: integer, default: 1 } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Found' } } } } }
          /hits:
            get:
              parameters: [{ name: page, in: query, schema: { type: integer, default: 0 } }, { name: limit, in: query, schema: { type: integer, default: 10 } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { code: { type: integer }, result: { $ref: '#/components/schemas/Hits' } } } } } } }
        """)]
    [InlineData("A new thing whose whole answer is its number, and which its body names", """
          /options/add:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [option], properties: { option: { $ref: '#/components/schemas/Option' } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { type: integer } } } } }
          /options/{optionId}:
            put:
              parameters: [{ name: optionId, in: path, required: true, schema: { type: string } }]
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [option], properties: { option: { $ref: '#/components/schemas/Option' } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { type: integer } } } }, '404': { $ref: '#/components/responses/None' } }
        """)]
    [InlineData("A body that has something beside the thing", """
          /things:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [data], properties: { data: { $ref: '#/components/schemas/New' }, shop: { type: integer } } } } } }
              responses: { '200': { $ref: '#/components/responses/Thing' } }
          /things/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("JSON Patches without a value that fits", """
          /flags:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }
              responses: { '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Flag' } } } } }
          /flags/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Flag' } } } }, '404': { $ref: '#/components/responses/None' } } }
            patch:
              requestBody:
                required: true
                content:
                  application/json-patch+json:
                    schema:
                      type: array
                      items: { type: object, additionalProperties: false, properties: { op: { type: string }, path: { type: string }, from: { type: string }, value: { type: object, additionalProperties: false } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Flag' } } } }, '404': { $ref: '#/components/responses/None' } }
        """)]
    [InlineData("Changes that are accepted and answer with the thing, which another resource has too", """
          /accounts:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
              responses: { '201': { $ref: '#/components/responses/Thing' } }
          /accounts/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
            put:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
              responses: { '202': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } }
          /customers/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("Things that no path leads to, made with a name all the same", """
          /albums/{id}/comments:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: object, properties: { id: { type: integer }, text: { type: string } } } } } } } } }
            post:
              requestBody: { content: { application/json: { schema: { type: object, properties: { id: { type: integer }, text: { type: string } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { id: { type: integer }, text: { type: string } } } } } } }
        """)]
    [InlineData("What the server notes down itself, though clients may send it", """
          /events:
            post:
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Event' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Event' } } } } }
          /events/{name}:
            parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Event' } } } }, '404': { $ref: '#/components/responses/None' } } }
            patch:
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Event' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Event' } } } }, '404': { $ref: '#/components/responses/None' } }
        """)]
    [InlineData("A replacement that names in its body what its path names otherwise", """
          /maps:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string }, size: { type: number } } } } } }
              responses: { '201': { description: ok, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string }, size: { type: number } } } } } } }
          /maps('{mapName}'):
            parameters: [{ name: mapName, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string }, size: { type: number } } } } } }, '404': { $ref: '#/components/responses/None' } } }
            put:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string }, size: { type: number } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string }, size: { type: number } } } } } }, '404': { $ref: '#/components/responses/None' } }
        """)]
    [InlineData("A page size where one thing is read that has a list and a size", """
          /volumes:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [size], properties: { size: { type: integer, example: 20 }, tags: { type: array, items: { type: string } } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { id: { type: integer }, size: { type: integer }, tags: { type: array, items: { type: string } } } } } } } }
          /volumes/{id}:
            get:
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer } }
                - { name: page, in: query, schema: { type: integer, default: 1 } }
                - { name: page_size, in: query, schema: { type: integer, default: 100 } }
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: object, properties: { id: { type: integer }, size: { type: integer }, tags: { type: array, items: { type: string } } } } } } }
                '404': { $ref: '#/components/responses/None' }
        """)]
    [InlineData("A field that is read only and tells of a failure which there was none", """
          /crawls:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [url], properties: { url: { type: string } } } } } }
              responses: { '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Crawl' } } } } }
          /crawls/{id}/cancel:
            parameters: [{ $ref: '#/components/parameters/id' }]
            post:
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Crawl' } } } }
              responses: { '201': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Crawl' } } } }, '404': { $ref: '#/components/responses/None' } }
        """)]
    [InlineData("One or several new things, of which the answer has either", """
          /drops:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
              responses:
                '202':
                  description: ok
                  content:
                    application/json:
                      schema:
                        oneOf:
                          - { type: object, required: [drop, links], properties: { drop: { $ref: '#/components/schemas/Thing' }, links: { type: object } } }
                          - { type: object, required: [drops, links], properties: { drops: { type: array, items: { $ref: '#/components/schemas/Thing' } }, links: { type: object } } }
                      examples:
                        several: { value: { drops: [{ id: a, name: b }], links: {} } }
                        one: { value: { drop: { id: a, name: b }, links: {} } }
          /drops/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { drop: { $ref: '#/components/schemas/Thing' } } } } } }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("A condition that must be sent, and has a status of its own beside another field", """
          /items/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }, { name: X-Version, in: header, required: true, schema: { type: string, enum: ['1'] } }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
            put:
              parameters: [{ name: If-Match, in: header, required: true, schema: { type: string } }]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
              responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' }, '428': { description: missing } }
        """)]
    [InlineData("A Location that is read with a header of its own", """
          /items:
            post:
              parameters: [{ name: X-Version, in: header, required: true, schema: { type: string, enum: ['1'] } }]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
              responses:
                '201': { description: ok, headers: { Location: { schema: { type: string } } }, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
          /items/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }, { name: X-Version, in: header, required: true, schema: { type: string, enum: ['1'] } }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("Edges of a connection, and a page size of a few values", """
          /things:
            get:
              parameters: [{ name: after, in: query, schema: { type: string } }, { name: first, in: query, schema: { type: integer, enum: [10, 25] } }]
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [edges, pageInfo]
                        properties:
                          edges: { type: array, items: { type: object, required: [cursor, node], properties: { cursor: { type: string }, node: { $ref: '#/components/schemas/Thing' } } } }
                          pageInfo: { type: object, required: [hasNextPage], properties: { hasNextPage: { type: boolean }, endCursor: { type: string, nullable: true } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
              responses: { '201': { $ref: '#/components/responses/Thing' } }
          /things/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("A list whose items say what they are before they say more", """
          /pages.json:
            get:
              parameters: [{ name: limit, in: query, schema: { type: integer } }, { name: page, in: query, schema: { type: integer } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Wrapped' } } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { page: { type: object, properties: { title: { type: string } } } } } } } }
              responses: { '200': { $ref: '#/components/responses/Wrapped' } }
          /pages/{id}.json:
            parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
            get: { responses: { '200': { $ref: '#/components/responses/Wrapped' }, '404': { $ref: '#/components/responses/None' } } }
            delete: { responses: { '200': { description: ok }, '404': { $ref: '#/components/responses/None' } } }
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
