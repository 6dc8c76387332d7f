using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Testing;
using Json.Schema;

namespace IntegrationCopilot.Validator.JsonSchemaNet.Tests;

/// <summary>What is made of the schemas of real descriptions judges as the schemas themselves do.</summary>
public sealed class DescriptionTests(ITestOutputHelper output)
{
    private static readonly JsonNode?[] Others = [null, true, 1, -1.5, "", "text", new JsonArray(), new JsonObject()];

    [Fact]
    public async Task ToJsonSchema_OwnSample_JudgesAsTheValidator() =>
        await CompareAsync(Path.Combine(SharedData.RepositoryRoot, "samples", "payments.openapi.yaml"), atLeast: 20);

    [Theory]
    [InlineData("guru", 40, 400)]
    public async Task ToJsonSchema_Corpus_JudgesAsTheValidator(string folder, int files, int atLeast)
    {
        var all = Directory.EnumerateFiles(SharedData.Require(folder)).Where(f => new FileInfo(f).Length < 120_000).Order(StringComparer.Ordinal).Take(files)
            .ToList();
        var count = 0;
        foreach (var file in all) count += await CompareAsync(file, atLeast: 0);
        output.WriteLine($"{count} verdicts over {all.Count} descriptions.");
        count.Should().BeGreaterThan(atLeast);
    }

    private static async Task<int> CompareAsync(string file, int atLeast)
    {
        if ((await ApiSpecReader.ReadFileAsync(file, cancellationToken: TestContext.Current.CancellationToken)).Spec is not { } spec) return 0;
        var samples = new SampleGenerator(spec);
        var count = 0;
        foreach (var schema in spec.Operations.SelectMany(Schemas).Where(s => s.IsDefined).Distinct())
        {
            var ours = CompiledSchema.Compile(schema, Options(spec)).Schema!;
            if (new SchemaSet(spec).ProblemsOf(schema).Any(p => p.Severity == ProblemSeverity.Error)) continue;
            var theirs = spec.ToJsonSchema(schema);
            foreach (var value in Others.Concat(Variants(JsonNode.Parse(samples.Make(schema).Json.Span))))
            {
                count++;
                using var document = JsonDocument.Parse(value?.ToJsonString() ?? "null");
                theirs.Evaluate(document.RootElement, new EvaluationOptions()).IsValid.Should()
                    .Be(ours.IsValid(document.RootElement), "{0} judges {1}", schema.Location, document.RootElement.GetRawText());
            }
        }
        count.Should().BeGreaterThanOrEqualTo(atLeast);
        return count;
    }

    /// <summary>A sample, and the sample with each member of its root taken away, made null and made a list.</summary>
    private static IEnumerable<JsonNode?> Variants(JsonNode? sample)
    {
        yield return sample;
        if (sample is not JsonObject whole) yield break;
        foreach (var name in whole.Select(member => member.Key).Take(8))
        {
            var without = (JsonObject)whole.DeepClone();
            without.Remove(name);
            yield return without;
            foreach (var other in new JsonNode?[] { null, new JsonArray(), "text", 0 })
            {
                var changed = (JsonObject)whole.DeepClone();
                changed[name] = other;
                yield return changed;
            }
        }
    }

    private static IEnumerable<RawNode> Schemas(ApiOperation operation) =>
        operation.Parameters.Select(p => p.Schema).Concat((operation.RequestBody?.Content ?? []).Concat(operation.Responses.SelectMany(r => r.Content))
            .Where(c => c.IsJson).Select(c => c.Schema));

    private static SchemaOptions Options(ApiSpec spec) => new()
    {
        Documents = spec.Documents,
        SkipBrokenKeywords = true,
        Dialect = spec.Edition switch
        {
            OpenApiEdition.V20 => SchemaDialect.OpenApi20,
            OpenApiEdition.V30 => SchemaDialect.OpenApi30,
            _ => SchemaDialect.Draft202012,
        },
    };
}
