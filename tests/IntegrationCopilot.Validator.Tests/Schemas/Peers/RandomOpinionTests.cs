using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using static IntegrationCopilot.Validator.Tests.SchemaSamples;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Ours beside JsonSchema.Net over random schemas and values: each kind of difference is listed with who is right, and must still be met.</summary>
public sealed class RandomOpinionTests(ITestOutputHelper output)
{
    private const int Samples = 3_000;
    private const ulong Seed = 7;

    /// <summary>Kinds of difference: what tells them, who is right, and why.</summary>
    private static readonly (string[] Drafts, Func<Sample, bool> Is, string Right, string Reason)[] Known =
    [
        (["draft2019-09", "draft2020-12"], IsOldDependencies, "both",
            "'dependencies' is split into dependentSchemas and dependentRequired (core 2020-12, section 10.2.2.4; 2019-09, section 9.2.2.4): we keep its meaning."),
        (["draft6", "draft7"], IsSiblingOfReference, "ours", "Nothing beside '$ref' counts (core draft 6, section 8; draft 7, section 8.3)."),
    ];

    [Theory]
    [InlineData("draft6")]
    [InlineData("draft7")]
    [InlineData("draft2019-09")]
    [InlineData("draft2020-12")]
    public void Verdicts_RandomSchemaAndValue_DifferOnlyAsListed(string draft)
    {
        var (_, ours, theirs) = SchemaPeer.Drafts.Single(d => d.Draft == draft);
        var generator = from body in RandomSchemas.Schemas(6) from value in RandomSchemas.Values(8) select (body, value);
        List<Sample> differences = [];
        var verdicts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (body, value) in generator.Sample(Samples, new Rnd(Seed), 60))
        {
            var schema = Around(body, ours);
            if (Compile(schema, new SchemaOptions { Dialect = ours }).Schema is not { } compiled) continue;
            var sample = new Sample(draft, schema, value, SchemaPeer.Verdict(compiled.IsValid(Encoding.UTF8.GetBytes(value))),
                SchemaPeer.Compile(schema, theirs)(value));
            verdicts[sample.Ours] = verdicts.GetValueOrDefault(sample.Ours) + 1;
            if (sample.Ours != sample.Theirs) differences.Add(sample);
        }
        output.WriteLine($"{draft}: {string.Join(", ", verdicts.Select(v => $"{v.Value} {v.Key}"))}; {differences.Count} differ.");
        verdicts.Values.Should().HaveCount(2).And.OnlyContain(count => count > 100);
        var known = Known.Where(k => k.Drafts.Contains(draft)).ToList();
        string.Join('\n', differences.Where(d => !known.Any(k => k.Is(d)))).Should().BeEmpty("what differs is of a known kind");
        known.Where(k => !differences.Any(k.Is)).Select(k => k.Reason).Should().BeEmpty("a kind that is not met any more is no known kind");
    }

    /// <summary>Whether the two agree once <c>dependencies</c> has no meaning to us either.</summary>
    private static bool IsOldDependencies(Sample sample) =>
        Schema(sample.Schema.Replace("\"dependencies\"", "\"formerly\"", StringComparison.Ordinal),
            new SchemaOptions { Dialect = SchemaPeer.Drafts.Single(d => d.Draft == sample.Draft).Ours })
            .IsValid(Encoding.UTF8.GetBytes(sample.Value)) == (sample.Theirs == "valid");

    /// <summary>Whether the two agree once nothing stands beside a <c>$ref</c>.</summary>
    private static bool IsSiblingOfReference(Sample sample)
    {
        var schema = JsonNode.Parse(sample.Schema)!;
        RemoveSiblings(schema);
        return SchemaPeer.Compile(schema.ToJsonString(), SchemaPeer.Drafts.Single(d => d.Draft == sample.Draft).Theirs)(sample.Value) == sample.Ours;
    }

    private static void RemoveSiblings(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) RemoveSiblings(item);
        }
        else if (node is JsonObject schema)
        {
            var isReference = schema.ContainsKey("$ref");
            foreach (var (name, value) in schema.ToList())
            {
                if (isReference && name != "$ref") schema.Remove(name);
                else RemoveSiblings(value);
            }
        }
    }

    /// <summary>What the schema refers to lies where the draft keeps definitions, and refers to nothing itself: circles that never end have no
    /// verdict.</summary>
    private static string Around(string body, SchemaDialect dialect)
    {
        var text = $$$"""{"allOf":[{{{body}}}],"$defs":{"d0":{"required":["a"],"maxProperties":3},"d1":{"type":["object","integer"]} } }"""
            .Replace("\"$ref\":\"#\"", "\"$ref\":\"#/$defs/d0\"", StringComparison.Ordinal);
        return text.Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal).Replace("#/definitions/", "#/$defs/", StringComparison.Ordinal)
            .Replace("$defs", dialect is SchemaDialect.Draft6 or SchemaDialect.Draft7 ? "definitions" : "$defs", StringComparison.Ordinal);
    }

    private sealed record Sample(string Draft, string Schema, string Value, string Ours, string Theirs);
}
