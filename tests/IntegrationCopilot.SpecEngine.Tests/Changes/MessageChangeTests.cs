namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>What changes of paths, operations, parameters, bodies, answers, security and servers mean.</summary>
public sealed class MessageChangeTests
{
    private const string Ok = """ "responses": { "200": { "description": "ok" } } """;

    [Theory]
    [InlineData(""" "/a": { "get": {ok} } """, "", "!path-removed")]
    [InlineData("", """ "/a": { "get": {ok} } """, "path-added")]
    [InlineData(""" "/a": { "get": {ok}, "put": {ok} } """, """ "/a": { "get": {ok} } """, "!operation-removed")]
    [InlineData(""" "/a": { "get": {ok} } """, """ "/a": { "get": {ok}, "put": {ok} } """, "operation-added")]
    [InlineData(""" "/a/{id}": { "get": { "parameters": [{ "name": "id", "in": "path", "required": true }], {} } } """,
        """ "/a/{key}": { "get": { "parameters": [{ "name": "key", "in": "path", "required": true }], {} } } """,
        "parameter-renamed path-parameter-names-changed")]
    [InlineData(""" "/v1/a": { "get": {ok} } """, """ "/v2/a": { "get": {ok} } """, "!path-changed")]
    [InlineData(""" "/a": { "get": { "operationId": "x", {} } } """, """ "/b": { "get": { "operationId": "x", {} } } """, "!path-changed")]
    [InlineData(""" "/a": { "get": { "operationId": "x", {} } } """, """ "/a": { "get": { "operationId": "y", {} } } """, "operation-id-changed")]
    [InlineData(""" "/a": { "get": {ok} } """, """ "/a": { "get": { "deprecated": true, {} } } """, "deprecated")]
    [InlineData(""" "/a": { "get": { "deprecated": true, {} } } """, """ "/a": { "get": {ok} } """, "no-longer-deprecated")]
    [InlineData(""" "/a": { "get": { "x-sunset": "2030-01-01", {} } } """, """ "/a": { "get": { "x-sunset": "2029-01-01", {} } } """, "sunset-changed")]
    [InlineData(""" "/a": { "get": { "x-any": { "a": 1 }, {} } } """, """ "/a": { "get": { "x-any": { "a": 2, "b": 3 }, {} } } """, "extension-changed")]
    [InlineData(""" "/a": { "get": { "tags": ["a"], "summary": "b", {} } } """, """ "/a": { "get": { "tags": ["c"], "description": "d", {} } } """,
        "documentation-changed documentation-changed documentation-changed documentation-changed")]
    public void Compare_APathOrOperationChanged_IsJudged(string old, string @new, string rules) => Check(Paths(old), Paths(@new), rules);

    [Theory]
    [InlineData("", """{ "name": "a", "in": "query" }""", "request-parameter-added")]
    [InlineData("", """{ "name": "a", "in": "header", "required": true }""", "!request-required-parameter-added")]
    [InlineData("""{ "name": "a", "in": "cookie" }""", "", "!request-parameter-removed")]
    [InlineData("""{ "name": "a", "in": "query" }""", """{ "name": "a", "in": "header" }""", "!request-parameter-removed request-parameter-added")]
    [InlineData("""{ "name": "a", "in": "query" }""", """{ "name": "a", "in": "query", "required": true }""", "!request-became-required")]
    [InlineData("""{ "name": "a", "in": "query", "required": true }""", """{ "name": "a", "in": "query" }""", "request-became-optional")]
    [InlineData("""{ "name": "a", "in": "query" }""", """{ "name": "a", "in": "query", "required": false, "style": "form", "explode": true }""",
        "written-differently written-differently written-differently")]
    [InlineData("""{ "name": "a", "in": "query" }""", """{ "name": "a", "in": "query", "explode": false }""", "!serialization-changed")]
    [InlineData("""{ "name": "a", "in": "query" }""", """{ "name": "a", "in": "query", "allowEmptyValue": true }""", "request-empty-value-allowed")]
    [InlineData("""{ "name": "a", "in": "query", "allowEmptyValue": true }""", """{ "name": "a", "in": "query" }""", "!request-empty-value-refused")]
    [InlineData("""{ "name": "A", "in": "header" }""", """{ "name": "a", "in": "header" }""", "parameter-renamed")]
    [InlineData("""{ "name": "a", "in": "query" }""", """{ "name": "a", "in": "query", "schema": { "type": "string" } }""", "!request-schema-added")]
    [InlineData("""{ "name": "a", "in": "query", "schema": { "type": "string" } }""", """{ "name": "a", "in": "query" }""", "schema-presence-changed")]
    [InlineData("""{ "name": "a", "in": "query", "schema": { "type": "integer" } }""", """{ "name": "a", "in": "query", "schema": { "type": "string" } }""",
        "request-type-widened")]
    [InlineData("", """{ "name": "id", "in": "path", "required": true }""", "path-parameter-described")]
    [InlineData("""{ "name": "a", "in": "query", "description": "x", "example": 1 }""", """{ "name": "a", "in": "query", "description": "y", "example": 2 }""",
        "documentation-changed documentation-changed")]
    public void Compare_AParameterChanged_IsJudged(string old, string @new, string rules) =>
        Check(Paths($$""" "/a/{id}": { "get": { "parameters": [{{old}}], {} } } """), Paths($$""" "/a/{id}": { "get": { "parameters": [{{@new}}], {} } } """),
            rules);

