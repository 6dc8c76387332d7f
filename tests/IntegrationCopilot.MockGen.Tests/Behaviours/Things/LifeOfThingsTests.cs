using System.Net;
using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen.Tests;

public sealed class LifeOfThingsTests
{
    [Fact]
    public async Task Post_Get_List_WhatIsWrittenIsReadBack()
    {
        await using var mock = await MockSession.StartAsync(Shop.Yaml);
        var made = await mock.SendAsync("POST", "customers", """{ "name": "Grace", "email": null, "password": "secret" }""");
        made.StatusCode.Should().Be(HttpStatusCode.Created);
        var customer = await Json(made);
        ((string?)customer["name"], customer.ContainsKey("email"), customer["email"], customer.ContainsKey("password")).Should()
            .Be(("Grace", true, null, false), "passwords never come back");
        ((int)customer["id"]!).Should().Be(8, "identifiers go on counting behind the document's");
        made.Headers.Location!.ToString().Should().Be("/customers/8");
        var read = await mock.SendAsync("GET", "customers/8", null);
        read.Headers.NonValidated["Mock-Body"].ToString().Should().Be("state");
        JsonNode.DeepEquals(await Json(read), customer).Should().BeTrue();
        var list = (JsonArray)JsonNode.Parse(await (await mock.SendAsync("GET", "customers", null)).Content.ReadAsStringAsync())!;
        list.Select(c => (int)c!["id"]!).Should().Equal(7, 8);
    }

