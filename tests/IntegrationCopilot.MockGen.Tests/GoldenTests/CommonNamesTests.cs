using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Values that many APIs have are variables of the same name everywhere.</summary>
public sealed class CommonNamesTests
{
    private static readonly IReadOnlyList<TestVariable> Variables = [.. GoldenTestGenerator.Generate(ApiSpecReader.Read("""
        openapi: 3.1.0
        info: { title: Bank, version: '1' }
        paths:
          /accounts/{id}:
            get:
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { '200': { description: ok } }
          /transfers:
            post:
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      required: [amount, callbackUrl, url, owner_id]
                      properties:
                        amount: { type: integer, minimum: 1, examples: [250] }
                        callbackUrl: { type: string, format: uri }
                        url: { type: string, format: uri }
                        owner_id: { type: string, format: password }
              responses: { '201': { description: made } }
          /webhooks:
            post:
              requestBody:
                content:
                  application/json:
                    schema: { type: object, required: [url], properties: { url: { type: string, format: uri } } }
              responses: { '201': { description: made } }
        """u8.ToArray(), "bank.yaml").Spec!).Tests.SelectMany(test => test.Variables)];

    [Theory]
    [InlineData("test_account_id")]
    [InlineData("test_amount")]
    public void Generate_DocumentWithSuchAValue_HasTheCommonVariable(string name) =>
        Variables.Should().Contain(variable => variable.Name == name);

    [Fact]
    public void Generate_Amount_KeepsTheDocumentsValueUntilAnotherIsGiven() =>
        Variables.Where(variable => variable.Name == "test_amount").Should()
            .OnlyContain(variable => variable.Type == TestVariableType.Number && variable.Default == "250" && !variable.IsRequired && !variable.Secret);

    [Fact]
    public void Generate_ValueThatTheDocumentKeepsSecret_IsMarked() =>
        Variables.Where(variable => variable.Name == "owner_id").Should().NotBeEmpty().And.OnlyContain(variable => variable.Secret);
}
