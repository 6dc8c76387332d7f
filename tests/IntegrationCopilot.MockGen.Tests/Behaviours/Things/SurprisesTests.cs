namespace IntegrationCopilot.MockGen.Tests;

/// <summary>What surprised people who walked through mocks of real documents.</summary>
public sealed class SurprisesTests
{
    private const string Orders = """
        openapi: 3.1.0
        info: { title: Orders, version: "1" }
        paths:
          /orders:
            get:
              operationId: listOrders
              parameters: [{ name: startDate, in: query, schema: { type: string } }, { name: endDate, in: query, schema: { type: string } }]
              responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Order" } }, example: [] } } } }
            post:
              operationId: createOrder
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [dates], properties: { idempotency_key: { type: string }, password: { type: string }, dates: { type: array, items: { type: string, format: date } }, folder: { type: object, required: [id], properties: { id: { type: string } } } } } } } }
              responses:
                "201":
                  description: made
                  content: { application/json: { schema: { type: object, properties: { errors: { type: array, items: { type: object, properties: { code: { type: string, example: BAD } } } }, order: { $ref: "#/components/schemas/Order" } } } } }
          /orders/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { operationId: getOrder, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } } }
            patch:
              operationId: updateOrder
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { password: { type: string }, dates: { type: array, items: { type: string, format: date } } } } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
        components:
          schemas:
            Order:
              type: object
              required: [id, dates]
              properties:
                id: { type: string }
                dates: { type: array, items: { type: string, format: date } }
                folder: { type: object, required: [id, type], properties: { id: { type: string }, type: { type: string, const: folder } } }
                links: { type: object, properties: { self: { type: string, format: uri, example: "https://api.example.com/orders/other-one" } } }
        """;

    /// <summary>The path takes a name that the client chooses, and the API gives another.</summary>
    private const string Companies = """
        openapi: 3.1.0
        info: { title: Companies, version: "1" }
        paths:
          /companies:
            get: { operationId: listCompanies, responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Company" } } } } } } }
            post:
              operationId: createCompany
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [company_id], properties: { company_id: { type: string } } } } } }
              responses: { "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Company" } } } } }
          /companies/{company_id}:
            parameters: [{ name: company_id, in: path, required: true, schema: { type: string } }]
            get: { operationId: getCompany, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Company" } } } } } }
        components: { schemas: { Company: { type: object, required: [id, company_id], properties: { id: { type: string, example: 6762f07f1bb69f9f }, company_id: { type: string } } } } }
        """;

    [Fact]
    public async Task Post_ThingWithASecondIdentifier_GetsOneOfItsOwn()
    {
        using var mock = new Talking(Companies);
        var one = await mock.AskAsync("POST /companies", """{"company_id":"a"}""");
        var other = await mock.AskAsync("POST /companies", """{"company_id":"b"}""");
        one["id"].Should().NotBe(other["id"]).And.NotBe("6762f07f1bb69f9f");
        (await mock.AskAsync("GET /companies/b"))["id"].Should().Be(other["id"]);
    }

    [Fact]
    public async Task Post_GoodAnswer_TellsOfNoErrors()
    {
        using var mock = new Talking(Orders);
        (await mock.AskAsync("POST /orders", """{"dates":["2024-05-01"]}""")).Text.Should().NotContain("errors");
    }

    [Fact]
    public async Task Write_FieldsForRequestsAlone_AreNotShown()
    {
        using var mock = new Talking(Orders);
        var made = await mock.AskAsync("POST /orders", """{"dates":["2024-05-01"],"idempotency_key":"k","password":"secret"}""");
        var id = made.Json["order"]!["id"];
        (await mock.AskAsync($"PATCH /orders/{id}", """{"password":"secret"}""")).Text.Should().NotContain("secret");
        made.Text.Should().NotContain("secret").And.NotContain("idempotency_key");
    }

    [Fact]
    public async Task Post_PartOfAnObject_IsCompletedAndNotReplaced()
    {
        using var mock = new Talking(Orders);
        var folder = (await mock.AskAsync("POST /orders", """{"dates":["2024-05-01"],"folder":{"id":"f7"}}""")).Json["order"]!["folder"]!;
        (folder["id"].ScalarText(), folder["type"].ScalarText()).Should().Be(("f7", "folder"));
    }

    [Fact]
    public async Task Get_BetweenDates_ListsWhatHasOneOfThem()
    {
        using var mock = new Talking(Orders);
        await mock.AskAsync("POST /orders", """{"dates":["2024-05-01","2024-07-01"]}""");
        await mock.AskAsync("POST /orders", """{"dates":["2023-01-01"]}""");
        (await mock.AskAsync("GET /orders?startDate=2024-06-01&endDate=2024-08-01")).Text.Should().Contain("2024-07-01").And.NotContain("2023-01-01");
        (await mock.AskAsync("GET /orders?startDate=2025-01-01")).Text.Should().NotContain("2024-07-01");
    }

    [Fact]
    public async Task Post_SampleOfAnotherAddress_IsGivenItsOwn()
    {
        using var mock = new Talking(Orders);
        var order = (await mock.AskAsync("POST /orders", """{"dates":["2024-05-01"]}""")).Json["order"]!;
        order["links"]?["self"].ScalarText().Should().Be($"http://localhost/orders/{order["id"].ScalarText()}");
    }

    [Fact]
    public async Task Post_RefundsOfMoneyThatIsNamedOtherwise_AreCountedInParts()
    {
        using var mock = new Talking("""
            openapi: 3.1.0
            info: { title: Square, version: "1" }
            paths:
              /payments:
                post:
                  operationId: createPayment
                  requestBody: { required: true, content: { application/json: { schema: { type: object, required: [amount_money], properties: { amount_money: { $ref: "#/components/schemas/Money" } } } } } }
                  responses: { "200": { description: ok, content: { application/json: { schema: { type: object, properties: { payment: { $ref: "#/components/schemas/Payment" } } } } } } }
              /payments/{payment_id}:
                parameters: [{ name: payment_id, in: path, required: true, schema: { type: string } }]
                get: { operationId: getPayment, responses: { "200": { description: ok, content: { application/json: { schema: { type: object, properties: { payment: { $ref: "#/components/schemas/Payment" } } } } } } } }
              /refunds:
                post:
                  operationId: refundPayment
                  requestBody: { required: true, content: { application/json: { schema: { type: object, required: [amount_money, payment_id], properties: { payment_id: { type: string }, amount_money: { $ref: "#/components/schemas/Money" } } } } } }
                  responses: { "200": { description: ok, content: { application/json: { schema: { type: object, properties: { refund: { type: object, required: [id], properties: { id: { type: string } } } } } } } } }
            components:
              schemas:
                Money: { type: object, required: [amount], properties: { amount: { type: integer }, currency: { type: string } } }
                Payment: { type: object, required: [id], properties: { id: { type: string }, tip_money: { $ref: "#/components/schemas/Money" }, amount_money: { $ref: "#/components/schemas/Money" } } }
            """);
        var id = (await mock.AskAsync("POST /payments", """{"amount_money":{"amount":100,"currency":"USD"}}""")).Json["payment"]!["id"].ScalarText();
        var statuses = new List<int>();
        foreach (var amount in (int[])[60, 41, 40, 1]) statuses.Add(
            (await mock.AskAsync("POST /refunds", $$$"""{"payment_id":"{{{id}}}","amount_money":{"amount":{{{amount}}},"currency":"USD"}}""")).Status);
        statuses.Should().Equal(200, 422, 200, 422);
    }
}