    [Theory]
    [InlineData("", """ "requestBody": { "content": {} }, """, "request-body-added")]
    [InlineData("", """ "requestBody": { "required": true, "content": {} }, """, "!request-required-body-added")]
    [InlineData(""" "requestBody": { "content": {} }, """, "", "!request-body-removed")]
    [InlineData(""" "requestBody": { "content": {} }, """, """ "requestBody": { "required": true, "content": {} }, """, "!request-became-required")]
    [InlineData(""" "requestBody": { "content": { "a/b": {}, "a/c": {} } }, """, """ "requestBody": { "content": { "a/c": {} } }, """,
        "!request-media-type-removed")]
    [InlineData(""" "requestBody": { "content": { "a/b": {} } }, """, """ "requestBody": { "content": { "a/b": {}, "a/c": {} } }, """,
        "request-media-type-added")]
    [InlineData(""" "requestBody": { "content": { "*/*": {} } }, """, """ "requestBody": { "content": { "a/b": {} } }, """, "!request-media-type-narrowed")]
    [InlineData(""" "requestBody": { "content": { "a/b": {} } }, """, """ "requestBody": { "content": { "*/*": {} } }, """, "request-media-type-widened")]
    [InlineData(""" "requestBody": { "content": { "a/b": {} } }, """, """ "requestBody": { "content": { "a/b; c=d": {} } }, """,
        "media-type-parameters-changed")]
    [InlineData(""" "requestBody": { "content": { "a/b": { "encoding": { "x": { "style": "form" } } } } }, """,
        """ "requestBody": { "content": { "a/b": { "encoding": { "x": { "style": "pipeDelimited" } } } } }, """, "!encoding-changed")]
    public void Compare_ARequestBodyChanged_IsJudged(string old, string @new, string rules) =>
        Check(Paths($$""" "/a": { "post": { {{old}} {} } } """), Paths($$""" "/a": { "post": { {{@new}} {} } } """), rules);

