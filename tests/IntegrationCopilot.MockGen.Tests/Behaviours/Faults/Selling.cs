namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A description with idempotency keys, entity tags, a limit and refunds.</summary>
internal static class Selling
{
    public const string Document = """
        openapi: 3.1.0
        info: { title: Selling, version: "1" }
        paths:
          /orders:
            get: { operationId: listOrders, responses: { "200": { description: all, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Order" } } } } }, "429": { description: slow down } } }
            post:
              operationId: createOrder
              parameters: [{ name: Idempotency-Key, in: header, required: true, schema: { type: string } }]
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewOrder" } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }, "400": { description: bad }, "422": { description: reused } }
          /orders/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get:
              operationId: getOrder
              parameters: [{ name: If-None-Match, in: header, schema: { type: string } }]
              responses: { "200": { description: one, headers: { ETag: { schema: { type: string } } }, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }, "304": { description: same }, "404": { description: none } }
            put:
              operationId: replaceOrder
              parameters: [{ name: If-Match, in: header, schema: { type: string } }]
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewOrder" } } } }
              responses: { "200": { description: replaced, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }, "404": { description: none }, "412": { description: changed meanwhile } }
          /orders/{id}/refund:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            post:
              operationId: refundOrder
              requestBody: { content: { application/json: { schema: { type: object, properties: { amount: { type: integer, minimum: 1 } } } } } }
              responses: { "200": { description: given back, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }, "404": { description: none }, "422": { description: too much } }
        components:
          schemas:
            NewOrder: { type: object, required: [amount], properties: { amount: { type: integer, minimum: 1 } } }
            Order: { type: object, required: [id, amount], properties: { id: { type: string, readOnly: true }, amount: { type: integer, minimum: 1 } } }
        """;
}
