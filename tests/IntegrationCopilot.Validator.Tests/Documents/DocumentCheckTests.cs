using System.Text;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;

namespace IntegrationCopilot.Validator.Tests.Documents;

/// <summary>What a description says wrongly of its own values, found with its schemas compiled.</summary>
public sealed class DocumentCheckTests
{
    [Theory]
    [InlineData("(")]
    [InlineData("(?i)^abc$")]
    [InlineData("(?P<n>x)")]
    [InlineData("\\\\Aabc\\\\Z")]
    [InlineData("a++")]
    [InlineData("(?>a)b")]
    [InlineData("(?#note)a")]
    [InlineData("*.json")]
    [InlineData("[z-a]")]
    [InlineData("\\\\p{Foo}")]
    public void Complete_PatternThatIsNone_IsAnError(string pattern) =>
        Ids($"A: {{ type: string, pattern: \"{pattern}\" }}").Should().Equal("schema-bad-pattern");

    [Theory]
    [InlineData("/^[a-z]+$/")]
    [InlineData("/^abc$/i")]
    [InlineData("^[[:alpha:]]+$")]
    [InlineData("#^abc$#")]
    [InlineData("^[A-z]+$")]
    [InlineData("^[0-9]{,5}$")]
    [InlineData("^\\\\\\\\d+$")]
    [InlineData("[a-z&&[^b]]")]
    public void Complete_PatternOfAnotherLanguage_IsDoubted(string pattern) =>
        Ids($"A: {{ type: string, pattern: \"{pattern}\" }}").Should().Equal("schema-dubious-pattern");

    [Theory]
    [InlineData("^[a-z]+$")]
    [InlineData("/api/v[0-9]+/")]
    [InlineData("/v1.0/")]
    [InlineData("^/$|^/a/$")]
    [InlineData("^a|b$")]
    [InlineData("(^|,)a(,|$)")]
    [InlineData("^(?!x$)a.*")]
    [InlineData("[\\\\w\\\\-.]+")]
    [InlineData(".^")]
    [InlineData("^C:\\\\\\\\dir$")]
    [InlineData("^\\\\p{L}+$")]
    public void Complete_GoodPattern_IsLeftAlone(string pattern) => Ids($"A: {{ type: string, pattern: \"{pattern}\" }}").Should().BeEmpty();

    [Fact]
    public async Task Complete_InvalidPatternsOfTheCorpus_AreAllTold()
    {
        var read = DocumentCheck.Complete(await ApiSpecReader.ReadFileAsync(SharedData.Require("malformed", "schema/regex-invalid.yaml")));
        read.Problems.Where(p => p.Id is "schema-bad-pattern" or "schema-dubious-pattern").Select(p => p.Location.Line).Distinct().Should().HaveCount(20);
        read.HasErrors.Should().BeTrue();
    }

    [Theory]
    [InlineData("A: { type: integer, example: ten }", "example-mismatch")]
    [InlineData("A: { type: string, example: 10 }", "example-mismatch")]
    [InlineData("A: { type: string, maxLength: 2, default: abc }", "default-mismatch")]
    [InlineData("A: { type: string, format: date, example: yesterday }", "example-mismatch")]
    [InlineData("A: { type: object, required: [a], properties: { a: { type: string } }, example: { b: 1 } }", "example-mismatch")]
    [InlineData("A: { type: array, items: { type: integer }, example: [1, x] }", "example-mismatch")]
    [InlineData("A: { type: string, enum: [a, 1, 2] }", "enum-mismatch")]
    [InlineData("A: { type: string, maxLength: 2, enum: [ab, abc] }", "enum-mismatch")]
    [InlineData("A: { type: string, enum: [a, b], default: c }", "schema-default-not-listed")]
    public void Complete_ValueThatBreaksItsSchema_IsTold(string schemas, string id) => Ids(schemas).Should().Equal(id);

    [Theory]
    [InlineData("A: { type: integer, example: 10 }")]
    [InlineData("A: { type: integer, example: '10' }")]
    [InlineData("A: { type: object, example: '{\"a\": 1}' }")]
    [InlineData("A: { type: string, nullable: true, enum: [a], default: null, example: null }")]
    [InlineData("A: { type: object, required: [id], properties: { id: { type: string, readOnly: true }, a: { type: string } }, example: { a: b } }")]
    [InlineData("A: { type: string, enum: ['1', '2'], example: '1' }")]
    [InlineData("A: { type: number, example: 1.0, default: 1 }")]
    [InlineData("A: { type: object, example: { $ref: 'a.json' }, required: [x], properties: { x: { type: string } } }")]
    public void Complete_ValueThatFits_IsLeftAlone(string schemas) => Ids(schemas).Should().BeEmpty();