    [Theory]
    [InlineData(""" "200": { "description": "a" }, "201": { "description": "b" } """, """ "200": { "description": "a" } """, "!response-removed")]
    [InlineData(""" "200": { "description": "a" } """, """ "200": { "description": "a" }, "202": { "description": "b" } """, "response-added")]
    [InlineData(""" "200": { "description": "a" }, "404": { "description": "b" } """, """ "200": { "description": "a" } """, "response-error-removed")]
    [InlineData(""" "200": { "content": { "a/b": {}, "a/c": {} } } """, """ "200": { "content": { "a/b": {} } } """, "!response-media-type-removed")]
    [InlineData(""" "200": { "content": { "a/b": {} } } """, """ "200": { "content": { "a/b": {}, "a/c": {} } } """, "response-media-type-added")]
    [InlineData(""" "200": { "content": { "a/b": { "schema": { "type": "string" } } } } """, """ "200": { "content": { "a/b": {} } } """,
        "!response-schema-removed")]
    [InlineData(""" "200": { "content": { "a/b": { "schema": { "type": "string", "format": "binary" } } } } """, """ "200": { "content": { "a/b": {} } } """,
        "schema-presence-changed")]
    [InlineData(""" "200": { "content": { "*/*": {} } } """, """ "200": { "content": { "a/b": {} } } """, "response-media-type-narrowed")]
    [InlineData(""" "200": { "content": { "a/b": {} } } """, """ "200": { "content": { "a/*": {} } } """, "!response-media-type-widened")]
    [InlineData(""" "200": { "headers": { "A": {} } } """, """ "200": { "headers": {} } """, "!response-header-removed")]
    [InlineData(""" "200": { "headers": {} } """, """ "200": { "description": "ok" } """, "documentation-changed written-differently")]
    [InlineData(""" "200": { "headers": {} } """, """ "200": { "headers": { "A": {} } } """, "response-header-added")]
    [InlineData(""" "200": { "headers": { "A": { "required": true } } } """, """ "200": { "headers": { "A": {} } } """, "!response-header-became-optional")]
    [InlineData(""" "200": { "headers": { "A": {} } } """, """ "200": { "headers": { "A": { "required": true } } } """, "response-header-became-required")]
    [InlineData(""" "200": { "headers": { "A": {} } } """, """ "200": { "headers": { "a": {} } } """, "parameter-renamed")]
    [InlineData(""" "200": { "links": { "A": { "operationId": "a" } } } """, """ "200": { "links": { "A": { "operationId": "b" } } } """, "link-changed")]
    public void Compare_AnAnswerChanged_IsJudged(string old, string @new, string rules) =>
        Check(Paths($$""" "/a": { "get": { "responses": { {{old}} } } } """), Paths($$""" "/a": { "get": { "responses": { {{@new}} } } } """), rules);

    [Theory]
    [InlineData("", """, "security": [{ "a": [] }] """, "!security-tightened")]
    [InlineData(""", "security": [{ "a": [] }] """, "", "security-loosened")]
    [InlineData(""", "security": [{ "a": [] }] """, """, "security": [{ "a": [] }, { "b": [] }] """, "security-loosened")]
    [InlineData(""", "security": [{ "a": [] }, { "b": [] }] """, """, "security": [{ "a": [] }] """, "!security-tightened")]
    [InlineData(""", "security": [{ "a": [] }] """, """, "security": [{ "b": [] }] """, "!security-tightened security-loosened")]
    [InlineData(""", "security": [{ "a": ["x"] }] """, """, "security": [{ "a": ["x", "y"] }] """, "!security-tightened")]
    [InlineData(""", "security": [{ "a": ["x", "y"] }] """, """, "security": [{ "a": ["x"] }] """, "security-loosened")]
    [InlineData(""", "security": [{ "a": [] }] """, """, "security": [{ "a": [], "b": [] }] """, "!security-tightened security-loosened")]
    [InlineData(""", "security": [{}] """, """, "security": [] """, "security-loosened")]
    [InlineData(""", "servers": [{ "url": "https://a" }, { "url": "https://b" }] """, """, "servers": [{ "url": "https://b" }] """, "!server-removed")]
    [InlineData(""", "servers": [{ "url": "https://a" }] """, """, "servers": [{ "url": "https://a" }, { "url": "https://b" }] """, "server-added")]
    [InlineData(""", "servers": [{ "url": "https://{x}", "variables": { "x": { "default": "a" } } }] """,
        """, "servers": [{ "url": "https://{x}", "variables": { "x": { "default": "b" } } }] """, "!server-variable-changed")]
    [InlineData(""", "servers": [{ "url": "https://{x}", "variables": { "x": { "default": "a", "enum": ["a"] } } }] """,
        """, "servers": [{ "url": "https://{x}", "variables": { "x": { "default": "a", "enum": ["a", "b"] } } }] """, "server-variable-widened")]
    [InlineData(""", "webhooks": { "w": { "post": {ok} } } """, """, "webhooks": {} """, "!webhook-removed")]
    [InlineData(""", "webhooks": {} """, """, "webhooks": { "w": { "post": {ok} } } """, "webhook-added")]
    [InlineData(""", "webhooks": { "w": { "post": { "requestBody": { "content": { "a/b": { "schema": { "enum": [1] } } } }, {} } } } """,
        """, "webhooks": { "w": { "post": { "requestBody": { "content": { "a/b": { "schema": { "enum": [1, 2] } } } }, {} } } } """,
        "!response-enum-value-added")]
    [InlineData(""", "webhooks": { "w": { "post": { "responses": { "200": { "content": { "a/b": { "schema": { "enum": [1] } } } } } } } } """,
        """, "webhooks": { "w": { "post": { "responses": { "200": { "content": { "a/b": { "schema": { "enum": [1, 2] } } } } } } } } """,
        "request-enum-value-added")]
    [InlineData(""", "jsonSchemaDialect": "https://a" """, """, "jsonSchemaDialect": "https://b" """, "field-changed")]
    public void Compare_WhatHoldsForAllChanged_IsJudged(string old, string @new, string rules)
    {
        const string paths = """ "/a": { "get": {ok} } """;
        Check(ComparedTexts.Document(paths, more: old), ComparedTexts.Document(paths, more: @new), rules);
    }

