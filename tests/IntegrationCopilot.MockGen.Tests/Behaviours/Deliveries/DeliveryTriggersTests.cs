namespace IntegrationCopilot.MockGen.Tests;

public sealed class DeliveryTriggersTests
{
    private const string Thing = """{ "type": "object", "required": ["id"], "properties": { "id": { "type": "string" } } }""";

    [Theory]
    [InlineData("order.created", "POST /orders")]
    [InlineData("newOrder", "POST /orders")]
    [InlineData("ORDER_UPDATED", "PATCH /orders/{id}")]
    [InlineData("orderChanged", "PATCH /orders/{id}")]
    [InlineData("order-deleted", "DELETE /orders/{id}")]
    [InlineData("orders/removed", "DELETE /orders/{id}")]
    [InlineData("order.cancelled", "POST /orders/{id}/cancel")]
    [InlineData("order.canceled", "POST /orders/{id}/cancel")]
    [InlineData("order.succeeded", "POST /orders")]
    [InlineData("order.paid", "POST /orders/{id}/pay")]
    public void Of_WebhookNamesThingAndVerb_IsCausedByThatOperation(string webhook, string cause) => Causes(webhook).Should().Equal(cause);

    [Theory]
    [InlineData("order.failed")]
    [InlineData("invoice.created")]
    [InlineData("ping")]
    [InlineData("border.created")]
    public void Of_WebhookNamesSomethingElse_IsCausedByNothing(string webhook) => Causes(webhook).Should().BeEmpty();

    [Fact]
    public void Of_WebhookNamesOnlyTheThing_IsCausedByEveryWrite() =>
        Causes("orderEvent").Should().Equal("POST /orders", "PATCH /orders/{id}", "DELETE /orders/{id}", "POST /orders/{id}/cancel", "POST /orders/{id}/pay");

    private static IEnumerable<string> Causes(string webhook)
    {
        var spec = Described.Read($$"""
            { "openapi": "3.1.0", "info": { "title": "t", "version": "1" },
              "paths": {
                "/orders": { "get": { "responses": { "200": { "description": "d", "content": { "application/json": { "schema": { "type": "array", "items": {{Thing}} } } } } } },
                             "post": { "requestBody": { "content": { "application/json": { "schema": {{Thing}} } } }, "responses": { "201": { "description": "d", "content": { "application/json": { "schema": {{Thing}} } } } } } },
                "/orders/{id}": { "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
                             "get": { "responses": { "200": { "description": "d", "content": { "application/json": { "schema": {{Thing}} } } } } },
                             "patch": { "requestBody": { "content": { "application/json": { "schema": {{Thing}} } } }, "responses": { "200": { "description": "d", "content": { "application/json": { "schema": {{Thing}} } } } } },
                             "delete": { "responses": { "204": { "description": "d" } } } },
                "/orders/{id}/cancel": { "post": { "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }], "responses": { "200": { "description": "d" } } } },
                "/orders/{id}/pay": { "post": { "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }], "responses": { "200": { "description": "d" } } } } },
              "webhooks": { "{{webhook}}": { "post": { "responses": { "200": { "description": "d" } } } } } }
            """);
        var triggers = new DeliveryTriggers(spec);
        return spec.Operations.Where(operation => triggers.Of(operation).Count > 0).Select(operation => operation.Id);
    }
}
