using System.Globalization;
using System.Text;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>What comparing costs grows with the documents, whatever they refer to.</summary>
[Collection(nameof(Cost))]
public sealed class ComparisonCostTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Compare_TwiceAsLarge_AllocatesTwiceAsMuch(bool differs)
    {
        Allocated(20, differs);
        var (small, large) = (Allocated(400, differs), Allocated(800, differs));
        large.Should().BeLessThan(small * 5 / 2);
        // Of each operation, its schema and what differs in both; the text of both versions alone is 1,500 bytes.
        small.Should().BeLessThan(400 * (differs ? 40_000 : 10_000));
    }

    private static long Allocated(int operations, bool differs)
    {
        var (old, @new) = (Specs.Read(Document(operations, 100)), Specs.Read(Document(operations, differs ? 50 : 100)));
        return Cost.OfBest(() => ApiComparison.Compare(old, @new), TimeSpan.FromSeconds(5)).Bytes;
    }

    /// <summary>Each schema refers to the next ones, so that each operation uses many.</summary>
    private static string Document(int operations, int maximum)
    {
        var (paths, schemas) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < operations; i++)
        {
            var comma = i == 0 ? "" : ",";
            paths.Append(CultureInfo.InvariantCulture, $$"""
                {{comma}}"/p{{i}}/{id}": { "get": { "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
                { "name": "limit", "in": "query", "schema": { "type": "integer", "maximum": {{maximum}} } }],
                "responses": { "200": { "description": "ok", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/S{{i}}" } } } } } } }
                """);
            schemas.Append(CultureInfo.InvariantCulture, $$"""
                {{comma}}"S{{i}}": { "properties": { "a": { "type": "integer", "maximum": {{maximum}} }, "b": { "$ref": "#/components/schemas/S{{i - (i % 10)}}" } } }
                """);
        }
        return ComparedTexts.Document(paths.ToString(), $$""" "schemas": { {{schemas}} } """);
    }
}