    [Theory]
    [InlineData(""" "a": { "type": "http", "scheme": "basic" } """, """ "a": { "type": "http", "scheme": "bearer" } """, "!security-scheme-changed")]
    [InlineData(""" "b": { "type": "http", "scheme": "basic" } """, """ "b": { "type": "http", "scheme": "bearer" } """, "unused-security-scheme-changed")]
    [InlineData(""" "a": { "type": "oauth2", "flows": { "password": { "tokenUrl": "/t" } } } """,
        """ "a": { "type": "oauth2", "flows": { "password": { "tokenUrl": "/t" }, "clientCredentials": { "tokenUrl": "/t" } } } """,
        "security-scheme-extended")]
    [InlineData(""" "a": { "type": "oauth2", "flows": { "password": { "tokenUrl": "/t" } } } """,
        """ "a": { "type": "oauth2", "flows": { "password": { "tokenUrl": "/u" } } } """, "!security-scheme-changed")]
    [InlineData(""" "a": { "type": "http", "description": "x" } """, """ "a": { "type": "http", "description": "y" } """, "documentation-changed")]
    public void Compare_ASecuritySchemeChanged_IsJudged(string old, string @new, string rules)
    {
        const string paths = """ "/a": { "get": { "security": [{ "a": [] }], {} } } """;
        Check(ComparedTexts.Document(paths, $$""" "securitySchemes": { {{old}} } """), ComparedTexts.Document(paths, $$""" "securitySchemes": { {{@new}} } """),
            rules);
    }

    [Fact]
    public void Compare_AParameterMovedFromThePathToItsOperations_MeansTheSame()
    {
        const string parameter = """ "parameters": [{ "name": "a", "in": "query" }], """;
        Check(Paths($$""" "/a": { {{parameter}} "get": {ok} } """), Paths($$""" "/a": { "get": { {{parameter}} {} } } """), "parameter-moved parameter-moved");
    }

    [Fact]
    public void Compare_APathThatIsPartOfTheServerNow_IsTheSameAddress() => Check(
        ComparedTexts.Document(""" "/v1/a": { "get": { "operationId": "x", {} } } """, more: """, "servers": [{ "url": "https://h" }] """),
        ComparedTexts.Document(""" "/a": { "get": { "operationId": "x", {} } } """,
            more: """, "servers": [{ "url": "https://h/v1" }, { "url": "https://h" }] """),
        "path-moved-into-server server-added");

    private static string Paths(string paths) => ComparedTexts.Document(paths);

    private static void Check(string old, string @new, string rules) =>
        ComparedTexts.Rules(ComparedTexts.Compare(Complete(old), Complete(@new))).Should().Be(rules);

    private static string Complete(string text) => text.Replace("{ok}", $"{{ {Ok} }}", StringComparison.Ordinal)
        .Replace(", {} }", $", {Ok} }}", StringComparison.Ordinal).Replace("] , {} }", $"], {Ok} }}", StringComparison.Ordinal)
        .Replace(",  {} }", $", {Ok} }}", StringComparison.Ordinal)
        .Replace("{  {} }", $"{{ {Ok} }}", StringComparison.Ordinal);
}
