namespace IntegrationCopilot.MockGen.Tests;

/// <summary>A description with payments, subscriptions, webhooks and a callback.</summary>
internal static class Paying
{
    public const string Document = """
        openapi: 3.1.0
        info: { title: Paying, version: "1" }
        paths:
          /payments:
            post:
              operationId: createPayment
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewPayment" } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } } }
              callbacks:
                settled:
                  "{$request.body#/notify_url}/settled?id={$response.body#/id}":
                    post: { operationId: paymentSettled, requestBody: { content: { application/json: { schema: { type: object, required: [payment_id], properties: { payment_id: { type: string } } } } } }, responses: { "200": { description: ok } } }
            get: { operationId: listPayments, responses: { "200": { description: all, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Payment" } } } } } } }
          /payments/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { operationId: getPayment, responses: { "200": { description: one, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } } } }
            delete: { operationId: deletePayment, responses: { "204": { description: gone } } }
          /payments/{id}/capture:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            post: { operationId: capturePayment, responses: { "200": { description: captured, content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } } } } }
          /webhooks:
            post:
              operationId: createWebhook
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewWebhook" } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Webhook" } } } } }
            get: { operationId: listWebhooks, responses: { "200": { description: all, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Webhook" } } } } } } }
          /webhooks/{webhook_id}:
            parameters: [{ name: webhook_id, in: path, required: true, schema: { type: string } }]
            get: { operationId: getWebhook, responses: { "200": { description: one, content: { application/json: { schema: { $ref: "#/components/schemas/Webhook" } } } } } }
            delete: { operationId: deleteWebhook, responses: { "204": { description: gone } } }
          /webhooks/{webhook_id}/ping:
            parameters: [{ name: webhook_id, in: path, required: true, schema: { type: string } }]
            post: { operationId: pingWebhook, responses: { "204": { description: sent } } }
        webhooks:
          paymentEvent:
            post:
              operationId: onPaymentEvent
              parameters:
                - { name: webhook-id, in: header, required: true, schema: { type: string } }
                - { name: webhook-timestamp, in: header, required: true, schema: { type: string } }
                - { name: webhook-signature, in: header, required: true, schema: { type: string } }
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Event" } } } }
              responses: { "204": { description: taken } }
        components:
          schemas:
            NewPayment: { type: object, required: [amount], properties: { amount: { type: integer, minimum: 1 }, notify_url: { type: string, format: uri } } }
            Payment: { type: object, required: [id, amount, status], properties: { id: { type: string, pattern: "^pay_[a-z0-9]{8}$" }, amount: { type: integer, minimum: 1 }, status: { type: string, enum: [open, captured] } } }
            NewWebhook: { type: object, required: [url], properties: { url: { type: string, format: uri }, events: { type: array, items: { type: string } }, secret: { type: string } } }
            Webhook: { type: object, required: [id, url], properties: { id: { type: string }, url: { type: string, format: uri }, events: { type: array, items: { type: string } } } }
            Event:
              type: object
              required: [id, type, created, data]
              additionalProperties: false
              properties:
                id: { type: string }
                type: { type: string, enum: [payment.created, payment.captured, payment.deleted] }
                created: { type: string, format: date-time }
                data: { type: object, required: [payment], properties: { payment: { $ref: "#/components/schemas/Payment" } } }
        """;
}
