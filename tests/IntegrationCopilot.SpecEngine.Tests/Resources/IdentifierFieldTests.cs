using FluentAssertions;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Which field of a thing the parameter takes that names it.</summary>
public sealed class IdentifierFieldTests
{
    [Theory]
    [InlineData("issues", "index", "integer", "index of the issue", """{ "id": { "type": "integer" }, "number": { "type": "integer" } }""", "/number")]
    [InlineData("users", "username", "string", null, """{ "id": { "type": "integer" }, "login": { "type": "string" } }""", "/login")]
    [InlineData("tags", "tag", "string", "name of the tag", """{ "id": { "type": "string" }, "name": { "type": "string" } }""", "/name")]
    [InlineData("tags", "tag", "string", null, """{ "id": { "type": "string" }, "name": { "type": "string" } }""", "/id")]
    [InlineData("sites", "site_id", "string", "UUID or name of the site", """{ "id": { "type": "string" }, "name": { "type": "string" } }""", "/id")]
    [InlineData("jobs", "task", "string", "task to run", """{ "schedule": { "type": "string" }, "name": { "type": "string" } }""", "/name")]
    [InlineData("users", "id", "string", null, """{ "email": { "type": "string" }, "name": { "type": "string" } }""", null)]
    [InlineData("branch_protections", "name", "string", null, """{ "branch_name": { "type": "string" }, "enabled": { "type": "boolean" } }""", "/branch_name")]
    [InlineData("repos", "owner", "string", null,
        """{ "owner": { "type": "object", "properties": { "id": { "type": "integer" }, "login": { "type": "string" } } } }""", "/owner/login")]
    public void Identifier_NamedOrDescribed_IsThatField(string things, string parameter, string type, string? description, string fields, string? field)
    {
        var told = description is null ? "" : $"\"description\": \"{description}\", ";
        var resource = Specs.Read($$"""
            { "openapi": "3.0.3", "info": { "title": "t", "version": "1" }, "paths": {
              "/{{things}}": { "get": { "responses": { "200": { "description": "d", "content": { "application/json": { "schema": {
                "type": "array", "items": { "$ref": "#/components/schemas/Thing" } } } } } } } },
              "/{{things}}/{ {{parameter}} }": {
                "parameters": [{ {{told}}"name": "{{parameter}}", "in": "path", "required": true, "schema": { "type": "{{type}}" } }],
                "get": { "responses": { "200": { "description": "d", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } },
                "delete": { "responses": { "204": { "description": "d" } } } } },
              "components": { "schemas": { "Thing": { "type": "object", "properties": {{fields}} } } } }
            """.Replace("{ " + parameter + " }", "{" + parameter + "}", StringComparison.Ordinal)).Resources.Resources.Single();
        resource.Identifier!.Field.Should().Be(field);
    }
}
