using System.Text;
using Microsoft.OpenApi;

namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class ToOpenApiDocumentTests
{
    private const string Head = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n";

    private static SpecReadResult ReadFiles(params (string Name, string Text)[] files)
    {
        var others = files.ToDictionary(f => f.Name, f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Text), StringComparer.Ordinal);
        return ApiSpecReader.Read(others[files[0].Name], files[0].Name,
            new SpecReadOptions { Source = name => others.TryGetValue(name, out var text) ? text : null });
    }

    private static IOpenApiSchema Schema(OpenApiDocument document, string path) =>
        document.Paths[path].Operations![HttpMethod.Get].Responses!["200"].Content!["application/json"].Schema!;

    [Fact]
    public void ToOpenApiDocument_BooleanSchemasBesideAnId_AreWrittenAsObjects()
    {
        var spec = Texts.Spec(Head + """
            paths: {}
            components:
              schemas:
                Thing: { $id: 'https://example.test/thing', type: object, additionalProperties: false, properties: { any: true, none: false, additionalProperties: { type: string } }, allOf: [true] }
            """);
        var result = spec.ToOpenApiDocument();
        result.Problems.Should().BeEmpty();
        var thing = result.Document!.Components!.Schemas!["Thing"];
        thing.AdditionalPropertiesAllowed.Should().BeFalse();
        thing.Properties!["any"].Not.Should().BeNull("true allows everything");
        thing.Properties["none"].Not.Should().NotBeNull("false allows nothing");
        thing.Properties["additionalProperties"].Type.Should().Be(JsonSchemaType.String);
    }

    [Fact]
    public void ToOpenApiDocument_OpenApi32_IsGivenAs31AndTellsWhatItLacks()
    {
        var spec = Texts.Spec("""
            openapi: 3.2.0
            info: { title: T, version: '1' }
            paths:
              /things:
                query: { responses: { '200': { description: ok } } }
                get:
                  parameters: [{ name: q, in: querystring, content: { application/x-www-form-urlencoded: { schema: { type: object } } } }, { name: limit, in: query, schema: { type: integer } }]
                  responses: { '200': { description: ok, content: { application/jsonl: { itemSchema: { type: object } } } } }
            """);
        var (document, problems) = spec.ToOpenApiDocument();
        document!.Paths["/things"].Operations!.Keys.Should().Equal(HttpMethod.Get);
        document.Paths["/things"].Operations![HttpMethod.Get].Parameters!.Select(p => p.Name).Should().Equal("limit");
        problems.Select(p => (p.Id, p.Location.Line)).Should()
            .Equal(("conversion-newer-field", 5), ("conversion-querystring", 7), ("conversion-newer-field", 8));
        problems.Should().OnlyContain(p => p.Severity == ProblemSeverity.Warning);
        problems[0].Message.Should()
            .Be("'query' is left out: Microsoft.OpenApi 2.x knows OpenAPI 3.1, and a Path Item Object has it since 3.2. Read it from ApiSpec.");
    }

    [Fact]
    public void ToOpenApiDocument_SeveralFiles_BecomeOne()
    {
        var read = ReadFiles(
            ("main.yaml", Head + "paths: { /things: { $ref: 'paths/things.yaml' } }\ncomponents: { schemas: { Thing: { type: string } } }\n"),
            ("paths/things.yaml",
                "get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '../models.yaml#/Thing' } } } } } }\n"),
            ("models.yaml", "Thing: { type: object, properties: { next: { $ref: '#/Thing' }, name: { $ref: 'main.yaml#/components/schemas/Thing' } } }\n"));
        read.Problems.Should().BeEmpty();
        var (document, problems) = read.Spec!.ToOpenApiDocument();
        problems.Should().BeEmpty();
        document!.Components!.Schemas!.Keys.Should().Equal("Thing", "Thing_2");
        var thing = Schema(document, "/things");
        thing.Type.Should().Be(JsonSchemaType.Object);
        thing.Properties!["next"].Type.Should().Be(JsonSchemaType.Object);
        thing.Properties["name"].Type.Should().Be(JsonSchemaType.String);
    }

    [Fact]
    public void ToOpenApiDocument_PathItemsThatCircleThroughFiles_EndWithAProblem()
    {
        var read = ReadFiles(
            ("main.yaml", Head + "paths: { /things: { $ref: 'item.yaml' } }\n"),
            ("item.yaml", "post: { responses: { '200': { description: ok } }, callbacks: { again: { '{$request.body#/url}': { $ref: 'item.yaml' } } } }\n"));
        var (document, problems) = read.Spec!.ToOpenApiDocument();
        document.Should().NotBeNull();
        problems.Should().ContainSingle(p => p.Id == "conversion-circle").Which.Location.Document.Should().Be("item.yaml");
    }

    [Fact]
    public void ToOpenApiDocument_Version2_IsConverted()
    {
        var spec = Texts.Spec("""
            swagger: 2.0
            info: { title: T, version: '1' }
            host: api.example.test
            schemes: [https]
            paths: { /things: { post: { parameters: [{ in: body, name: b, schema: { $ref: '#/definitions/Thing' } }], responses: { '200': { description: ok } } } } }
            definitions: { Thing: { type: object } }
            """);
        var document = spec.ToOpenApiDocument().Document!;
        document.Servers!.Select(s => s.Url).Should().Equal("https://api.example.test");
        document.Paths["/things"].Operations![HttpMethod.Post].RequestBody!.Content!.Values.Single().Schema!.Type.Should().Be(JsonSchemaType.Object);
    }

    [Fact]
    public void ToOpenApiDocument_Twice_GivesDocumentsOfTheirOwn()
    {
        var spec = Texts.Spec(Head
            + "paths: { /things: { get: { responses: { '200': { description: ok, content: { application/json: { example: { a: 1 } } } } } } } }\n");
        spec.ToOpenApiDocument().Document!.Info.Title = "Changed";
        spec.ToOpenApiDocument().Document!.Info.Title.Should().Be("T");
    }
}
