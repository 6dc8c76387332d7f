using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static IntegrationCopilot.Validator.Tests.SchemaSamples;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>The fast evaluator and the complete one never disagree, whatever schema and instance they get.</summary>
public sealed class EvaluatorAgreementTests
{
    /// <summary>Enough for the clock of patterns to run on while a busy machine does something else: time counts as steps.</summary>
    private const int MaxSteps = 10_000_000;

    private static readonly string[] Names = ["a", "b", "c", "longer-name", "type"];
    private static readonly Gen<(string Schema, string Instance, SchemaDialect Dialect)> Samples =
        from schema in Schemas(6)
        from instance in Values(8)
        from dialect in Gen.Elements(Enum.GetValues<SchemaDialect>())
        select (schema, instance, dialect);

    private static int valid;
    private static int invalid;

    /// <summary>The seed is fixed so that a build fails because of a change and never by chance; take it away to look for further faults.</summary>
    [Property(MaxTest = 3000, Replay = "16905061398866101524,14527351724418031817")]
    public Property IsValid_RandomSchemaAndInstance_AgreesWithValidate() => Prop.ForAll(
        Samples.ToArbitrary(),
        sample =>
        {
            var (body, instance, dialect) = sample;
            var text = $$$"""{"allOf":[{{{body}}}],"$defs":{"d0":{{{body}}},"d1":{"type":["object","integer"]}},"definitions":{"d0":{"maxProperties":3}},"components":{"schemas":{"d0":{"required":["a"]} } } }""";
            var schema = Compile(text, new SchemaOptions { Dialect = dialect, SkipBrokenKeywords = true, AssertFormats = true, MaxSteps = MaxSteps }).Schema!;
            var utf8 = Encoding.UTF8.GetBytes(instance);
            var fast = schema.IsValid(utf8);
            var alone = schema.Explain(utf8);
            var findings = schema.Validate(utf8);
            if (fast) Interlocked.Increment(ref valid);
            else Interlocked.Increment(ref invalid);
            var asked = !findings.Any(f => f.Severity == FindingSeverity.Error);
            // By itself each evaluator gives up after its own count of steps; asked together they still agree.
            var complete = alone.Any(f => f.Code == "evaluation-limit") ? asked : !alone.Any(f => f.Severity == FindingSeverity.Error);
            return fast == complete && fast == asked
                ? true
                : throw new InvalidOperationException($"{dialect}: {text} on {instance}: {fast}, {complete} and {asked}");
        });

    [Property(MaxTest = 500, Replay = "16905061398866101524,14527351724418031817")]
    public Property IsValid_RandomBytes_AgreesWithValidate()
    {
        var pieces =
            Gen.Elements("{", "}", "[", "]", ",", ":", "\"", "\"a\"", "1", "-", ".5", "e3", "true", "nul", " ", "\\u12", "\\ud800", "\xE9", "\0", "\n");
        var schema = Schema("""{"minimum":0,"maxProperties":2,"uniqueItems":true,"maxLength":3}""");
        return Prop.ForAll(Gen.ListOf(pieces).Select(p => Encoding.Latin1.GetBytes(string.Concat(p))).ToArbitrary(), bytes =>
        {
            var readable = IsJson(bytes);
            var findings = schema.Validate(bytes);
            return schema.IsValid(bytes) == (findings.Count == 0) && (readable || findings.Count > 0);
        });
    }

    [Fact]
    public void RandomSamples_AreOfBothKinds()
    {
        IsValid_RandomSchemaAndInstance_AgreesWithValidate().QuickCheckThrowOnFailure();
        valid.Should().BeGreaterThan(10);
        invalid.Should().BeGreaterThan(10);
    }

    private static bool IsJson(byte[] bytes)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(bytes);
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private static Gen<List<T>> Few<T>(Gen<T> items, int most) => Gen.Choose(0, most).SelectMany(n => Gen.ListOf(items, n)).Select(l => l.ToList());

    private static Gen<string> Values(int depth)
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

    private static Gen<string> Schemas(int depth) => depth <= 0
        ? Gen.Elements("true", "false", "{}", """{"type":"integer"}""", """{"type":["string","null"]}""", """{"const":1}""", """{"$ref":"#/$defs/d1"}""", """{"$ref":"#/definitions/d0"}""")
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
