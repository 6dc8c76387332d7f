using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>What documents describe in unlike ways, each in a small document that is run against a mock of itself: mock, tests and runner read it
/// alike.</summary>
public sealed class ClosedLoopKindsTests
{
    [Fact]
    public async Task RunAsync_BodyOfARangeOfTypes_IsSentAsOneOfThem() => await PassesAsync("""
        /notes:
          post:
            requestBody: { required: true, content: { 'application/*+json': { schema: { $ref: '#/components/schemas/Note' } } } }
            responses: { '201': { description: made } }
        /drafts:
          post:
            requestBody: { required: true, content: { '*/*': { schema: { $ref: '#/components/schemas/Note' } } } }
            responses: { '201': { description: made } }
        """);

    [Fact]
    public async Task RunAsync_ThingBeneathAnother_IsLookedForBeneathThatOne() => await PassesAsync("""
        /teams:
          get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Team' } } } } } } }
        /boards/{team}:
          parameters: [{ name: team, in: path, required: true, schema: { type: string } }]
          post:
            requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
            responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Kept' } } } }, '404': { description: none } }
        /boards/{teamId}/{boardId}:
          parameters:
            - { name: teamId, in: path, required: true, schema: { type: string } }
            - { name: boardId, in: path, required: true, schema: { type: string } }
          get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Kept' } } } }, '404': { description: none } } }
        """);

    [Fact]
    public async Task RunAsync_IdentifierThatTheClientChoosesAndNoAnswerTells_NamesTheThing() => await PassesAsync("""
        /addresses:
          get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Team' } } } } } } }
          post:
            requestBody: { required: true, content: { application/json: { schema: { type: object, required: [address], properties: { address: { type: string } } } } } }
            responses: { '200': { description: made } }
        /addresses/{address}:
          parameters: [{ name: address, in: path, required: true, schema: { type: string } }]
          delete: { responses: { '204': { description: gone }, '404': { description: none } } }
        /addresses/{address}/keys:
          parameters: [{ name: address, in: path, required: true, schema: { type: string } }]
          post:
            requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
            responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Kept' } } } }, '404': { description: none } }
        """);

    [Fact]
    public async Task RunAsync_ErrorsOfAShapeThatNothingHas_AreNotHeldAgainstIt() => await PassesAsync("""
        /notes:
          post:
            requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
            responses:
              '201': { description: made }
              '400': { description: refused, content: { application/json: { schema: { type: integer, enum: ['0 (Unknown)', '1 (Full)'] } } } }
        """);

    [Fact]
    public async Task RunAsync_ThingsOfSeveralSchemas_AreListedAsOneOfThem() => await PassesAsync("""
        /actions:
          get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Action' } } } } } } }
          post:
            requestBody:
              content: { application/json: { schema: { type: object, required: [kind], properties: { kind: { enum: [fork, send] }, name: { type: string } } } } }
            responses: { '201': { description: made, content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } } } }
        """);

    [Fact]
    public async Task RunAsync_ListOfNothingButNames_ListsThem() => await PassesAsync("""
        /clients:
          get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } } } }
        /clients/{language}:
          parameters: [{ name: language, in: path, required: true, schema: { enum: [ada, go] } }]
          get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Team' } } } } } }
          post:
            requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
            responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Kept' } } } } }
        """);

    [Fact]
    public async Task RunAsync_DeletingWhatIsMadeWithMadeUpValues_DeletesOneEachTime() => await PassesAsync("""
        /pools:
          post:
            parameters: [{ name: api-version, in: query, required: true, schema: { type: string } }]
            requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
            responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Kept' } } } } }
        /pools/{poolId}:
          delete:
            parameters:
              - { name: poolId, in: path, required: true, schema: { type: string } }
              - { name: timeout, in: query, schema: { type: integer, minimum: 1, maximum: 30 } }
            responses: { '204': { description: gone }, '404': { description: none } }
        """);

    [Fact]
    public async Task RunAsync_ListInAPath_NamesWhatItsOnlyItemNames() => await PassesAsync("""
        /categories:
          get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: object, properties: { total: { type: integer } } } } } } } }
        /categories/{key}:
          parameters: [{ name: key, in: path, required: true, schema: { type: array, items: { type: string } } }]
          get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Team' } } } }, '404': { description: none } } }
        """);

