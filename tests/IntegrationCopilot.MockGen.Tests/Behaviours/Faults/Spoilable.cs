namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A description in which every stateless fault can show.</summary>
internal static class Spoilable
{
    public const string Valid = """{"name":"one","kind":"small","price":5,"code":"ABC","tags":["x"],"email":"a@example.org"}""";

    public const string Document = """
        openapi: 3.1.0
        info: { title: Spoilable, version: "1" }
        security: [{ token: ["things:use"] }]
        paths:
          /things:
            get:
              operationId: listThings
              parameters:
                - { name: X-Tenant, in: header, schema: { type: string } }
                - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100 } }
                - { name: area, in: query, required: true, schema: { type: string } }
              responses:
                "200": { description: all, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Thing" } } } } }
                "429": { description: slow down, headers: { Retry-After: { required: true, schema: { type: integer } } } }
            post:
              operationId: createThing
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewThing" } } } }
              responses:
                "201":
                  description: made
                  headers:
                    Location: { required: true, schema: { type: string, format: uri-reference }, example: /things/1 }
                    X-Version: { required: true, schema: { type: integer } }
                  content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
                "400": { description: bad, content: { application/json: { schema: { $ref: "#/components/schemas/Error" } } } }
          /things/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get:
              operationId: getThing
              responses:
                "200": { description: one, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
                "404": { description: none, content: { application/json: { schema: { $ref: "#/components/schemas/Error" } } } }
            delete: { operationId: deleteThing, responses: { "204": { description: gone } } }
        components:
          securitySchemes:
            token: { type: oauth2, flows: { clientCredentials: { tokenUrl: /token, scopes: { "things:use": use things } } } }
          schemas:
            NewThing:
              type: object
              additionalProperties: false
              required: [name]
              properties:
                name: { type: string, minLength: 1, maxLength: 20 }
                kind: { type: string, enum: [small, large] }
                price: { type: number, minimum: 0, maximum: 1000 }
                code: { type: string, pattern: "^[A-Z]{3}$" }
                tags: { type: array, minItems: 1, items: { type: string } }
                email: { type: string, format: email }
            Thing:
              type: object
              additionalProperties: false
              required: [id, display_name, kind, created_at, price, code, email]
              properties:
                id: { type: string, format: uuid }
                display_name: { type: string, minLength: 1, maxLength: 20 }
                kind: { type: string, enum: [small, large] }
                created_at: { type: string, format: date-time }
                price: { type: number, minimum: 0, maximum: 1000 }
                code: { type: string, pattern: "^[A-Z]{3}$" }
                email: { type: string, format: email }
            Error: { type: object, required: [code, message], properties: { code: { type: string }, message: { type: string } } }
        """;
}
