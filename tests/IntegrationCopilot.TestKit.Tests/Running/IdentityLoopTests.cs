namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>What a mock looks for and remembers, and what the tests expect of it, are one: small documents against mocks of themselves, in both
/// orders.</summary>
public sealed class IdentityLoopTests
{
    private const string Schemas = """
        components:
          parameters:
            id: { name: id, in: path, required: true, schema: { type: string } }
          responses:
            Ok: { description: ok }
            None: { description: none }
            Thing: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
            Things: { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } } } }
            Numbered:
              description: ok
              content: { application/json: { schema: { type: array, items: { type: object, required: [order_id], properties: { order_id: { type: integer } } } } } }
            Creative: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Creative' } } } }
            Creatives: { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Creative' } } } } }
            Version: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Version' } } } }
            Groups: { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Group' } } } } }
            Account: { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Account' } } } }
            Any: { description: ok, content: { application/json: { schema: { type: object } } } }
          schemas:
            Thing: { type: object, required: [id, name], properties: { id: { type: string }, name: { type: string } } }
            Name: { type: object, required: [deviceKey], properties: { deviceKey: { type: string, minLength: 1, maxLength: 55 } } }
            Device: { type: object, required: [deviceKey], properties: { deviceKey: { type: string, maxLength: 55 }, place: { type: string } } }
            Creative: { type: object, properties: { accountId: { type: integer }, buyerCreativeId: { type: string }, text: { type: string } } }
            Rule: { type: object, required: [config], properties: { config: { type: string }, type: { type: string, enum: [VALIDITY, COMPATIBILITY] } } }
            Version: { type: object, required: [id, version], properties: { id: { type: string }, version: { type: integer } } }
            Group: { type: object, properties: { GroupId: { type: string, format: uuid }, State: { type: string, enum: [Idle, Playing] } } }
            Account: { type: object, required: [id], properties: { id: { type: string }, status: { type: string, enum: [inactive, active, deactivated] } } }
            New: { type: object, required: [name], properties: { name: { type: string } } }
        """;

