namespace IntegrationCopilot.MockGen.Tests;

/// <summary>One variable stands for one kind of value; what names a thing is told by the API itself.</summary>
public sealed class VariableReportTests
{
    private const string Document = """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /users:
            post:
              requestBody: {required: true, content: {application/json: {schema: {type: object, required: [name], properties: {name: {type: string}}}}}}
              responses: {'201': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}}
          /users/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
            get: {responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}}}
            delete: {responses: {'204': {description: gone}}}
          /users/{id}/keys:
            parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
            get: {responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}}}
          /accounts/{id}:
            get: {parameters: [{name: id, in: path, required: true, schema: {type: string, pattern: '^acc_[0-9]{4}$'}}], responses: {'200': {description: ok}}}
          /payments:
            post:
              requestBody: {required: true, content: {application/json: {schema: {type: object, required: [user_id, amount], properties: {
                user_id: {type: string, format: uuid}, amount: {type: integer}, merchant_id: {type: string}}}}}}
              responses: {'201': {description: ok, content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}}
        components: {schemas: {User: {type: object, required: [id, name], properties: {id: {type: string, format: uuid, readOnly: true}, name: {type: string}}}}}
        """;

    private static readonly GoldenTestSuite Suite = GoldenTestGenerator.Generate(Described.Read(Document));

    [Fact]
    public void Report_PlacesThatDiffer_HaveVariablesOfTheirOwn()
    {
        foreach (var group in Suite.Tests.SelectMany(test => test.Variables).GroupBy(variable => variable.Name))
            group.Select(variable => (variable.Type, Supplier: variable.Suppliers.Count == 0 ? null : variable.Suppliers[0].Operation)).Distinct().Should()
                .ContainSingle(group.Key);
        var named = Suite.Tests.SelectMany(test => test.Steps).Select(step => step.Control ?? step.Request).OfType<StepRequest>()
            .Where(request => request.PathValues.ContainsKey("id"))
            .Select(request => (request.Path, Name: request.PathValues["id"].GetString())).Distinct().ToList();
        named.Where(use => use.Path.StartsWith("/users", StringComparison.Ordinal)).Should()
            .OnlyContain(use => use.Name == "{{ user_id }}" || use.Name == "{{ created_id }}");
        named.Where(use => use.Path.StartsWith("/accounts", StringComparison.Ordinal)).Should()
            .NotBeEmpty().And.OnlyContain(use => use.Name == "{{ test_account_id }}");
    }

    [Fact]
    public void Report_IdentifierOfAnother_IsToldByTheCallThatMakesIt()
    {
        var user = Suite.Tests.SelectMany(test => test.Variables).First(variable => variable.Name == "user_id");
        user.Suppliers.Should().ContainSingle().Which.Should().Be(new ValueSupplier("POST /users", "/id", user.Suppliers[0].Confidence) { Creates = true });
        Suite.Producers.Select(call => call.Operation).Should().Contain(["POST /users", "DELETE /users/{id}"]);
    }

    [Fact]
    public void Report_DeletedThing_IsTheTestsOwn() =>
        Suite.Producers.Single(call => call.Operation == "DELETE /users/{id}").Variables.Should().ContainSingle().Which.Own.Should().BeTrue();

    [Fact]
    public void Report_OptionalIdentifierThatNobodyTells_IsLeftOut()
    {
        var create = Suite.Tests.Single(test => test.Template == "create-resource-succeeds" && test.Operation == "POST /payments").Steps[0].Request!;
        create.Body!.Json!.Value.EnumerateObject().Select(member => member.Name).Should().Equal("user_id", "amount");
        create.Body.Json.Value.GetProperty("user_id").GetString().Should().Be("{{ user_id }}");
    }

    [Fact]
    public void Suite_AsJson_KeepsProducersAndForms() => GoldenTestSuite.FromJson(Suite.ToJson()).ToJson().Should().Be(Suite.ToJson());
}
