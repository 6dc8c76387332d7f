using System.Buffers;
using System.Text;

namespace IntegrationCopilot.Validator.Tests;

public sealed class TraceJsonTests
{
    public static TheoryData<int> Samples => [0, 1, 2];

    private static ApiTrace Sample(int which) => which switch
    {
        0 => TraceSamples.Full(),
        1 => TraceSamples.Small(3) with { Response = null, Error = "No route to host", ErrorCategory = TraceErrorCategory.Network },
        _ => TraceSamples.Small(0) with { Duration = TimeSpan.FromTicks(long.MaxValue >> 12), StartedAt = DateTimeOffset.MinValue },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Serialize_AnyTrace_IsItsOwnCanonicalForm(int which)
    {
        var json = TraceJson.Serialize(Sample(which));
        var canonical = new ArrayBufferWriter<byte>();
        CanonicalJson.TryCanonicalize(json, canonical, out var error).Should().BeTrue(error?.Message);
        Encoding.UTF8.GetString(json).Should().Be(Encoding.UTF8.GetString(canonical.WrittenSpan));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void TryParse_Serialized_GivesTheSameTrace(int which)
    {
        TraceJson.TryParse(TraceJson.Serialize(Sample(which)), out var back, out var problem).Should().BeTrue(problem);
        back.Should().BeEquivalentTo(Sample(which), options => options.WithStrictOrdering().ComparingByValue<TraceBody>());
        TraceJson.Serialize(back!).Should().Equal(TraceJson.Serialize(Sample(which)));
    }

    [Fact]
    public void Serialize_FullTrace_HasTheDocumentedNames() =>
        Encoding.UTF8.GetString(TraceJson.Serialize(TraceSamples.Full())).Should()
            .StartWith("""{"case":"refund.success.full","document":{"sha256":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","title":"Payments","version":"1.0"},"durationMs":0.8638,"effect":"CREATES","environment":"SANDBOX","error":"The connection\u0000 broke.","errorAskedFor":true,"errorCategory":"RATE_LIMIT","errorCode":"E_LIMIT","findings":[""")
            .And.Contain(""","origin":"HOSTED_MOCK","partner":""").And.Contain(""","unknown":["header.X-Twice","body/note"],"url":"https:""")
            .And.Contain("""
                "response":{"body":{"base64":"/wCAAQ==","length":6,"sha256":"
                """)
            .And.EndWith("""
                "truncated":true},"headers":[{"name":"Server","value":"x"}],"status":502},"startedAt":"2026-03-01T08:30:08.6419746Z","step":"refund"}
                """);

    [Theory]
    [InlineData("{}", "'durationMs' is missing.")]
    [InlineData("[]", "'durationMs' is missing.")]
    [InlineData("""{"case":1}""", "'case' is not of the kind String.")]
    [InlineData("""{"durationMs":1e300}""", "'durationMs' is too large.")]
    [InlineData("""{"durationMs":1,"environment":"mock"}""", "'environment' is not a known name.")]
    public void TryParse_NotATrace_SaysWhatIsWrong(string json, string expected)
    {
        TraceJson.TryParse(Encoding.UTF8.GetBytes(json), out _, out var problem).Should().BeFalse();
        problem.Should().Be(expected);
    }

    [Fact]
    public void Capture_LongText_IsCutBetweenCharactersAndHashedWhole()
    {
        var body = TraceBody.Capture("aé😀z"u8.ToArray(), 5);
        body.Text.Should().Be("aé");
        (body.IsTruncated, body.Length, body.IsText).Should().Be((true, 8L, true));
        body.Sha256.Should().Be(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("aé😀z"u8)));
    }

    [Fact]
    public void NewId_LaterTime_SortsLater()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var first = ApiTrace.NewId(clock);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        string.CompareOrdinal(first, ApiTrace.NewId(clock)).Should().BeNegative();
        Guid.Parse(first).Version.Should().Be(7);
    }
}
