namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class OpenApi3Tests
{
    private const string Payments = """
        {
          "openapi": "3.0.3",
          "info": { "title": "Payments", "version": "1.0" },
          "servers": [{ "url": "https://{region}.example.com/v1", "variables": { "region": { "default": "eu" } } }],
          "security": [{ "key": [] }],
          "paths": {
            "/payments/{id}": {
              "parameters": [
                { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
                { "name": "expand", "in": "query", "schema": { "type": "boolean" } }
              ],
              "get": {
                "operationId": "getPayment",
                "tags": ["payments"],
                "parameters": [
                  { "$ref": "#/components/parameters/Trace" },
                  { "name": "expand", "in": "query", "explode": false, "schema": { "type": "array" } }
                ],
                "responses": { "200": { "$ref": "#/components/responses/Payment" }, "4XX": { "description": "no" } }
              },
              "put": {
                "security": [],
                "servers": [{ "url": "/other" }],
                "requestBody": {
                  "required": true,
                  "content": { "application/json": { "schema": true, "example": 1, "examples": { "a": { "value": 2 } } } }
                },
                "responses": { "default": { "$ref": "#/components/responses/Payment" } },
                "callbacks": { "done": { "{$request.body#/url}": { "post": { "responses": { "204": { "description": "ok" } } } } } }
              }
            }
          },
          "x-webhooks": { "payment.failed": { "post": { "responses": { "200": { "description": "ok" } } } } },
          "components": {
            "securitySchemes": {
              "key": { "type": "apiKey", "in": "header", "name": "X-Key" },
              "oauth": { "type": "oauth2", "flows": { "clientCredentials": { "tokenUrl": "/token", "scopes": { "read": "Read" } } } }
            },
            "parameters": { "Trace": { "name": "X-Trace", "in": "header", "schema": { "type": "string" } } },
            "responses": {
              "Payment": {
                "description": "A payment",
                "headers": { "content-type": { "schema": {} }, "ETag": { "required": true, "schema": { "type": "string" } } },
                "content": { "application/json": { "schema": { "type": "object" } } }
              }
            }
          }
        }
        """;

    private readonly ApiSpec spec = Texts.Spec(Payments);

    [Fact]
    public void Parameters_OfPathAndOperation_AreMerged()
    {
        var parameters = spec.FindOperation("get", "/payments/{id}")!.Parameters;
        parameters.Select(p => (p.Name, p.Place, p.Required, p.Style, p.Explode)).Should().Equal(
            ("id", ParameterPlace.Path, true, SerializationStyle.Simple, false),
            ("expand", ParameterPlace.Query, false, SerializationStyle.Form, false),
            ("X-Trace", ParameterPlace.Header, false, SerializationStyle.Simple, false));
    }

    [Fact]
    public void Responses_ByReference_AreFollowed()
    {
        var responses = spec.FindOperation("GET", "/payments/{id}")!.Responses;
        responses.Select(r => r.Status).Should().Equal("200", "4XX");
        responses[0].Headers.Should().ContainSingle().Which.Name.Should().Be("ETag");
        responses[0].Content[0].IsJson.Should().BeTrue();
        spec.FindOperation("PUT", "/payments/{id}")!.FindResponse(500)!.Description.Should().Be("A payment");
    }

    [Fact]
    public void RequestBody_Examples_ComeInOrder()
    {
        var body = spec.FindOperation("PUT", "/payments/{id}")!.RequestBody!;
        body.Required.Should().BeTrue();
        body.Content[0].Examples.Select(e => (e.Name, e.Value.GetInt64())).Should().Equal(("", 1L), ("a", 2L));
    }

    [Fact]
    public void Security_OfOperation_ReplacesTheDocuments()
    {
        spec.FindOperation("GET", "/payments/{id}")!.Security.Should().ContainSingle()
            .Which.Requirements.Should().ContainSingle().Which.Scheme!.KeyName.Should().Be("X-Key");
        spec.FindOperation("PUT", "/payments/{id}")!.Security.Should().BeEmpty();
        spec.SecuritySchemes[1].Flows.Should().ContainSingle().Which.Scopes.Should().ContainKey("read");
    }

    [Fact]
    public void Servers_AreInheritedWithDefaults()
    {
        spec.FindOperation("GET", "/payments/{id}")!.Servers.Should().ContainSingle().Which.Url.Should().Be("https://eu.example.com/v1");
        spec.FindOperation("PUT", "/payments/{id}")!.Servers.Should().ContainSingle().Which.Url.Should().Be("/other");
    }

    [Fact]
    public void CallsBack_AreReadAsOperations()
    {
        spec.FindOperation("PUT", "/payments/{id}")!.Callbacks.Should().ContainSingle().Which.Id.Should().Be("POST {$request.body#/url}");
        spec.Webhooks.Should().ContainSingle().Which.Path.Should().Be("payment.failed");
        spec.Groups.Should().ContainSingle().Which.Operations.Should().HaveCount(2);
    }

    [Fact]
    public void AdditionalOperations_Of32_AreRead()
    {
        var newer = Texts.Spec("""
            {"openapi":"3.2.0","info":{"title":"t","version":"1"},"paths":{"/a":{
              "query":{"responses":{"200":{"description":"ok"}}},
              "additionalOperations":{"LINK":{"parameters":[{"name":"q","in":"querystring","content":{"application/json":{}}}],"responses":{"200":{"description":"ok"}}}}}}}
            """);
        newer.Operations.Select(o => o.Id).Should().Equal("QUERY /a", "LINK /a");
        newer.Operations[1].Parameters[0].Place.Should().Be(ParameterPlace.QueryString);
    }
}