    [Theory]
    [InlineData("Things of any content, made and removed", """
          /bins:
            post:
              requestBody: { required: true, content: { application/json: { schema: { type: object } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } }
          /bins/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Any' }, '404': { $ref: '#/components/responses/None' } } }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("Things that are files", """
          /reports:
            get: { responses: { '200': { $ref: '#/components/responses/Things' } } }
          /reports/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get:
              responses:
                '200': { description: ok, content: { application/pdf: { schema: { type: string, format: binary } } } }
                '404': { $ref: '#/components/responses/None' }
        """)]
    [InlineData("Things that are read as a list of names", """
          /files:
            get: { responses: { '200': { $ref: '#/components/responses/Things' } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
              responses: { '201': { $ref: '#/components/responses/Thing' } }
          /files/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get:
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } }
                '404': { $ref: '#/components/responses/None' }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' } } }
        """)]
    [InlineData("Things of which no answer says anything", """
          /projects:
            get: { responses: { '200': { $ref: '#/components/responses/Ok' } } }
          /projects/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Ok' } } }
            post:
              summary: Creates a project
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
              responses: { '201': { $ref: '#/components/responses/Ok' } }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' } } }
        """)]
    [InlineData("PUT of what must be there", """
          /bookmarks/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
            put:
              summary: Change a bookmark
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
              responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } }
        """)]
    [InlineData("What nobody can make, removed by several cases", """
          /jobs/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
          /keys/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            delete: { tags: [keys], responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("Things beneath another that is removed, or of which all are removed", """
          /teams:
            get: { responses: { '200': { $ref: '#/components/responses/Things' } } }
          /teams/{team}:
            parameters: [{ name: team, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' }, '404': { $ref: '#/components/responses/None' } } }
          /teams/{team}/duties:
            parameters: [{ name: team, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { $ref: '#/components/responses/Things' } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
              responses: { '201': { $ref: '#/components/responses/Thing' } }
          /teams/{team}/duties/deleteRange:
            parameters: [{ name: team, in: path, required: true, schema: { type: string } }]
            post: { responses: { '204': { $ref: '#/components/responses/Ok' } } }
          /duties/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("A name that the client chooses within an envelope", """
          /media:
            post:
              requestBody:
                required: true
                content: { application/json: { schema: { type: object, properties: { entry: { $ref: '#/components/schemas/Thing' } } } } }
              responses: { '200': { description: ok, content: { application/json: { schema: { type: string } } } } }
          /media/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("Calls that name their thing in the body, and one of the longest name", """
          /GetDevice:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Name' } } } }
              responses:
                '200':
                  description: ok
                  content: { application/json: { schema: { type: object, properties: { device: { $ref: '#/components/schemas/Device' } } } } }
          /ForgetDevice:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Name' } } } }
              responses: { '200': { $ref: '#/components/responses/Ok' } }
          /ImportDevice:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Device' } } } }
              responses: { '200': { $ref: '#/components/responses/Ok' } }
        """)]
    [InlineData("Calls that differ in a parameter of one value, which names no thing", """
          /#Action=DescribeAlarms:
            get:
              parameters:
                - { name: Action, in: query, required: true, schema: { type: string, enum: [DescribeAlarms] } }
              responses: { '200': { $ref: '#/components/responses/Thing' } }
          /#Action=DeleteAlarms:
            get:
              parameters:
                - { name: AlarmNames, in: query, required: true, schema: { type: array, items: { type: string } } }
                - { name: Action, in: query, required: true, schema: { type: string, enum: [DeleteAlarms] } }
              responses: { '200': { $ref: '#/components/responses/Ok' } }
        """)]
    [InlineData("Many things that are changed at once", """
          /ledgers:
            get: { responses: { '200': { $ref: '#/components/responses/Things' } } }
            patch:
              requestBody: { required: true, content: { application/json: { schema: { type: array, minItems: 1, items: { $ref: '#/components/schemas/Thing' } } } } }
              responses: { '200': { $ref: '#/components/responses/Things' }, '404': { $ref: '#/components/responses/None' } }
          /ledgers/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("A name of a form that only the answer to making has", """
          /users:
            get: { responses: { '200': { $ref: '#/components/responses/Things' } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
              responses:
                '201':
                  description: made
                  content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string, pattern: '^[A-Z]{12}$' } } } } }
          /users/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("A name in the path of what is made, which may be another in the body", """
          /caches:
            get: { responses: { '200': { $ref: '#/components/responses/Things' } } }
          /caches/{name}:
            parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
            post:
              summary: Creates a cache
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
              responses: { '200': { $ref: '#/components/responses/Ok' } }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' } } }
        """)]
    [InlineData("A thing that is changed, and one that the change names, beneath one and the same", """
          /groups/{group}/templates:
            parameters: [{ name: group, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { $ref: '#/components/responses/Things' } } }
          /groups/{group}/templates/{template_id}:
            parameters:
              - { name: group, in: path, required: true, schema: { type: string } }
              - { name: template_id, in: path, required: true, schema: { type: string } }
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
          /groups/{group}/plans:
            parameters: [{ name: group, in: path, required: true, schema: { type: string, maxLength: 20 } }]
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
              responses: { '201': { $ref: '#/components/responses/Thing' } }
          /groups/{group}/plans/{id}:
            parameters: [{ name: group, in: path, required: true, schema: { type: string, minLength: 2 } }, { $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } } }
            put:
              requestBody:
                required: true
                content: { application/json: { schema: { type: object, required: [template_id], properties: { template_id: { type: string } } } } }
              responses: { '200': { $ref: '#/components/responses/Thing' }, '404': { $ref: '#/components/responses/None' } }
        """)]
    [InlineData("What is only changed, under a name that ends like a verb, by a number where the path takes any text", """
          /sellOrders:
            get: { responses: { '200': { $ref: '#/components/responses/Numbered' } } }
          /sellOrders/{order_id}:
            parameters: [{ name: order_id, in: path, required: true, schema: { type: string } }]
            put:
              operationId: putSellOrder
              summary: Update or reject an order
              requestBody:
                required: true
                content: { application/json: { schema: { type: object, properties: { order_id: { type: integer }, action: { type: string } } } } }
              responses: { '200': { $ref: '#/components/responses/Ok' }, '404': { $ref: '#/components/responses/None' } }
        """)]
    [InlineData("A name of two parts of which the client need not send the first", """
          /creatives:
            get: { responses: { '200': { $ref: '#/components/responses/Creatives' } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Creative' } } } }
              responses: { '200': { $ref: '#/components/responses/Creative' } }
          /creatives/{accountId}/{buyerCreativeId}:
            parameters:
              - { name: accountId, in: path, required: true, schema: { type: integer } }
              - { name: buyerCreativeId, in: path, required: true, schema: { type: string } }
            get: { responses: { '200': { $ref: '#/components/responses/Creative' } } }
        """)]
    [InlineData("Things that have a few names only", """
          /rules:
            get:
              responses:
                '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string, enum: [VALIDITY, COMPATIBILITY] } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Rule' } } } }
              responses: { '204': { $ref: '#/components/responses/Ok' }, '409': { $ref: '#/components/responses/None' } }
          /rules/{rule}:
            parameters: [{ name: rule, in: path, required: true, schema: { type: string, enum: [VALIDITY, COMPATIBILITY] } }]
            get:
              responses:
                '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Rule' } } } }
                '404': { $ref: '#/components/responses/None' }
            delete: { responses: { '204': { $ref: '#/components/responses/Ok' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("A number by which a thing is found, beside a text that is called id", """
          /versions:
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: integer } } } } } } }
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
              responses: { '200': { $ref: '#/components/responses/Version' } }
          /versions/{version}:
            parameters: [{ name: version, in: path, required: true, schema: { type: integer } }]
            get: { responses: { '200': { $ref: '#/components/responses/Any' }, '404': { $ref: '#/components/responses/None' } } }
        """)]
    [InlineData("A call about a group, in JSON of several kinds", """
          /Group/List:
            get: { responses: { '200': { $ref: '#/components/responses/Groups' } } }
          /Group/New:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
              responses: { '204': { $ref: '#/components/responses/Ok' } }
          /Group/Join:
            post:
              requestBody:
                required: true
                content:
                  application/*+json: { schema: { type: object, properties: { GroupId: { type: string, format: uuid } } } }
                  application/json: { schema: { type: object, properties: { GroupId: { type: string, format: uuid } } } }
              responses: { '204': { $ref: '#/components/responses/Ok' } }
        """)]
    [InlineData("An action that leads where things begin", """
          /accounts:
            post:
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/New' } } } }
              responses: { '201': { $ref: '#/components/responses/Account' } }
          /accounts/{id}:
            parameters: [{ $ref: '#/components/parameters/id' }]
            get: { responses: { '200': { $ref: '#/components/responses/Account' }, '404': { $ref: '#/components/responses/None' } } }
          /accounts/{id}/deactivation:
            parameters: [{ $ref: '#/components/parameters/id' }]
            post:
              responses:
                '201': { $ref: '#/components/responses/Account' }
                '404': { $ref: '#/components/responses/None' }
                '409': { $ref: '#/components/responses/None' }
        """)]
    [InlineData("What is made under a kind and a name, of which one name is unknown", """
          /projects/{project}/resources/{kind}/{resource}:
            parameters:
              - { name: project, in: path, required: true, schema: { type: string } }
              - { name: kind, in: path, required: true, schema: { type: string, enum: [STACK] } }
              - { name: resource, in: path, required: true, schema: { type: string, minLength: 1, maxLength: 256 } }
            get: { responses: { '200': { $ref: '#/components/responses/Thing' } } }
            put: { operationId: associateResource, responses: { '200': { $ref: '#/components/responses/Any' } } }
            delete: { operationId: disassociateResource, responses: { '200': { $ref: '#/components/responses/Any' } } }
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