    [Theory]
    [InlineData("A: { allOf: [{ type: string }, { type: integer }] }")]
    [InlineData("A: { type: string, minLength: 5, pattern: '^[a-z]{3}$' }")]
    [InlineData("A: { type: string, format: uuid, maxLength: 24 }")]
    [InlineData("A: { type: string, enum: [a, b], allOf: [{ enum: [c] }] }")]
    [InlineData("A: { type: integer, minimum: 5, maximum: 5, exclusiveMinimum: true }")]
    [InlineData("A: { type: integer, minimum: 1.2, maximum: 1.8 }")]
    [InlineData("A: { type: number, minimum: 1, maximum: 4, multipleOf: 5 }")]
    [InlineData("A: { allOf: [{ type: integer, minimum: 5 }, { type: integer, maximum: 4 }] }")]
    [InlineData("A: { type: object, required: [a], additionalProperties: false, properties: { b: { type: string } } }")]
    [InlineData("A: { allOf: [{ type: object, additionalProperties: false, properties: { a: { type: string } } }, { type: object, required: [b], properties: { b: { type: string } } }] }")]
    [InlineData("A: { allOf: [{ type: object, required: [a], properties: { a: { type: string } } }, { type: object, properties: { a: { type: integer } } }] }")]
    [InlineData("A: { type: object, required: [a, b], maxProperties: 1 }")]
    [InlineData("A: { type: array, uniqueItems: true, minItems: 3, items: { type: string, enum: [a, b] } }")]
    [InlineData("A: { type: string, not: { type: string } }")]
    [InlineData("A: { type: string, anyOf: [{ type: integer }, { type: boolean }] }")]
    public void Complete_SchemaThatNothingMeets_IsToldOnce(string schemas)
    {
        Ids(schemas).Should().Equal("schema-unmeetable");
        Ids(schemas + ", B: { type: object, required: [a], properties: { a: { $ref: '#/components/schemas/A' } } }, C: { type: array, minItems: 1, items: { $ref: '#/components/schemas/A' } }, D: { allOf: [{ $ref: '#/components/schemas/A' }] }")
            .Should().Equal(["schema-unmeetable"], "what leads to the schema is not at fault");
    }

    [Theory]
    [InlineData("A: { type: string, minLength: 3, pattern: '[a-z]{3}' }")]
    [InlineData("A: { type: object, properties: { a: { not: {} } } }")]
    [InlineData("A: { allOf: [{ type: integer }, { type: number }] }")]
    [InlineData("A: { type: object, required: [a], additionalProperties: false, properties: { a: { type: string } } }")]
    [InlineData("A: { allOf: [{ type: object, additionalProperties: false, properties: { a: {} } }, { type: object, properties: { b: {} } }] }")]
    [InlineData("A: { type: string, nullable: true, enum: [null] }")]
    [InlineData("A: { type: number, minimum: 0, maximum: 0 }")]
    [InlineData("A: { type: object, properties: { a: { $ref: '#/components/schemas/A' } } }")]
    public void Complete_SchemaThatSomethingMeets_IsLeftAlone(string schemas) => Ids(schemas).Should().BeEmpty();

    [Theory]
    [InlineData("A: { oneOf: [{ $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/B' }] }, B: { type: string }", true)]
    [InlineData("A: { oneOf: [{ type: string }, { type: string, format: date }] }", true)]
    [InlineData("A: { oneOf: [{ type: integer }, { type: number }] }", true)]
    [InlineData("A: { oneOf: [{ type: string, description: a }, { type: string, description: b }] }", true)]
    [InlineData("A: { oneOf: [{ $ref: '#/components/schemas/B' }, { allOf: [{ $ref: '#/components/schemas/B' }, { type: object, required: [c] }] }] }, B: { type: object, properties: { b: { type: string } } }", true)]
    [InlineData("A: { oneOf: [{ type: string, format: date }, { type: string, format: uuid }] }", false)]
    [InlineData("A: { oneOf: [{ type: object, required: [a] }, { type: object, required: [b] }] }", false)]
    [InlineData("A: { oneOf: [{ type: string, enum: [a] }, { type: string, enum: [b] }] }", false)]
    [InlineData("A: { anyOf: [{ type: string }, { type: string }] }", false)]
    [InlineData("A: { oneOf: [{ $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }], discriminator: { propertyName: t } }, B: { type: object, required: [t], properties: { t: { type: string } } }, C: { type: object, required: [t], properties: { t: { type: string } } }", false)]
    public void Complete_BranchesOfOneOf_AreToldWhenOneHoldsTheOther(string schemas, bool isTold) =>
        Ids(schemas).Should().Equal(isTold ? ["schema-one-of-overlap"] : []);

