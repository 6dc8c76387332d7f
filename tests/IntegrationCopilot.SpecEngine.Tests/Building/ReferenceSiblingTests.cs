namespace IntegrationCopilot.SpecEngine.Tests;

public sealed class ReferenceSiblingTests
{
    private const string Description = """
        openapi: {0}
        info: {{ title: t, version: '1' }}
        paths:
          /a:
            $ref: '#/paths/~1b'
            post: {{ responses: {{ '200': {{ description: made }} }} }}
          /b:
            get:
              parameters: [{{ $ref: '#/components/parameters/P', description: own }}]
              responses: {{ '200': {{ $ref: '#/components/responses/R', description: own }} }}
        components:
          parameters: {{ P: {{ name: p, in: query, description: shared, schema: {{}} }} }}
          responses: {{ R: {{ description: shared }} }}
        """;

    [Theory]
    [InlineData("3.0.3", "shared")]
    [InlineData("3.1.0", "own")]
    public void Description_BesideReference_CountsSince31(string version, string description)
    {
        var operation = Texts.Spec(string.Format(System.Globalization.CultureInfo.InvariantCulture, Description, version)).FindOperation("GET", "/b")!;
        operation.Parameters[0].Description.Should().Be(description);
        operation.Responses[0].Description.Should().Be(description);
    }

    [Fact]
    public void Operations_BesideAPathItemsReference_AreRead() =>
        Texts.Spec(string.Format(System.Globalization.CultureInfo.InvariantCulture, Description, "3.1.0")).Operations.Select(o => o.Id).Should()
            .Equal("GET /a", "POST /a", "GET /b");
}
