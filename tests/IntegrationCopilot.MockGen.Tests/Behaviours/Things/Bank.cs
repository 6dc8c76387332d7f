namespace IntegrationCopilot.MockGen.Tests;

/// <summary>
/// A bank with accounts in pages, sorted and filtered, written once by idempotency keys and under conditions; their notes; and labels that clients name.
/// </summary>
internal static class Bank
{
    public const string Yaml = """
        openapi: 3.1.0
        info: { title: Bank, version: "1" }
        paths:
          /accounts:
            get:
              operationId: listAccounts
              parameters:
                - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100 } }
                - { name: offset, in: query, schema: { type: integer, minimum: 0 } }
                - { name: sort, in: query, schema: { type: string } }
                - { name: status, in: query, schema: { type: string } }
              responses:
                "200": { description: ok, content: { application/json: { schema: { type: object, required: [data, total, has_more], properties: { data: { type: array, items: { $ref: "#/components/schemas/Account" } }, total: { type: integer }, has_more: { type: boolean } } }, example: { data: [], total: 0, has_more: false } } } }
            post:
              operationId: createAccount
              parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewAccount" } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Account" } } } } }
          /accounts/{accountId}:
            parameters: [{ name: accountId, in: path, required: true, schema: { type: string } }]
            get: { operationId: getAccount, responses: { "200": { description: ok, headers: { ETag: { schema: { type: string } } }, content: { application/json: { schema: { $ref: "#/components/schemas/Account" } } } } } }
            patch:
              operationId: updateAccount
              parameters: [{ name: If-Match, in: header, schema: { type: string } }]
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewAccount" } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Account" } } } }, "412": { description: changed } }
            delete: { operationId: deleteAccount, responses: { "204": { description: gone } } }
          /accounts/{accountId}/close:
            parameters: [{ name: accountId, in: path, required: true, schema: { type: string } }]
            post: { operationId: closeAccount, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Account" } } } }, "409": { description: closed } } }
          /accounts/{accountId}/notes:
            parameters: [{ name: accountId, in: path, required: true, schema: { type: string } }]
            get:
              operationId: listNotes
              parameters: [{ name: cursor, in: query, schema: { type: string } }, { name: limit, in: query, schema: { type: integer, minimum: 1 } }]
              responses: { "200": { description: ok, content: { application/json: { schema: { type: object, required: [notes], properties: { notes: { type: array, items: { $ref: "#/components/schemas/Note" } }, next_cursor: { type: [string, "null"] } } } } } } }
            post:
              operationId: createNote
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [text], properties: { text: { type: string } } } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Note" } } } } }
          /accounts/{accountId}/notes/{noteId}:
            parameters: [{ name: accountId, in: path, required: true, schema: { type: string } }, { name: noteId, in: path, required: true, schema: { type: integer } }]
            delete: { operationId: deleteNote, responses: { "204": { description: gone } } }
          /labels:
            get: { operationId: listLabels, responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Label" } }, example: [] } } } } }
          /labels/{key}:
            parameters: [{ name: key, in: path, required: true, schema: { type: string } }]
            get: { operationId: getLabel, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Label" } } } } } }
            put:
              operationId: putLabel
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [colour], properties: { colour: { type: string } } } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Label" } } } }, "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Label" } } } } }
            delete: { operationId: deleteLabel, responses: { "204": { description: gone } } }
        components:
          schemas:
            NewAccount: { type: object, required: [name], properties: { name: { type: string } } }
            Account: { type: object, required: [id, name, status], properties: { id: { type: string, format: uuid }, name: { type: string }, status: { enum: [open, closed] } } }
            Note: { type: object, required: [id, text], properties: { id: { type: integer, example: 1 }, text: { type: string } } }
            Label: { type: object, required: [key, colour], properties: { key: { type: string }, colour: { type: string } } }
        """;
}
