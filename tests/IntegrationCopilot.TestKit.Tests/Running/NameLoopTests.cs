namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>What things are called in paths, bodies and answers, which documents write in unlike ways: small documents against mocks of themselves, in both
/// orders.</summary>
public sealed class NameLoopTests
{
    private const string Parts = """
        components:
          parameters:
            id: { name: id, in: path, required: true, schema: { type: string } }
          responses:
            Ok: { description: ok }
            None: { description: none }
            Thing: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
            Things: { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } } } }
            Lite: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Lite' } } } }
            Tag: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Tag' } } } }
          requestBodies:
            New: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
          schemas:
            Thing: { type: object, required: [id, name], properties: { id: { type: string }, name: { type: string } } }
            New: { type: object, required: [name], properties: { name: { type: string } } }
            Lite: { type: object, required: [code, href], properties: { code: { type: string, example: c-1 }, href: { type: string } } }
            Tag: { type: object, required: [$id, value], properties: { $id: { type: string, format: uuid }, $parent: { type: string }, value: { type: string } } }
            Team: { type: object, properties: { id: { type: string, pattern: '^[TE][A-Z]{3}$' }, name: { type: string } } }
        """;

    [Theory]
    [InlineData("A name that the path calls otherwise than the thing, and that a change sends", """
          /channels:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/New' } } } } } } }
            post:
              requestBody: { $ref: '#/components/requestBodies/New' }
              responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } } }
          /channels/{channel_name}:
            parameters: [{ name: channel_name, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }, '404': { $ref: '#/components/responses/None' } } }
            patch:
              requestBody: { $ref: '#/components/requestBodies/New' }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }, '404': { $ref: '#/components/responses/None' } }
        """)]
    [InlineData("A name in the path of what makes the thing, of which the answer tells no field for sure", """
          /tags/{scope}/{tag_key}:
            parameters:
              - { name: scope, in: path, required: true, schema: { type: string, enum: [global, mine] } }
              - { name: tag_key, in: path, required: true, schema: { type: string } }
            get: { responses: { '200': { $ref: '#/components/responses/Tag' }, '404': { $ref: '#/components/responses/None' } } }
            post:
              summary: Create a tag
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [value], properties: { value: { type: string } } } } } }
              responses: { '201': { $ref: '#/components/responses/Tag' } }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("A sample of a name that is the word of another path", """
          /templates:
            get: { responses: { '200': { $ref: '#/components/responses/Things' } } }
          /templates/global:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, required: [count], properties: { count: { type: integer } } } } } } } }
          /templates/{scope}/schema:
            parameters: [{ name: scope, in: path, required: true, schema: { type: string }, example: global }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
            put:
              requestBody: { $ref: '#/components/requestBodies/New' }
              responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } }
          /templates/{template_id}:
            get:
              parameters: [{ name: template_id, in: path, required: true, schema: { type: string }, example: f7a9 }]
              responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } }
        """)]
    [InlineData("An identifier or key, which is a number where it is made and a text where it is read", """
          /projects:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Project' } } } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [key], properties: { key: { type: string } } } } } }
              responses:
                '201':
                  description: made
                  content: { application/json: { schema: { type: object, required: [id, key], properties: { id: { type: integer }, key: { type: string } } } } }
          /projects/{projectIdOrKey}:
            parameters: [{ name: projectIdOrKey, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Project' } } } }, '404': { $ref: '#/components/responses/None' } } }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("Answers to writing that call the name otherwise than reading", """
          /chats:
            get: { responses: { '200': { $ref: '#/components/responses/Things' } } }
            post:
              requestBody: { $ref: '#/components/requestBodies/New' }
              responses: { '200': { $ref: '#/components/responses/Lite' } }
          /chats/{chat_id}:
            parameters: [{ name: chat_id, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
            put:
              requestBody: { $ref: '#/components/requestBodies/New' }
              responses: { '200': { $ref: '#/components/responses/Lite' }, '404': { $ref: '#/components/responses/None' } }
        """)]
    [InlineData("Calls that list names of which some have another form", """
          /teams.info:
            get:
              parameters: [{ name: team_id, in: query, required: true, schema: { type: string, example: EABC } }]
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { team: { $ref: '#/components/schemas/Team' } } } } } } }
          /teams.list:
            get:
              parameters: [{ name: cursor, in: query, schema: { type: string } }, { name: limit, in: query, schema: { type: integer } }]
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema:
                        type: object
                        required: [team_ids, next_cursor]
                        properties: { next_cursor: { type: string }, team_ids: { type: array, items: { type: string, pattern: '^T[A-Z]{3}$' } } }
          /teams.update:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [team_id, name], properties: { team_id: { type: string }, name: { type: string } } } } } }
              responses: { '200': { $ref: '#/components/responses/Ok' } }
        """)]
    [InlineData("Members of which the document knows no list but that of the members", """
          /installs/{id}/repos:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Things' } } }
          /installs/{id}/repos/{repo_id}:
            parameters: [{ $ref: '#/components/parameters/id' }, { name: repo_id, in: path, required: true, schema: { type: string } }]
            put: { responses: { '204': { $ref: '#/components/responses/Ok' }, '404': { $ref: '#/components/responses/None' } } }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("Things that are named by another thing", """
          /channels/{channel_id}:
            get:
              parameters: [{ name: channel_id, in: path, required: true, schema: { type: string } }]
              responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } }
          /stages:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [channel_id, topic], properties: { channel_id: { type: string }, topic: { type: string } } } } } }
              responses: { '200': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Stage' } } } } }
          /stages/{channel_id}:
            parameters: [{ name: channel_id, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Stage' } } } }, '404': { $ref: '#/components/responses/None' } } }
            patch:
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [topic], properties: { topic: { type: string } } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Stage' } } } }, '404': { $ref: '#/components/responses/None' } }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("Things that the client names by a day", """
          /schedules:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Schedule' } } } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Schedule' } } } }
              responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Schedule' } } } } }
          /schedules/{effective_date}:
            parameters: [{ name: effective_date, in: path, required: true, schema: { type: string, format: date } }]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Schedule' } } } }, '404': { $ref: '#/components/responses/None' } } }
            put:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Schedule' } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Schedule' } } } }, '404': { $ref: '#/components/responses/None' } }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("A parameter of a path of which one operation only says what it looks like", """
          /rooms:
            get: { responses: { '200': { $ref: '#/components/responses/Ok' } } }
          /rooms/{room}/guests:
            parameters: [{ name: room, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { $ref: '#/components/responses/Things' } } }
            post:
              requestBody: { $ref: '#/components/requestBodies/New' }
              responses: { '201': { $ref: '#/components/responses/Thing' } }
          /rooms/{room}/guests/{id}:
            parameters: [{ name: room, in: path, required: true, schema: { type: string, pattern: '^CF[0-9a-f]{8}$' } }, { $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("Many things changed at once that may name nothing", """
          /roles:
            get: { responses: { '200': { $ref: '#/components/responses/Things' } } }
            post:
              requestBody: { $ref: '#/components/requestBodies/New' }
              responses: { '201': { $ref: '#/components/responses/Thing' } }
            patch:
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { type: array, items: { type: object, properties: { id: { nullable: true, type: string, enum: [null] }, name: { type: string } } } }
              responses: { '200': { $ref: '#/components/responses/Things' } }
          /roles/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    public async Task RunAsync_AgainstTheOwnMock_Passes(string kind, string paths) =>
        await ClosedLoop.PassesInBothOrdersAsync(kind, $$"""
            openapi: 3.0.3
            info: { title: Small, version: '1' }
            paths:
            {{paths}}
            {{Parts}}
                Stage: { type: object, required: [id, channel_id, topic], properties: { id: { type: string }, channel_id: { type: string }, topic: { type: string } } }
                Schedule: { type: object, required: [effective_date], properties: { effective_date: { type: string, format: date, example: '2026-01-02' }, rate: { type: string } } }
                Project: { type: object, required: [id, key], properties: { id: { type: string }, key: { type: string, readOnly: true }, text: { type: string } } }
            """, TestContext.Current.CancellationToken);
}
