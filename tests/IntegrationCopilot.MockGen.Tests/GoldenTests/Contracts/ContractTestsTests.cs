using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Which contract tests a description yields, and that each breaks what it says and nothing else.</summary>
public sealed class ContractTestsTests
{
    private const string Shop = """
        openapi: 3.1.0
        info: { title: Shop, version: "1" }
        paths:
          /orders:
            get:
              operationId: listOrders
              parameters:
                - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 50 } }
                - { name: status, in: query, schema: { type: string, enum: [open, shipped] } }
                - { name: X-Shop, in: header, required: true, schema: { type: string, enum: [north, south] } }
              responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { type: object } } } } }, "400": { description: no } }
            post:
              operationId: createOrder
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { $ref: "#/components/schemas/Order" }
                    example: { quantity: 2, code: AB-12, tags: [a, b], due: "2026-05-01", state: open, address: { city: Bonn } }
              responses: { "201": { description: made }, "400": { description: no }, "415": { description: no } }
          /orders/{id}:
            get:
              operationId: getOrder
              parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
              responses: { "200": { description: ok, headers: { ETag: { schema: { type: string } } } }, "404": { description: none } }
        components:
          schemas:
            Order:
              type: object
              required: [quantity, code]
              additionalProperties: false
              properties:
                quantity: { type: integer, minimum: 1, maximum: 99, multipleOf: 1 }
                code: { type: string, pattern: "^[A-Z]{2}-[0-9]{2}$", minLength: 5, maxLength: 5 }
                tags: { type: array, items: { type: string, maxLength: 8 }, uniqueItems: true, maxItems: 3 }
                due: { type: string, format: date }
                state: { type: string, enum: [open, shipped] }
                note: { anyOf: [{ type: string, maxLength: 10 }, { type: "null" }] }
                address: { type: object, required: [city], properties: { city: { type: string, minLength: 1 } } }
        """;

    private static readonly ApiSpec Spec = Described.Read(Shop);
    private static readonly IReadOnlyList<GoldenTest> Tests = Of(Spec, new GoldenTestOptions { Budget = 1_000 });

    [Fact]
    public void Of_Document_BreaksEachOfItsRules() =>
        Rules(Tests.Where(test => test.Operation == "POST /orders")).Select(rule => $"{rule.Kind} {rule.Place}").Distinct().Should().Contain(
        [
            "Required /quantity", "Required /code", "Required /address/city", "Required ", "Type /quantity", "Type /tags", "NotNull /quantity",
            "Range /quantity",
            "Length /tags", "Length /tags/0", "Pattern /code", "Format /due", "Enumeration /state", "UniqueItems /tags", "AdditionalProperty ",
            "ContentType ", "MalformedBody ", "TruncatedBody ", "DuplicateMember /quantity",
        ]);

    [Fact]
    public void Of_Parameters_BreaksTheirRules() =>
        Rules(Tests.Where(test => test.Operation == "GET /orders")).Select(rule => $"{rule.Kind} {rule.In} {rule.Place} {rule.Sent}").Should().Contain(
            ["Range Query limit 51", "Range Query limit 0", "Type Query limit of-another-type", "Enumeration Query status not-in-the-list",
            "Required Header X-Shop ", "Enumeration Header X-Shop not-in-the-list"]);

    [Fact]
    public void Of_Operations_AreAskedWhatHttpWants() =>
        Tests.Select(test => test.Template).Should().Contain(["contract-head", "contract-accept", "contract-method", "contract-conditional-read",
            "contract-unknown-identifier", "contract-content-type-missing"]);

    [Fact]
    public void Of_Bodies_AreAskedWithLittleAndAtTheirBounds()
    {
        Body(Tests.Single(test => test.Id == "contract-minimal.create-order")).EnumerateObject().Select(member => member.Name).Should()
            .Equal("quantity", "code");
        Tests.Where(test => test.Template == "contract-boundary" && test.Operation == "POST /orders")
            .Select(test => Body(test).TryGetProperty("quantity", out var quantity) ? quantity.GetInt32() : 0).Should().Contain([1, 99]);
    }

