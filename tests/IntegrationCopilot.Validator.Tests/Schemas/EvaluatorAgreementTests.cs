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

    private static readonly Gen<(string Schema, string Instance, SchemaDialect Dialect)> Samples =
        from schema in RandomSchemas.Schemas(6)
        from instance in RandomSchemas.Values(8)
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
}
