using System.Text;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen.Tests.GoldenTests;

/// <summary>What a suite costs: memory, which does not depend on the machine.</summary>
public sealed class GeneratingCostTests
{
    [Fact]
    public void Generate_TwiceAsManyOperations_CostsAboutTwiceAsMuch()
    {
        Allocated(Document(8));
        var (small, large) = (Allocated(Document(150)), Allocated(Document(300)));
        ((double)large.Bytes / small.Bytes).Should().BeLessThan(2.6);
        (large.Bytes / large.Tests).Should().BeLessThan(120_000);
    }

    [Fact]
    public void PathPlaces_Comparing_AllocatesNothing()
    {
        const string one = "/a/{id}/b/{other}?kind=x";
        PathPlaces.AreOne(one, "/a/{x}/b/{y}").Should().BeTrue();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            PathPlaces.AreOne(one, "/a/{x}/b/{y}");
            PathPlaces.MayBeOne(one, "/a/c/b/d");
            PathPlaces.Depth(one);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1_000);
    }

    private static (long Bytes, int Tests) Allocated(string document)
    {
        var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(document), "made.yaml").Spec!;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var suite = GoldenTestGenerator.Generate(spec, cancellationToken: TestContext.Current.CancellationToken);
        return (GC.GetAllocatedBytesForCurrentThread() - before, suite.Tests.Count);
    }

    private static string Document(int things)
    {
        var text = new StringBuilder("openapi: 3.1.0\ninfo: { title: Things, version: \"1\" }\npaths:\n");
        for (var i = 0; i < things; i++)
            text.Append($$"""
                  /things{{i}}:
                    post:
                      tags: [t{{i / 20}}]
                      requestBody:
                        required: true
                        content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
                      responses:
                        "201": { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
                        "400": { description: wrong }

                """);
        return text.Append("""
            components:
              schemas:
                Thing:
                  type: object
                  required: [name, kind, count]
                  properties:
                    name: { type: string, minLength: 1, maxLength: 40 }
                    kind: { type: string, enum: [large, small] }
                    count: { type: integer, minimum: 1, maximum: 9 }
                    owner: { type: object, properties: { mail: { type: string, format: email }, age: { type: integer, minimum: 0 } } }
                    tags: { type: array, maxItems: 5, uniqueItems: true, items: { type: string, pattern: "^[a-z]+$" } }
            """).ToString();
    }
}