    [Fact]
    public async Task RunAsync_WordInPlaceOfAMediaType_CoversWhateverComes() => await PassesAsync("""
        /exports:
          get: { responses: { '200': { description: ok, content: { xls: { schema: { type: string } } } } } }
        """);

    [Fact]
    public async Task RunAsync_ExampleThatIsNoXml_IsNotAnswered() => await PassesAsync("""
        /shows:
          get: { responses: { '200': { description: ok, content: { application/xml: { examples: { response: { value: '{}' } } } } } } }
        """);

    [Fact]
    public async Task RunAsync_AnswerToMakingThatNoThingHas_IsAsDescribed() => await PassesAsync("""
        /projects:
          post:
            requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
            responses:
              '201':
                description: made
                content: { application/json: { schema: { type: object, properties: { project_id: { type: string }, number: { type: integer } } } } }
        /projects/{number}:
          parameters: [{ name: number, in: path, required: true, schema: { type: integer } }]
          get:
            responses:
              '200':
                description: ok
                content: { application/json: { schema: { type: object, required: [number], properties: { number: { type: integer }, text: { type: string } } } } }
        """);

    [Fact]
    public async Task RunAsync_LengthOfARequestWithoutBody_IsNone() => await PassesAsync("""
        /uploads:
          delete:
            parameters: [{ name: Content-Length, in: header, required: true, schema: { type: number, example: 0 } }]
            responses: { '204': { description: gone } }
        """);

    [Fact]
    public async Task RunAsync_NextPageAsAnObjectAroundItsAddress_LeadsOn() => await PassesAsync("""
        /orders:
          get:
            parameters: [{ name: offset, in: query, schema: { type: integer } }, { name: limit, in: query, schema: { type: integer } }]
            responses:
              '200':
                description: ok
                content:
                  application/json:
                    schema:
                      type: object
                      required: [orders, links]
                      properties:
                        orders: { type: array, items: { $ref: '#/components/schemas/Team' } }
                        links:
                          type: object
                          required: [next]
                          properties: { next: { type: object, required: [href], properties: { href: { type: string } } } }
        """);

    [Fact]
    public async Task RunAsync_PathsThatDifferInFragments_AreToldApartByWhatMustBeSent() => await PassesAsync("""
        /#Target=Notes.Make:
          post:
            parameters: [{ name: X-Target, in: header, required: true, schema: { type: string, enum: [Notes.Make] } }]
            requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }
            responses: { '200': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Kept' } } } } }
        /#Target=Notes.Count:
          post:
            parameters: [{ name: X-Target, in: header, required: true, schema: { type: string, enum: [Notes.Count] } }]
            responses: { '200': { description: ok, content: { application/json: { schema: { type: object, required: [count], properties: { count: { type: integer } } } } } } }
        """);

    [Fact]
    public async Task RunAsync_EntityTagsOfAnswersThatAreNoJson_AreTold() => await PassesAsync("""
        /notes/{id}:
          parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
          head: { responses: { '200': { description: ok, headers: { ETag: { schema: { type: string } }, Last-Modified: { schema: { type: string } } } } } }
          get: { responses: { '200': { description: ok, headers: { ETag: { schema: { type: string } } }, content: { text/plain: { schema: { type: string } } } } } }
        """);

    private static async Task PassesAsync(string paths)
    {
        var document = $"""
            openapi: 3.0.3
            info: {"{ title: t, version: '1' }"}
            paths:
            {paths.ReplaceLineEndings("\n  ").Insert(0, "  ")}
            components:
              schemas:
                Note: {"{ type: object, required: [text], properties: { text: { type: string, maxLength: 20 }, count: { type: integer } } }"}
                Action:
                  oneOf:
                    - {"{ type: object, required: [id, kind, to], properties: { id: { type: string }, kind: { enum: [send] }, to: { type: string } } }"}
                    - {"{ type: object, required: [id, kind, list], properties: { id: { type: string }, kind: { enum: [fork] }, list: { type: array } } }"}
                Team: {"{ type: object, required: [id], properties: { id: { type: string }, name: { type: string } } }"}
                Kept: {"{ type: object, required: [id, text], properties: { id: { type: string }, text: { type: string, maxLength: 20 } } }"}
            """;
        var loop = await ClosedLoop.RunAsync("kind", ApiSpecReader.Read(System.Text.Encoding.UTF8.GetBytes(document), "kind.yaml").Spec!,
            TestContext.Current.CancellationToken);
        loop.Failures.Should().BeEmpty();
    }
}
