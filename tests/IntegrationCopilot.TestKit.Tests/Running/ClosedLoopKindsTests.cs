using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit.Tests.Running;

/// <summary>What documents describe in unlike ways, each in a small document that is run against a mock of itself: mock, tests and runner read it alike.</summary>
public sealed class ClosedLoopKindsTests
{
    [Fact]
    public async Task RunAsync_BodyOfARangeOfTypes_IsSentAsOneOfThem() => await PassesAsync("""
        /notes:
          post:
            requestBody: { required: true, content: { 'application/*+json': { schema: { $ref: '#/components/schemas/Note' } } } }
            responses: { '201': { description: made } }
        /drafts:
          post:
            requestBody: { required: true, content: { '*/*': { schema: { $ref: '#/components/schemas/Note' } } } }
            responses: { '201': { description: made } }
        """);

    private static async Task PassesAsync(string paths)
    {
        var document = $"""
            openapi: 3.0.3
            info: {"{ title: t, version: '1' }"}
            paths:
            {paths.ReplaceLineEndings("\n  ").Insert(0, "  ")}
            components:
              schemas:
                Note: {"{ type: object, required: [text], properties: { text: { type: string, maxLength: 20 }, count: { type: integer } } }"}
            """;
        var loop = await ClosedLoop.RunAsync("kind", ApiSpecReader.Read(System.Text.Encoding.UTF8.GetBytes(document), "kind.yaml").Spec!,
            TestContext.Current.CancellationToken);
        loop.Failures.Should().BeEmpty();
    }
}
