namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>The same API in OpenAPI 2.0 and 3 has no differences, and a real one is found in spite of them.</summary>
public sealed class EditionChangeTests
{
    private const string Old = """
        {
          "swagger": "2.0", "info": { "title": "Pets", "version": "1" }, "host": "pets.example", "basePath": "/v1", "schemes": ["https"],
          "consumes": ["application/json"], "produces": ["application/json"], "security": [{ "b": [] }, { "o": ["read"] }],
          "paths": {
            "/pets": {
              "parameters": [{ "$ref": "#/parameters/limit" }],
              "get": {
                "parameters": [{ "name": "tag", "in": "query", "type": "array", "items": { "type": "string" }, "collectionFormat": "multi" }],
                "responses": { "200": { "description": "ok", "schema": { "type": "array", "items": { "$ref": "#/definitions/Pet" } }, "headers": { "X": { "type": "integer" } } } }
              },
              "post": { "parameters": [{ "name": "pet", "in": "body", "required": true, "schema": { "$ref": "#/definitions/Pet" } }],
                "responses": { "201": { "$ref": "#/responses/made" } } }
            }
          },
          "parameters": { "limit": { "name": "limit", "in": "query", "type": "integer", "maximum": 9 } },
          "responses": { "made": { "description": "made" } },
          "definitions": { "Pet": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string", "maxLength": 9 }, "friend": { "$ref": "#/definitions/Pet" } } } },
          "securityDefinitions": { "b": { "type": "basic" }, "o": { "type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://a", "tokenUrl": "https://t", "scopes": { "read": "r" } } }
        }
        """;

    private const string New = """
        {
          "openapi": "3.0.3", "info": { "title": "Pets", "version": "1" }, "servers": [{ "url": "https://pets.example/v1" }], "security": [{ "b": [] }, { "o": ["read"] }],
          "paths": {
            "/pets": {
              "parameters": [{ "$ref": "#/components/parameters/limit" }],
              "get": {
                "parameters": [{ "name": "tag", "in": "query", "schema": { "type": "array", "items": { "type": "string" } } }],
                "responses": { "200": { "description": "ok", "headers": { "X": { "schema": { "type": "integer" } } },
                  "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Pet" } } } } } }
              },
              "post": { "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Pet" } } } },
                "responses": { "201": { "description": "made" } } }
            }
          },
          "components": {
            "parameters": { "limit": { "name": "limit", "in": "query", "schema": { "type": "integer", "maximum": 9 } } },
            "schemas": { "Pet": { "type": "object", "required": ["name"], "properties": { "name": { "type": "string", "maxLength": 9 }, "friend": { "$ref": "#/components/schemas/Pet" } } } },
            "securitySchemes": { "b": { "type": "http", "scheme": "basic" }, "o": { "type": "oauth2",
              "flows": { "authorizationCode": { "authorizationUrl": "https://a", "tokenUrl": "https://t", "scopes": { "read": "r" } } } } }
          }
        }
        """;

    [Fact]
    public void Compare_TheSameApiInBothEditions_TellsTheEditionOnly()
    {
        ComparedTexts.Rules(ComparedTexts.Compare(Old, New)).Should().Be("edition-changed");
        ComparedTexts.Rules(ComparedTexts.Compare(New, Old)).Should().Be("edition-changed");
    }

    [Theory]
    [InlineData("\"maxLength\": 9", "\"maxLength\": 8", "!request-limit-narrowed", "/definitions/Pet/properties/name/maxLength")]
    [InlineData("\"maximum\": 9", "\"maximum\": 8", "!request-limit-narrowed", "/parameters/limit")]
    [InlineData("\"scheme\": \"basic\"", "\"scheme\": \"bearer\"", "!security-scheme-changed", "/securityDefinitions/b")]
    [InlineData("\"201\": { \"description\": \"made\" }", "\"202\": { \"description\": \"made\" }", "!response-removed response-added", "/responses/made")]
    [InlineData("https://pets.example/v1", "https://pets.example/v2", "!server-removed server-added", "/host")]
    [InlineData("\"items\": { \"type\": \"string\" } } }]", "\"items\": { \"type\": \"string\" } }, \"explode\": false }]", "!serialization-changed",
        "/paths/~1pets/get/parameters/0")]
    public void Compare_ADifferenceBetweenEditions_IsFoundWithItsPlaceInTheOlder(string same, string other, string rules, string pointer)
    {
        New.Should().Contain(same);
        var changes = ComparedTexts.Compare(Old, New.Replace(same, other, StringComparison.Ordinal)).Where(c => c.Rule.Id != "edition-changed").ToList();
        ComparedTexts.Rules(changes).Should().Be(rules);
        changes.Select(c => c.Old?.Pointer).Should().Contain(pointer);
        changes.Where(c => c.Old is not null).Should().OnlyContain(c => c.Old!.Line > 0);
    }

    [Fact]
    public void Compare_AStoredDescription_IsNotChangedByBeingCompared()
    {
        var (old, @new) = (Specs.Read(Old), Specs.Read(New));
        var nodes = old.Document.NodeCount;
        ApiComparison.Compare(old, @new, TestContext.Current.CancellationToken);
        old.Document.NodeCount.Should().Be(nodes);
    }

    /// <summary>Whatever a document of 2.0 holds, looking at it as one of 3 ends.</summary>
    [Fact]
    public async Task Compare_RealDocumentsOf2With3_End()
    {
        var @new = Specs.Read(New);
        foreach (var file in new[] { "readme-petstore-2.0.yaml", "slack-web-v2.json" })
        {
            var old = await Specs.RealAsync(file);
            ApiComparison.Compare(old, @new, TestContext.Current.CancellationToken).Should().NotBeEmpty();
            ApiComparison.Compare(@new, old, TestContext.Current.CancellationToken).Should().NotBeEmpty();
        }
    }
}
