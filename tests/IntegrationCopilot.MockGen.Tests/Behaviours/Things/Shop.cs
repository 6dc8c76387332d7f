namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A shop with customers, their addresses, and orders that pass through states.</summary>
internal static class Shop
{
    public const string Yaml = """
        openapi: 3.1.0
        info: { title: Shop, version: "1" }
        paths:
          /customers:
            get:
              operationId: listCustomers
              parameters:
                - { name: name, in: query, schema: { type: string } }
                - { name: sort, in: query, schema: { type: string } }
              responses:
                "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Customer" } }, example: [{ id: 7, name: Ada, created_at: "2024-01-01T00:00:00Z" }] } } }
            post:
              operationId: createCustomer
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewCustomer" } } } }
              responses:
                "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Customer" } } } }
          /customers/{customerId}:
            parameters: [{ name: customerId, in: path, required: true, schema: { type: integer }, example: 7 }]
            get: { operationId: getCustomer, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Customer" } } } }, "404": { description: none } } }
            put:
              operationId: replaceCustomer
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewCustomer" } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Customer" } } } } }
            patch:
              operationId: updateCustomer
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { name: { type: string }, email: { type: [string, "null"] } } } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Customer" } } } } }
            delete: { operationId: deleteCustomer, responses: { "204": { description: gone } } }
          /customers/{customerId}/addresses:
            parameters: [{ name: customerId, in: path, required: true, schema: { type: integer }, example: 7 }]
            get: { operationId: listAddresses, responses: { "200": { description: ok, content: { application/json: { schema: { type: object, required: [data, total], properties: { data: { type: array, items: { $ref: "#/components/schemas/Address" } }, total: { type: integer } } } } } } } }
            post:
              operationId: createAddress
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [city], properties: { city: { type: string } } } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Address" } } } } }
          /customers/{customerId}/addresses/{addressId}:
            parameters:
              - { name: customerId, in: path, required: true, schema: { type: integer }, example: 7 }
              - { name: addressId, in: path, required: true, schema: { type: string } }
            get: { operationId: getAddress, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Address" } } } } } }
            delete: { operationId: deleteAddress, responses: { "204": { description: gone } } }
          /orders:
            post:
              operationId: createOrder
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [amount], properties: { amount: { type: integer }, note: { type: string } } } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
            get: { operationId: listOrders, responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Order" } } } } } } }
          /orders/{orderId}:
            parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
            get: { operationId: getOrder, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } } }
          /orders/{orderId}/capture:
            parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
            post: { operationId: captureOrder, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }, "409": { description: conflict } } }
          /orders/{orderId}/cancel:
            parameters: [{ name: orderId, in: path, required: true, schema: { type: string } }]
            post: { operationId: cancelOrder, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }, "409": { description: conflict } } }
        components:
          schemas:
            NewCustomer: { type: object, required: [name], properties: { name: { type: string }, email: { type: [string, "null"] }, password: { type: string, writeOnly: true } } }
            Customer:
              type: object
              required: [id, name, created_at]
              properties: { id: { type: integer }, name: { type: string }, email: { type: [string, "null"] }, created_at: { type: string, format: date-time }, updated_at: { type: string, format: date-time } }
            Address: { type: object, required: [id, city], properties: { id: { type: string, format: uuid }, city: { type: string } } }
            Order:
              type: object
              required: [id, amount, status]
              properties:
                id: { type: string, pattern: "^ord_[a-z0-9]{12}$", examples: [ord_abcdef123456] }
                amount: { type: integer }
                note: { type: string }
                status: { enum: [created, captured, canceled] }
        """;
}
