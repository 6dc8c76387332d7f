using System.Diagnostics;
using System.Text;
using static IntegrationCopilot.Validator.Tests.SchemaSamples;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>Whatever is sent, the answer is a finding, in bounded time and memory.</summary>
public sealed class HostileInputTests
{
    private const string Anything = """{"properties":{"a":{"$ref":"#"}},"items":{"$ref":"#"},"additionalProperties":{"$ref":"#"}}""";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("[", "")]
    [InlineData("{\"a\":", "")]
    [InlineData("[{\"a\":", "")]
    [InlineData("[", "]")]
    public void Validate_HundredThousandLevels_IsAFinding(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000));
        Check(Anything, text).Should().Be("too-deep@body");
    }

    [Fact]
    public void Validate_DeepestAllowedUnderDeepestSchema_DoesNotOverflow()
    {
        var options = new SchemaOptions { MaxDepth = 1000 };
        var text = string.Concat(Enumerable.Repeat("{\"a\":[", 500)) + "1" + string.Concat(Enumerable.Repeat("]}", 500));
        const string schema = """{"allOf":[{"anyOf":[{"oneOf":[{"properties":{"a":{"$ref":"#"}},"items":{"$ref":"#"}}]}]}],"unevaluatedProperties":false}""";
        Check(schema, text, options).Should().BeOneOf("", "evaluation-limit@body");
    }

    [Theory]
    [InlineData(new byte[] { 0x22, 0xC3, 0x28, 0x22 }, "not-utf8")]
    [InlineData(new byte[] { 0x22, 0xED, 0xA0, 0x80, 0x22 }, "not-utf8")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x31, 0x00 }, "not-utf8")]
    [InlineData(new byte[] { 0x22, 0xE2, 0x82 }, "not-utf8")]
    [InlineData(new byte[] { 0x22, 0x01, 0x22 }, "not-json")]
    [InlineData(new byte[] { 0x00 }, "not-json")]
    public void Validate_BrokenBytes_AreAFinding(byte[] text, string code)
    {
        var schema = Schema("true");
        schema.IsValid(text).Should().BeFalse();
        schema.Validate(text).Single().Code.Should().Be(code);
    }

    [Fact]
    public void Validate_EveryCutOfAText_IsAFinding()
    {
        var schema = Schema("true");
        var text = """{"a":[1.5e3,true,null,"x\u00e9\n😀"],"b":{}}"""u8.ToArray();
        schema.IsValid(text).Should().BeTrue();
        for (var length = 0; length < text.Length; length++)
        {
            schema.IsValid(text.AsSpan(0, length)).Should().BeFalse();
            schema.Validate(text.AsMemory(0, length)).Should().ContainSingle().Which.Code.Should().BeOneOf("truncated", "not-utf8");
        }
    }

    [Fact]
    public void Validate_HundredMegabytes_IsAFindingInBoundedMemory()
    {
        var schema = Schema(Anything);
        var text = new byte[100_000_000];
        text.AsSpan().Fill((byte)' ');
        text[0] = (byte)'[';
        text[^1] = (byte)']';
        var before = GC.GetAllocatedBytesForCurrentThread();
        schema.Validate(text).Single().Code.Should().Be("too-large");
        schema.IsValid(text).Should().BeFalse();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1_000_000);
    }

    [Fact]
    public void Validate_TooManyValues_IsAFindingInBoundedMemory()
    {
        var schema = Schema(Anything);
        var text = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat('1', 20_000_000))}]");
        var before = GC.GetAllocatedBytesForCurrentThread();
        schema.Validate(text).Single().Code.Should().Be("too-many-values");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(500_000_000);
    }

    [Fact]
    public void Validate_ManyNamesThatRepeatOrCollide_EndsSoon()
    {
        var watch = Stopwatch.StartNew();
        var repeated = $"{{{string.Join(',', Enumerable.Repeat("\"abcdefghij\":1", 200_000))}}}";
        Check(Anything, repeated).Should().StartWith("repeated-name@body.abcdefghij");
        // Names whose first and last eight bytes are equal have equal keys.
        var alike = $"{{{string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"aaaaaaaa{i:D8}zzzzzzzz\":1"))}}}";
        Check(Anything, alike).Should().BeEmpty();
        watch.Elapsed.Should().BeLessThan(Patience);
    }

    [Fact]
    public void Validate_ManySlowMatches_IsAFinding()
    {
        // Each match takes a good part of a second and stays below the time-out of one match; together they would take minutes.
        var options = new SchemaOptions { PatternTimeout = Patience, MaxSteps = 5_000_000 };
        var text = $"[{string.Join(',', Enumerable.Repeat($"\"{new string('a', 22)}!\"", 1_000))}]";
        var compiled = Schema("""{"items":{"pattern":"^(?!(a+)+$)"}}""", options);
        compiled.IsValid(Encoding.UTF8.GetBytes(text)).Should().BeFalse();
        compiled.Validate(Encoding.UTF8.GetBytes(text)).Select(f => f.Code).Should().Contain("evaluation-limit");
    }

    [Theory]
    [InlineData("""{"uniqueItems":true}""")]
    [InlineData("""{"contains":{"uniqueItems":true},"minContains":3}""")]
    [InlineData("""{"items":{"$ref":"#/$defs/a"},"$defs":{"a":{"anyOf":[{"$ref":"#/$defs/b"},{"$ref":"#/$defs/b"}]},"b":{"anyOf":[{"$ref":"#/$defs/c"},{"$ref":"#/$defs/c"}]},"c":{"anyOf":[{"$ref":"#/$defs/d"},{"$ref":"#/$defs/d"}]},"d":{"items":{"$ref":"#/$defs/a"},"maxItems":-0}}}""")]
    public void Validate_QuadraticOrExponentialWork_EndsSoon(string schema)
    {
        var watch = Stopwatch.StartNew();
        var wide = $"[{string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"{{\"k\":{i},\"same\":[[[[1]]]]}}"))}]";
        var deep = new string('[', 30) + new string(']', 30);
        foreach (var instance in new[] { wide, deep })
        {
            var compiled = Schema(schema, new SchemaOptions { MaxSteps = 20_000_000 });
            var utf8 = Encoding.UTF8.GetBytes(instance);
            compiled.Invoking(s => (s.IsValid(utf8), s.Validate(utf8))).Should().NotThrow();
        }
        watch.Elapsed.Should().BeLessThan(Patience);
    }
}