    [Fact]
    public async Task Get_ExampleOfTheDocument_IsThereFromTheStart()
    {
        await using var mock = await MockSession.StartAsync(Shop.Yaml);
        ((string?)(await Json(await mock.SendAsync("GET", "customers/7", null)))["name"]).Should().Be("Ada");
        (await mock.SendAsync("GET", "customers/9", null)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Patch_SomeFields_LeavesTheOthers()
    {
        await using var mock = await MockSession.StartAsync(Shop.Yaml);
        var patched = await Json(await mock.SendAsync("PATCH", "customers/7", """{ "email": "ada@example.com" }"""));
        ((string?)patched["name"], (string?)patched["email"], (string?)patched["created_at"]).Should().Be(("Ada", "ada@example.com", "2024-01-01T00:00:00Z"));
        JsonNode.DeepEquals(await Json(await mock.SendAsync("GET", "customers/7", null)), patched).Should().BeTrue();
    }

    [Fact]
    public async Task Put_LessThanThereWas_TakesTheRestAway()
    {
        await using var mock = await MockSession.StartAsync(Shop.Yaml);
        await mock.SendAsync("PATCH", "customers/7", """{ "email": "ada@example.com" }""");
        var put = await Json(await mock.SendAsync("PUT", "customers/7", """{ "name": "Ada L." }"""));
        ((string?)put["name"], put.ContainsKey("email"), (int)put["id"]!, (string?)put["created_at"]).Should().Be(("Ada L.", false, 7, "2024-01-01T00:00:00Z"));
    }

    [Fact]
    public async Task Delete_Thing_IsGoneWithWhatIsBeneath()
    {
        await using var mock = await MockSession.StartAsync(Shop.Yaml);
        var address = await Json(await mock.SendAsync("POST", "customers/7/addresses", """{ "city": "London" }"""));
        Guid.TryParse((string?)address["id"], out _).Should().BeTrue();
        (await mock.SendAsync("GET", $"customers/7/addresses/{address["id"]}", null)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await mock.SendAsync("DELETE", "customers/7", null)).StatusCode.Should().Be(HttpStatusCode.NoContent);
        foreach (var path in (string[])["customers/7", $"customers/7/addresses/{address["id"]}", "customers/7/addresses"])
            (await mock.SendAsync("GET", path, null)).StatusCode.Should().Be(HttpStatusCode.NotFound, path);
        (await mock.SendAsync("DELETE", "customers/7", null)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await mock.SendAsync("POST", "customers/7/addresses", """{ "city": "London" }""")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_BeneathAParent_IsListedThereOnly()
    {
        await using var mock = await MockSession.StartAsync(Shop.Yaml);
        var other = await Json(await mock.SendAsync("POST", "customers", """{ "name": "Grace" }"""));
        await mock.SendAsync("POST", $"customers/{other["id"]}/addresses", """{ "city": "Arlington" }""");
        var list = await Json(await mock.SendAsync("GET", $"customers/{other["id"]}/addresses", null));
        (((JsonArray)list["data"]!).Select(a => (string?)a!["city"]).Single(), (int)list["total"]!).Should().Be(("Arlington", 1));
        (await (await mock.SendAsync("GET", "customers/7/addresses", null)).Content.ReadAsStringAsync()).Should().NotContain("Arlington");
    }

    [Fact]
    public async Task Get_NothingEverMade_FindsWhatIsListedAndNothingElse()
    {
        await using var mock = await MockSession.StartAsync(Shop.Yaml);
        var listed = (JsonArray)JsonNode.Parse(await (await mock.SendAsync("GET", "orders", null)).Content.ReadAsStringAsync())!;
        var id = (string?)listed[0]!["id"];
        (await mock.SendAsync("GET", $"orders/{id}", null)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await mock.SendAsync("GET", "orders/ord_aaaaaaaaaaaa", null)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_NamedInAnAnswerOfAnotherResource_IsFoundThoughNotListed()
    {
        await using var mock = await MockSession.StartAsync("""
            openapi: 3.0.3
            info: {title: t, version: '1'}
            paths:
              /orders:
                get:
                  responses:
                    '200':
                      description: ok
                      content:
                        application/json:
                          schema: { type: array, items: { $ref: '#/components/schemas/Order' } }
                          example: [{ id: o1, customer_id: c42 }]
              /orders/{order_id}:
                parameters: [{ name: order_id, in: path, required: true, schema: { type: string } }]
                get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } } }
              /customers/{customer_id}:
                parameters: [{ name: customer_id, in: path, required: true, schema: { type: string } }]
                get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Customer' } } } } } }
                delete: { responses: { '204': { description: ok } } }
              /customers/{customer_id}/settings:
                parameters: [{ name: customer_id, in: path, required: true, schema: { type: string } }]
                get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Settings' } } } } } }
                put: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Settings' } } } } } }
            components:
              schemas:
                Order: { type: object, required: [id, customer_id], properties: { id: { type: string }, customer_id: { type: string } } }
                Customer: { type: object, required: [id], properties: { id: { type: string }, name: { type: string } } }
                Settings: { type: object, required: [color], properties: { color: { type: string } } }
            """);
        (await mock.SendAsync("GET", "customers/c42", null)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await mock.SendAsync("GET", "customers/c42/settings", null)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await mock.SendAsync("GET", "customers/c43", null)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        await mock.SendAsync("DELETE", "customers/c42", null);
        (await mock.SendAsync("GET", "customers/c42", null)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task State_SwitchedOff_AnswersFromTheDocument()
    {
        await using var mock = await MockSession.StartAsync(Shop.Yaml, new MockServerOptions { State = false });
        await mock.SendAsync("DELETE", "customers/7", null);
        (await mock.SendAsync("GET", "customers/7", null)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Post_SituationAskedFor_ChangesNothing()
    {
        await using var mock = await MockSession.StartAsync(Shop.Yaml);
        (await mock.SendAsync("DELETE", "customers/7", null, "Prefer: code=503")).StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await mock.SendAsync("GET", "customers/7", null)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task ResetAsync_AfterChanges_IsAsAtTheStart()
    {
        await using var mock = await MockSession.StartAsync(Shop.Yaml);
        await mock.SendAsync("DELETE", "customers/7", null);
        await mock.SendAsync("POST", "customers", """{ "name": "Grace" }""");
        await mock.Server.Engine.ResetAsync();
        (await mock.SendAsync("GET", "customers/7", null)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await mock.SendAsync("GET", "customers/8", null)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_MoreThanThereIsRoomFor_TheOldestGo()
    {
        await using var mock = await MockSession.StartAsync(Shop.Yaml, new MockServerOptions { MaxThings = 4 });
        HttpResponseMessage? answer = null;
        for (var i = 0; i < 6; i++) answer = await mock.SendAsync("POST", "customers", """{ "name": "Grace" }""");
        answer!.Headers.NonValidated["Mock-Forgotten"].ToString().Should().Be("1");
        (await mock.SendAsync("GET", "customers/8", null)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await mock.SendAsync("GET", "customers/13", null)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("customers?name=Grace", "Grace")]
    [InlineData("customers?sort=-name", "Grace,Ada")]
    [InlineData("customers?sort=name", "Ada,Grace")]
    [InlineData("customers?name=Ada,Grace", "Ada,Grace")]
    [InlineData("customers?name=Nobody", "")]
    public async Task Get_FilterOrSort_IsHeeded(string path, string names)
    {
        await using var mock = await MockSession.StartAsync(Shop.Yaml);
        await mock.SendAsync("POST", "customers", """{ "name": "Grace" }""");
        var list = (JsonArray)JsonNode.Parse(await (await mock.SendAsync("GET", path, null)).Content.ReadAsStringAsync())!;
        string.Join(',', list.Select(c => (string?)c!["name"])).Should().Be(names);
    }

    private static async Task<JsonObject> Json(HttpResponseMessage answer) => (JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
}