    [Fact]
    public void Complete_ExamplesBesideSchemas_AreHeldAgainstThem()
    {
        var read = Read("""
            openapi: 3.0.3
            info: { title: t, version: '1' }
            paths:
              /a:
                get:
                  parameters:
                    - { name: p, in: query, schema: { type: integer }, example: ten }
                    - { name: q, in: query, schema: { type: integer }, example: '10' }
                    - { name: r, in: query, schema: { type: array, items: { type: string } }, example: 'a,b' }
                  responses:
                    '200':
                      description: d
                      headers: { X-A: { schema: { type: integer }, example: ten } }
                      content:
                        application/json: { schema: { type: object, properties: { a: { type: integer } } }, examples: { one: { value: { a: x } }, two: { $ref: '#/components/examples/E' } } }
                        application/xml: { schema: { type: object }, example: '<a/>' }
            components: { examples: { E: { value: { a: 1 } } } }
            """);
        read.Problems.Select(p => (p.Id, p.Location.Line)).Should().Equal(("example-mismatch", 7), ("example-mismatch", 13), ("example-mismatch", 15));
        read.Problems[2].Location.Pointer.Should().EndWith("/examples/one/value/a", "the fault is shown where it is");
    }

    [Fact]
    public void Complete_OpenApi2_HoldsValuesAgainstParameters() =>
        Read("""
            swagger: '2.0'
            info: { title: t, version: '1' }
            paths:
              /a:
                get:
                  parameters:
                    - { name: p, in: query, type: integer, default: ten }
                    - { name: q, in: query, type: string, pattern: '(' }
                  responses: { '200': { description: d, schema: { type: object, properties: { a: { type: integer } } }, examples: { application/json: { a: x } } } }
            """).Problems.Select(p => (p.Id, p.Location.Line)).Should().BeEquivalentTo([("default-mismatch", 7), ("schema-bad-pattern", 8), ("example-mismatch", 9)]);

    [Fact]
    public async Task Complete_CatastrophicPatterns_EndInTime()
    {
        var pattern = string.Concat(Enumerable.Repeat("(?=(a+)+$)", 5)) + "(a+)+b";
        var schemas =
            string.Join(", ", Enumerable.Range(0, 300).Select(i => $"S{i}: {{ type: string, pattern: '{pattern}', example: {new string('a', 40 + i)}! }}"));
        await Task.Run(() => Ids(schemas)).WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Complete_ManyFindings_StayWithinTheLimitOfTheReading()
    {
        var text = Document(string.Join(", ", Enumerable.Range(0, 500).Select(i => $"S{i}: {{ type: integer, example: x }}")));
        var read = ApiSpecReader.Read(Encoding.UTF8.GetBytes(text), "a.yaml", new SpecReadOptions { Limits = new ReadLimits { MaxProblems = 20 } });
        var complete = DocumentCheck.Complete(read);
        complete.Problems.Should().HaveCount(21);
        complete.Problems[^1].Message.Should().StartWith("480 further problems");
    }

    [Fact]
    public void Complete_NoDescription_IsReturnedAsItIs()
    {
        var read = ApiSpecReader.Read("hello: world"u8.ToArray(), "a.yaml");
        DocumentCheck.Complete(read).Should().BeSameAs(read);
    }

    [Fact]
    public void Complete_Stopped_Throws()
    {
        var read = Read(Document("A: { type: string }"));
        FluentActions.Invoking(() => DocumentCheck.Complete(read, new CancellationToken(canceled: true))).Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void Rules_OfTheCheck_AreInTheOneRegistry()
    {
        SpecRule.Find("schema-unmeetable").Should().Be(EvaluatedRules.Unmeetable);
        SpecRule.Find("schema-bad-pattern")!.Source.Should().Contain("ECMA-262");
    }

    private static IEnumerable<string> Ids(string schemas) => Read(Document(schemas)).Problems.Select(p => p.Id);

    private static string Document(string schemas) =>
        $"openapi: 3.0.3\ninfo: {{ title: t, version: '1' }}\npaths: {{}}\ncomponents: {{ schemas: {{ {schemas} }} }}\n";

    private static SpecReadResult Read(string text) => DocumentCheck.Complete(ApiSpecReader.Read(Encoding.UTF8.GetBytes(text), "a.yaml"));
}
