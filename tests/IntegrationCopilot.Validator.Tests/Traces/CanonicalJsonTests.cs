using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;

namespace IntegrationCopilot.Validator.Tests;

/// <summary>The vectors are those of RFC 8785 itself.</summary>
public sealed class CanonicalJsonTests
{
    /// <summary>RFC 8785, appendix B: the bits of a double and how it is written.</summary>
    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("41b3de4355555555", "333333333.3333333")]
    [InlineData("41b3de4355555556", "333333333.3333334")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void TryFormat_AppendixB_WritesEcmaScriptForm(string bits, string expected) =>
        Format(BitConverter.Int64BitsToDouble(long.Parse(bits, NumberStyles.HexNumber, CultureInfo.InvariantCulture))).Should().Be(expected);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void TryFormat_NoJsonForm_ReturnsFalse(double value) =>
        EcmaScriptNumber.TryFormat(value, new byte[EcmaScriptNumber.MaxLength], out _).Should().BeFalse();

    [Property(MaxTest = 2000)]
    public void TryFormat_AnyBits_ReadsBackAsTheSameNumber(long bits)
    {
        var value = BitConverter.Int64BitsToDouble(bits);
        if (!double.IsFinite(value)) return;
        double.Parse(Format(value), CultureInfo.InvariantCulture).Should().Be(value);
    }

    /// <summary>RFC 8785, section 3.2.2 and 3.2.4.</summary>
    [Fact]
    public void TryCanonicalize_ExampleOfSection322_GivesThePublishedBytes()
    {
        const string Input = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50,
                          2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """;
        const string Published =
            "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333332c31652b33302c342e352c"
            + "302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d";
        Convert.ToHexStringLower(Canonical(Input)).Should().Be(Published);
    }

    /// <summary>RFC 8785, section 3.2.3: the names in the order the section lists their values.</summary>
    [Fact]
    public void TryCanonicalize_ExampleOfSection323_SortsByUtf16CodeUnits()
    {
        const string Input = """
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """;
        using var document = JsonDocument.Parse(Canonical(Input));
        document.RootElement.EnumerateObject().Select(property => property.Value.GetString()).Should().Equal(
            "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh");
    }

    [Theory]
    [InlineData("""{"a":1,"\u0061":2}""", CanonicalJsonErrorKind.DuplicateName, 7)]
    [InlineData("""["\ud800"]""", CanonicalJsonErrorKind.LoneSurrogate, 1)]
    [InlineData("""["\udc00\ud800"]""", CanonicalJsonErrorKind.LoneSurrogate, 1)]
    [InlineData("""["\ud800\u0000"]""", CanonicalJsonErrorKind.LoneSurrogate, 1)]
    [InlineData("""{"\ud800x":1}""", CanonicalJsonErrorKind.LoneSurrogate, 1)]
    [InlineData("[1, 1e400]", CanonicalJsonErrorKind.NumberOutOfRange, 4)]
    [InlineData("[NaN]", CanonicalJsonErrorKind.NotJson, 1)]
    [InlineData("{\n\"a\":}", CanonicalJsonErrorKind.NotJson, 6)]
    [InlineData("[1,]", CanonicalJsonErrorKind.NotJson, 3)]
    [InlineData("", CanonicalJsonErrorKind.NotJson, 0)]
    [InlineData("1 2", CanonicalJsonErrorKind.NotJson, 2)]
    public void TryCanonicalize_NoCanonicalForm_SaysWhyAndWhere(string input, CanonicalJsonErrorKind kind, long offset)
    {
        var output = new ArrayBufferWriter<byte>();
        CanonicalJson.TryCanonicalize(Encoding.UTF8.GetBytes(input), output, out var error).Should().BeFalse();
        error!.Kind.Should().Be(kind);
        error.Offset.Should().Be(offset);
        output.WrittenCount.Should().Be(0);
    }

    [Fact]
    public void TryCanonicalize_InvalidUtf8_IsRefused()
    {
        CanonicalJson.TryCanonicalize([(byte)'"', 0xFF, (byte)'"'], new ArrayBufferWriter<byte>(), out var error).Should().BeFalse();
        error!.Kind.Should().Be(CanonicalJsonErrorKind.NotUtf8);
    }

    [Fact]
    public void TryCanonicalize_HundredThousandLevels_NeedsNoCallStack()
    {
        const int Depth = 100_000;
        var deep = string.Concat(Enumerable.Repeat("{\"a\":[", Depth)) + string.Concat(Enumerable.Repeat("]}", Depth));
        Encoding.UTF8.GetString(Canonical(deep)).Should().Be(deep);
    }

    [Property(MaxTest = 500)]
    public void TryCanonicalize_AnyStrings_IsIdempotentAndKeepsTheValue(string[] texts)
    {
        var clean = texts.Where(text => text is not null).Select(text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text))).ToArray();
        var once = Canonical(JsonSerializer.Serialize(clean));
        Canonical(Encoding.UTF8.GetString(once)).Should().Equal(once);
        JsonSerializer.Deserialize<string[]>(once).Should().Equal(clean);
    }

    private static byte[] Canonical(string json)
    {
        var output = new ArrayBufferWriter<byte>();
        CanonicalJson.TryCanonicalize(Encoding.UTF8.GetBytes(json), output, out var error).Should().BeTrue(error?.Message);
        return output.WrittenSpan.ToArray();
    }

    private static string Format(double value)
    {
        var buffer = new byte[EcmaScriptNumber.MaxLength];
        EcmaScriptNumber.TryFormat(value, buffer, out var written).Should().BeTrue();
        return Encoding.ASCII.GetString(buffer, 0, written);
    }
}
