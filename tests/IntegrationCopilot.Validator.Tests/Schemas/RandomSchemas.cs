using FsCheck;
using FsCheck.Fluent;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Random schemas and values.</summary>
internal static class RandomSchemas
{
    private static readonly string[] Names = ["a", "b", "c", "longer-name", "type"];

    private static Gen<List<T>> Few<T>(Gen<T> items, int most) => Gen.Choose(0, most).SelectMany(n => Gen.ListOf(items, n)).Select(l => l.ToList());

    /// <summary>JSON texts.</summary>
    public static Gen<string> Values(int depth)
    {
        var scalars = Gen.Elements("null", "true", "false", "0", "1", "1.0", "2.5", "-3", "1e2", "12345678901234567890", "\"\"", "\"a\"", "\"abc\"",
            "\"\\u0061b\"", "\"😀\"", "\"2024-01-01\"");
        if (depth <= 0) return scalars;
        var inner = Values(depth / 2);
        return Gen.Frequency(
            (2, scalars),
            (2, Few(inner, 4).Select(l => $"[{string.Join(',', l)}]")),
            (3, Few(Gen.Elements(Names).Zip(inner), 4)
                .Select(l => $"{{{string.Join(',', l.DistinctBy(p => p.Item1).Select(p => $"\"{p.Item1}\":{p.Item2}"))}}}")));
    }

    /// <summary>Schemas that refer to <c>d0</c> and <c>d1</c> of what lies around them.</summary>
    public static Gen<string> Schemas(int depth) => depth <= 0
        ? Gen.Elements("true", "false", "{}", """{"type":"integer"}""", """{"type":["string","null"]}""", """{"const":1}""", """{"$ref":"#/$defs/d1"}""",
        """{"$ref":"#/definitions/d0"}""")
        : Few(Keywords(depth - 1), 5).Select(l => $"{{{string.Join(',', l.DistinctBy(k => k.Split(':')[0]))}}}");

    private static Gen<string> Keywords(int depth)
    {
        var schema = Schemas(depth);
        var list = Few(schema, 3).Select(l => $"[{string.Join(',', l.DefaultIfEmpty("true"))}]");
        var map = Few(Gen.Elements(Names).Zip(schema), 3)
            .Select(l => $"{{{string.Join(',', l.DistinctBy(p => p.Item1).Select(p => $"\"{p.Item1}\":{p.Item2}"))}}}");
        var number = Gen.Choose(0, 4).Select(n => $"{n}");
        Gen<string> With(string[] names, Gen<string> values) => Gen.Elements(names).Zip(values, (n, v) => $"\"{n}\":{v}");
        return Gen.Frequency(
            (3, With(["type"], Gen.Elements("\"object\"", "\"array\"", "\"string\"", "\"number\"", "\"integer\"", "[\"object\",\"null\"]"))),
            (1, With(["enum"], Gen.Elements("[1,\"a\"]", "[null,{},[]]", "[{\"a\":1},2.5]"))),
            (1, With(["const"], Values(2))),
            (2, With(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "minProperties",
                "maxProperties", "minContains", "maxContains"], number)),
            (1, With(["multipleOf"], Gen.Elements("2", "0.5", "1e1"))),
            (1, With(["uniqueItems", "nullable"], Gen.Elements("true", "false"))),
            (1, With(["pattern"], Gen.Elements("\"^a\"", "\"b$\"", "\"^[a-c]*$\"", "\"(a|b)c?\""))),
            (1, With(["format"], Gen.Elements("\"date\"", "\"int32\"", "\"ipv4\""))),
            (2, With(["properties"], map)),
            (1, With(["patternProperties"], map)),
            (2, With(["additionalProperties", "items", "contains", "propertyNames", "unevaluatedProperties", "unevaluatedItems", "not", "if", "then", "else"],
                schema)),
            (2, With(["allOf", "anyOf", "oneOf", "prefixItems"], list)),
            (1, With(["required"], Gen.SubListOf(Names).Select(l => $"[{string.Join(',', l.Select(n => $"\"{n}\""))}]"))),
            (1, With(["dependentSchemas", "dependencies"], map)),
            (1, With(["$ref"], Gen.Elements("\"#/$defs/d0\"", "\"#/$defs/d1\"", "\"#\"", "\"#/components/schemas/d0\""))),
            (1, With(["dependentRequired"], Gen.Constant("""{"a":["b"]}"""))));
    }
}
