using static IntegrationCopilot.Validator.Tests.SchemaSamples;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>What is said when none of several alternatives fits: the one that was meant, not a wall of all.</summary>
public sealed class AlternativeTests
{
    private const string Payment = """
        {
          "oneOf": [{ "$ref": "#/definitions/Card" }, { "$ref": "#/definitions/Iban" }],
          "definitions": {
            "Card": { "type": "object", "required": ["kind", "number"], "properties": { "kind": { "const": "card" }, "number": { "type": "string" } } },
            "Iban": { "type": "object", "required": ["kind", "iban"], "properties": { "kind": { "const": "iban" }, "iban": { "type": "string" } } }
          }
        }
        """;

    private const string Pets = """
        {
          "oneOf": [{ "$ref": "#/components/schemas/Cat" }, { "$ref": "#/components/schemas/Dog" }],
          "discriminator": { "propertyName": "type", "mapping": { "kitty": "#/components/schemas/Cat" } },
          "components": { "schemas": {
            "Cat": { "type": "object", "required": ["meows"], "properties": { "meows": { "type": "boolean" } } },
            "Dog": { "type": "object", "required": ["barks"], "properties": { "barks": { "type": "boolean" } } }
          } }
        }
        """;

    private static readonly SchemaOptions OpenApi = new() { Dialect = SchemaDialect.OpenApi30 };

    [Theory]
    [InlineData("""{"kind":"card","number":5}""", "one-of@body type@body.number")]
    [InlineData("""{"kind":"iban","number":"5"}""", "one-of@body required@body.iban")]
    [InlineData("""{"kind":"card"}""", "one-of@body required@body.number")]
    [InlineData("5", "one-of@body")]
    public void Validate_NoAlternativeFits_TellsOfTheClosest(string instance, string expected) => Check(Payment, instance).Should().Be(expected);

    [Fact]
    public void Validate_NoAlternativeFits_NamesThem()
    {
        var findings = Validate(Payment, """{"kind":"card","number":5}""");
        findings[0].Message.Should().Be("Must fit exactly one of 2 alternatives, but fits none; Card comes closest.");
        findings[0].Expected.Should().Be("Card or Iban");
        Validate(Payment, "5")[0].Message.Should().Be("Must be of type object, but is 5.");
    }

    [Fact]
    public void Validate_TwoAlternativesFit_NamesThem() =>
        Validate("""{"oneOf":[{"type":"integer"},{"title":"Positive","minimum":0},{"type":"string"}]}""", "5").Single().Message
            .Should().Be("Must fit exactly one of 3 alternatives, but fits 2: alternative 1 and 'Positive'.");

    [Theory]
    [InlineData("""{"type":"kitty","meows":true}""", "")]
    [InlineData("""{"type":"kitty","barks":true}""", "required@body.meows")]
    [InlineData("""{"type":"Dog","meows":true}""", "required@body.barks")]
    [InlineData("""{"type":"cow"}""", "discriminator@body.type")]
    [InlineData("""{}""", "discriminator@body.type")]
    public void Validate_Discriminator_ChoosesTheAlternative(string instance, string expected) => Check(Pets, instance, OpenApi).Should().Be(expected);

    [Fact]
    public void Validate_UnknownDiscriminatorValue_ListsTheKnown() =>
        Validate(Pets, """{"type":"cow"}""", OpenApi).Single().Message.Should()
            .Be("Must be one of \"kitty\", \"Cat\" or \"Dog\", which name the alternatives, but is \"cow\".");
}
