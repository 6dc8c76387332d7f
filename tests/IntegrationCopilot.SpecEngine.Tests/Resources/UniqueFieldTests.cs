using FluentAssertions;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Which fields no two things share.</summary>
public sealed class UniqueFieldTests
{
    [Theory]
    [InlineData("A user with this email exists already.", "", "email")]
    [InlineData("The `user_name` or 'email' is taken", "", "email,userName")]
    [InlineData("The request conflicts with the state of the server.", "", "")]
    [InlineData("Conflict", "Must be unique within the account.", "nick")]
    [InlineData("Conflict", "Unique name for people", "nick")]
    [InlineData("Conflict", "Need not be anything in particular", "")]
    public void UniqueFields_ConflictDescribed_AreThoseItNamesOrThatAreCalledUnique(string conflict, string nick, string unique) =>
        Users(conflict, nick).UniqueFields.Should().BeEquivalentTo(unique.Split(',', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void UniqueFields_NoConflictDescribed_AreNone() => Users(null, "Must be unique.").UniqueFields.Should().BeEmpty();

    private static ApiResource Users(string? conflict, string nick)
    {
        var refused = conflict is null ? "" : $", \"409\": {{ \"description\": \"{conflict}\" }}";
        return Specs.Read($$$"""
            { "openapi": "3.0.3", "info": { "title": "t", "version": "1" }, "paths": {
              "/users": { "post": {
                "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/User" } } } },
                "responses": { "201": { "description": "d", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/User" } } } }{{{refused}}} } } },
              "/users/{id}": { "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
                "get": { "responses": { "200": { "description": "d", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/User" } } } } } } } },
              "components": { "schemas": { "User": { "type": "object", "properties": {
                "id": { "type": "string", "readOnly": true }, "email": { "type": "string" }, "userName": { "type": "string" },
                "nick": { "type": "string", "description": "{{{nick}}}" } } } } } }
            """).Resources.Resources.Single();
    }
}
