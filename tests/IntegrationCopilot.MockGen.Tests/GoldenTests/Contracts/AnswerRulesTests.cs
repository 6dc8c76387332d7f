using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen.Tests;

/// <summary>Tests of what the answer to a change shows.</summary>
public sealed class AnswerRulesTests
{
    private const string People = """
        openapi: {version}
        info: { title: People, version: "1" }
        paths:
          /people:
            post:
              operationId: createPerson
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Person" } } } }
              responses:
                "201":
                  description: made
                  headers: { Location: { schema: { type: string } } }
                  content: { application/json: { schema: { $ref: "#/components/schemas/Person" } } }
          /people/{id}:
            get:
              operationId: readPerson
              parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Person" } } } } }
            put:
              operationId: replacePerson
              parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Person" } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Person" } } } } }
        components:
          schemas:
            Person:
              type: object
              required: [id, name, points, state]
              properties:
                id: { type: string, format: uuid, readOnly: true }
                name: { type: string }
                points: { type: integer, minimum: 0, maximum: 100, readOnly: true }
                state: { type: string, enum: [new, old], readOnly: true }
        """;

    [Fact]
    public void Generate_ReadOnlyMembers_AreSentWithAnOddValueThatTheirSchemaAllows()
    {
        var tests = Generate("3.1.0").Where(test => test.Template == "contract-read-only").ToList();
        tests.Select(test => test.Id).Should().Equal("contract-read-only.create-person.id", "contract-read-only.create-person.points",
            "contract-read-only.replace-person.points");
        var points = tests[1].Steps[0];
        points.Request!.Body!.Json!.Value.GetProperty("points").GetInt32().Should().BeInRange(0, 100);
        points.Control!.Body!.Json!.Value.TryGetProperty("points", out _).Should().BeFalse();
    }

    [Theory]
    [InlineData("3.1.0", GroundStrength.Firm)]
    [InlineData("3.0.3", GroundStrength.Advisory)]
    public void Generate_ReadOnly_IsAsStrongAsTheDocument(string version, GroundStrength strength) =>
        Generate(version).First(test => test.Template == "contract-read-only").Steps[0].Assertions.OfType<NotTakenAssertion>().Single()
            .Strength.Should().Be(strength);

    [Fact]
    public void Generate_LocationDescribed_IsFollowedToTheNameOfWhatWasMade() =>
        Generate("3.1.0").Single(test => test.Template == "contract-location").Steps.Single().Should().Match<TestStep>(step =>
            step.Locates && step.Assertions.OfType<LocatedAssertion>().Single().Pointer == "/id");

    private static IReadOnlyList<GoldenTest> Generate(string version) => GoldenTestGenerator.Generate(
        ApiSpecReader.Read(Encoding.UTF8.GetBytes(People.Replace("{version}", version, StringComparison.Ordinal)), "people.yaml").Spec!).Tests;
}
