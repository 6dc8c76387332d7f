using System.Text;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator.Tests.Documents;

/// <summary>What is told of schemas is proved: thousands of schemas made from a seed, against the evaluator.</summary>
public sealed class ProofTests
{
    private const int Schemas = 6_000;

    private static readonly byte[][] Instances = [.. new[]
    {
        "null", "true", "false", "0", "1", "2", "3", "4", "5", "-1", "1.5", "2.5", "10", "\"\"", "\"a\"", "\"b\"", "\"ab\"", "\"abc\"", "\"abcd\"",
        "\"2024-05-31\"", "[]", "[1]", "[1,2]", "[1,1]", "[\"a\"]", "[\"a\",\"b\"]", "[1,2,3]",
        "[null]", "[[1]]", "[{}]", "{}", "{\"a\":1}", "{\"a\":\"a\"}", "{\"a\":null}", "{\"b\":1}", "{\"b\":\"ab\"}", "{\"a\":1,\"b\":2}",
        "{\"a\":\"a\",\"b\":\"b\"}", "{\"a\":\"ab\",\"b\":1}", "{\"a\":[],\"b\":{}}", "{\"c\":1}", "{\"a\":1,\"b\":1,\"c\":1}", "{\"a\":{\"a\":1}}",
        "{\"a\":[1]}", "{\"b\":[]}",
    }.Select(Encoding.UTF8.GetBytes)];

    [Fact]
    public void Satisfaction_SchemaToldUnmeetable_IsMetByNoInstance()
    {
        var told = 0;
        foreach (var (spec, schema) in Made("S"))
        {
            var schemas = new DocumentSchemas(spec);
            var node = schemas.NodeOf(schema[0]);
            if (new Satisfaction(schemas).FaultOf(node) is null) continue;
            told++;
            Instances.Where(i => schemas.Decide(node, i) == true).Select(Encoding.UTF8.GetString).Should()
                .BeEmpty("{0} is told to be met by nothing", schema[0].ToString());
        }
        told.Should().BeGreaterThan(300);
    }

    [Fact]
    public void Inclusion_SchemaToldToHoldAnother_HoldsAllItsInstances()
    {
        var told = 0;
        foreach (var (spec, pair) in Made("S", "T"))
        {
            var schemas = new DocumentSchemas(spec);
            var (inner, outer) = (schemas.NodeOf(pair[0]), schemas.NodeOf(pair[1]));
            if (!new Inclusion(schemas).Of(inner, outer)) continue;
            told++;
            Instances.Where(i => schemas.Decide(inner, i) == true && schemas.Decide(outer, i) != true).Select(Encoding.UTF8.GetString).Should()
                .BeEmpty("all of {0} is told to meet {1}", pair[0].ToString(), pair[1].ToString());
        }
        told.Should().BeGreaterThan(100);
    }

    private static IEnumerable<(ApiSpec Spec, RawNode[] Schemas)> Made(params string[] names)
    {
        for (var seed = 0; seed < Schemas; seed++)
        {
            var random = new Random(seed);
            var isNew = seed % 2 == 0;
            var schemas = new JsonObject(names.Select(name => KeyValuePair.Create(name, (JsonNode?)Schema(random, isNew, 3))));
            var document = new JsonObject { ["openapi"] = isNew ? "3.1.0" : "3.0.3", ["info"] = new JsonObject { ["title"] = "t", ["version"] = "1" },
                ["paths"] = new JsonObject(), ["components"] = new JsonObject { ["schemas"] = schemas } };
            var spec = ApiSpecReader.Read(Encoding.UTF8.GetBytes(document.ToJsonString()), "made.json").Spec!;
            yield return (spec, [.. names.Select(name => spec.Document.Root["components"]["schemas"][name])]);
        }
    }

    private static JsonObject Schema(Random random, bool isNew, int depth)
    {
        var schema = new JsonObject();
        if (random.Next(3) > 0) schema["type"] = Pick(random, "string", "integer", "number", "boolean", "array", "object", "object", "array");
        foreach (var _ in Enumerable.Range(0, random.Next(4))) Add(schema, random, isNew, depth);
        return schema;
    }

    private static void Add(JsonObject schema, Random random, bool isNew, int depth)
    {
        JsonNode Inner() => Schema(random, isNew, depth - 1);
        JsonArray Several() => new([.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => Inner())]);
        switch (random.Next(depth > 0 ? 22 : 14))
        {
            case 0: schema["minimum"] = random.Next(4); break;
            case 1: schema["maximum"] = random.Next(4); break;
            case 2: schema["multipleOf"] = 1 + random.Next(4); break;
            case 3 when isNew: schema["exclusiveMinimum"] = random.Next(4); break;
            case 4 when isNew: schema["exclusiveMaximum"] = random.Next(4); break;
            case 3 or 4: schema["nullable"] = true; break;
            case 5: schema["minLength"] = random.Next(4); break;
            case 6: schema["maxLength"] = random.Next(4); break;
            case 7: schema["pattern"] = Pick(random, "^a", "^[a-c]{2}$", "b$", "^a*$", "^(a|bc)d?$"); break;
            case 8: schema["enum"] =
                new JsonArray([.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => JsonNode.Parse(Instances[random.Next(Instances.Length)]))]); break;
            case 9: schema["required"] = new JsonArray([.. new[] { "a", "b", "c" }.Where(_ => random.Next(2) == 0).Select(n => (JsonNode)n)]); break;
            case 10: schema["minItems"] = random.Next(3); break;
            case 11: schema["maxItems"] = random.Next(3); break;
            case 12: schema[random.Next(2) == 0 ? "minProperties" : "maxProperties"] = random.Next(3); break;
            case 13: schema["uniqueItems"] = true; break;
            case 14 or 15: schema["properties"] = new JsonObject { ["a"] = Inner(), ["b"] = Inner() }; break;
            case 16: schema["additionalProperties"] = random.Next(2) == 0 ? false : Inner(); break;
            case 17: schema["items"] = Inner(); break;
            case 18: schema["allOf"] = Several(); break;
            case 19: schema["anyOf"] = Several(); break;
            case 20: schema["oneOf"] = Several(); break;
            default: schema["not"] = Inner(); break;
        }
    }

    private static string Pick(Random random, params string[] values) => values[random.Next(values.Length)];
}
