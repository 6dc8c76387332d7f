namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A description in which every fault of state and lists can show.</summary>
internal static class Remembering
{
    public const string Document = """
        openapi: 3.1.0
        info: { title: Remembering, version: "1" }
        paths:
          /widgets:
            get:
              operationId: listWidgets
              parameters:
                - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100, default: 50 } }
                - { name: offset, in: query, schema: { type: integer, minimum: 0 } }
                - { name: color, in: query, schema: { type: string } }
                - { name: sort, in: query, schema: { type: string, enum: [name, -name] } }
              responses: { "200": { description: all, content: { application/json: { schema: { $ref: "#/components/schemas/Widgets" } } } } }
            post:
              operationId: createWidget
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewWidget" } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Widget" } } } } }
          /widgets/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { operationId: getWidget, responses: { "200": { description: one, content: { application/json: { schema: { $ref: "#/components/schemas/Widget" } } } }, "404": { description: none } } }
            put:
              operationId: replaceWidget
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewWidget" } } } }
              responses: { "200": { description: replaced, content: { application/json: { schema: { $ref: "#/components/schemas/Widget" } } } }, "404": { description: none } }
            patch:
              operationId: updateWidget
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { name: { type: string }, color: { type: [string, "null"] } } } } } }
              responses: { "200": { description: changed, content: { application/json: { schema: { $ref: "#/components/schemas/Widget" } } } }, "404": { description: none } }
            delete: { operationId: deleteWidget, responses: { "204": { description: gone }, "404": { description: none } } }
          /slots:
            get: { operationId: listSlots, responses: { "200": { description: all, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Slot" } } } } } } }
            post:
              operationId: createSlot
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Slot" } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Slot" } } } }, "409": { description: taken } }
          /slots/{code}:
            parameters: [{ name: code, in: path, required: true, schema: { type: string } }]
            get: { operationId: getSlot, responses: { "200": { description: one, content: { application/json: { schema: { $ref: "#/components/schemas/Slot" } } } }, "404": { description: none } } }
        components:
          schemas:
            NewWidget: { type: object, required: [name], properties: { name: { type: string }, color: { type: string } } }
            Widget: { type: object, required: [id, name], properties: { id: { type: string, format: uuid, readOnly: true }, name: { type: string }, color: { type: string } } }
            Widgets: { type: object, required: [items, total], properties: { items: { type: array, items: { $ref: "#/components/schemas/Widget" } }, total: { type: integer } } }
            Slot: { type: object, required: [code], properties: { code: { type: string }, name: { type: string } } }
        """;
}