    /// <summary>A negative whose body conforms would call a right API wrong.</summary>
    [Fact]
    public void Of_BrokenBodies_ConformNowhere()
    {
        var media = Spec.Operations.Single(operation => operation.OperationId == "createOrder").RequestBody!.Content[0];
        var schema = new Validator.SchemaSet(Spec).For(media.Schema, Validator.MessageDirection.Request);
        var broken = Tests.Where(test => test.Operation == "POST /orders"
            && Rules([test]).Any(rule => rule.Kind is not (RuleKind.ContentType or RuleKind.Method)))
            .SelectMany(test => test.Steps).Select(step => step.Request!.Body?.Json).OfType<System.Text.Json.JsonElement>().ToList();
        broken.Should().HaveCountGreaterThan(15);
        broken.Should().OnlyContain(body => !schema.IsValid(body));
        schema.IsValid(Encoding.UTF8.GetBytes(Body(Tests.Single(test => test.Id == "contract-described.create-order")).GetRawText()
            .Replace("{{ code }}", "AB-12", StringComparison.Ordinal))).Should().BeTrue();
    }

    [Fact]
    public void Of_EachNegative_HasTheUnbrokenRequestAsItsControl() =>
        Tests.SelectMany(test => test.Steps).Where(step => step.Assertions.Any(assertion => assertion is RefusedAssertion)).Should()
            .OnlyContain(step => step.Control != null && !step.Control.Equals(step.Request));

    [Fact]
    public void Of_NullAndNumbersAsText_MerelyWarnWhereReadersMeanToBeKind()
    {
        Strength("contract-null.create-order.due").Should().Be(GroundStrength.Advisory);
        Strength("contract-null.create-order.quantity").Should().Be(GroundStrength.Firm);
        Strength("contract-type.create-order.quantity-text").Should().Be(GroundStrength.Advisory);
        Tests.Should().NotContain(test => test.Id.StartsWith("contract-null.create-order.note", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(30, 30)]
    [InlineData(1, 3)]
    public void Of_Budget_IsKeptAndSharedOut(int budget, int expected)
    {
        var tests = Of(Spec, new GoldenTestOptions { Budget = budget });
        tests.Count.Should().BeLessThanOrEqualTo(expected);
        tests.Select(test => test.Operation).Distinct().Should().HaveCount(3);
        tests.Where(test => test.Template == "contract-described").Should().HaveCount(3);
    }

    [Fact]
    public void Of_BudgetBelowOne_Throws() =>
        FluentActions.Invoking(() => GoldenTestGenerator.Generate(Spec, new GoldenTestOptions { Budget = 0 })).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Of_OtherOperationsAdded_KeepsIds()
    {
        var more = Described.Read(Shop.Replace(
            "  /orders:\n", "  /baskets:\n    get: { responses: { '200': { description: ok } } }\n  /orders:\n", StringComparison.Ordinal));
        Of(more, new GoldenTestOptions { Budget = 2_000 }).Select(test => test.Id).Should().Contain(Tests.Select(test => test.Id));
    }

    [Fact]
    public void Of_OperationNobodyCanAsk_SaysWhy()
    {
        var spec = Described.Read("""{"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{"/a":{"get":{"responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"type":"string","enum":[null]}}}}}}}}}""");
        Of(spec, new GoldenTestOptions()).Should().ContainSingle().Which.Reason.Should().StartWith("GET /a describes an answer that nothing can conform to");
    }

    private static GroundStrength Strength(string id) =>
        Tests.Single(test => test.Id == id).Steps[0].Assertions.OfType<RefusedAssertion>().Single().Strength;

    private static System.Text.Json.JsonElement Body(GoldenTest test) => test.Steps[0].Request!.Body!.Json!.Value;

    private static IEnumerable<BrokenRule> Rules(IEnumerable<GoldenTest> tests) =>
        tests.SelectMany(test => test.Steps).SelectMany(step => step.Assertions).OfType<RefusedAssertion>().Select(assertion => assertion.Rule);

    private static IReadOnlyList<GoldenTest> Of(ApiSpec spec, GoldenTestOptions options) =>
        [.. GoldenTestGenerator.Generate(spec, options).Tests.Where(test => test.Category == TestCategoryIds.Contract)];
}
