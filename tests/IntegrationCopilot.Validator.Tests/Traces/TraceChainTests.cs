using System.Text;

namespace IntegrationCopilot.Validator.Tests;

public sealed class TraceChainTests
{
    private static readonly ApiTrace[] Traces = [TraceSamples.Full(), TraceSamples.Small(1), TraceSamples.Small(2)];

    [Fact]
    public async Task Append_ContinuedForEveryLine_GivesTheBytesThatAFileHas()
    {
        var lines = new List<ChainLine>();
        using (var chain = TraceChain.Start(TraceSamples.Key)) lines.Add(chain.Header("test-chain"));
        foreach (var trace in Traces)
        {
            using var chain = TraceChain.Continue(TraceSamples.Key, lines[^1].Sequence, lines[^1].Signature);
            lines.Add(chain.Append(trace));
        }

        using (var chain = TraceChain.Continue(TraceSamples.Key, lines[^1].Sequence, lines[^1].Signature)) lines.Add(chain.Close());
        var bytes = lines.SelectMany(line => line.Text.ToArray()).ToArray();
        bytes.Should().Equal(await TraceSamples.FileAsync(Traces));
        (await TraceSamples.VerifyAsync(bytes)).Should().Be(new TraceVerification(Traces.Length, null));
        lines.Select(line => line.Sequence).Should().Equal(0, 1, 2, 3, 4);
    }

    [Fact]
    public void Read_LineOfATrace_GivesItBack()
    {
        using var chain = TraceChain.Start(TraceSamples.Key);
        var header = chain.Header("test-chain");
        var line = chain.Append(TraceSamples.Full());
        TraceJson.Serialize(TraceChain.Read(line.Text)!).Should().Equal(TraceJson.Serialize(TraceSamples.Full()));
        TraceChain.Read(header.Text).Should().BeNull();
        TraceChain.Read("what is this?"u8.ToArray()).Should().BeNull();
    }

    [Fact]
    public void Verify_AnyByteChangedOrOtherKey_DoesNotHold()
    {
        using var chain = TraceChain.Start(TraceSamples.Key);
        chain.Header("test-chain");
        var line = chain.Append(TraceSamples.Small(1)).Text.ToArray();
        TraceChain.Verify(line, TraceSamples.Key).Should().BeTrue();
        TraceChain.Verify(line.AsSpan()[..^1], TraceSamples.Key).Should().BeTrue("the line end is not part of what is signed");
        TraceChain.Verify(line, TraceSamples.OtherKey).Should().BeFalse();
        for (var at = 0; at < line.Length - 1; at++)
        {
            var changed = line.ToArray();
            changed[at] ^= 1;
            TraceChain.Verify(changed, TraceSamples.Key).Should().BeFalse($"byte {at} was changed in {Encoding.UTF8.GetString(line)}");
        }
    }

    [Fact]
    public void Append_BeforeHeaderOrAfterClosing_IsRefused()
    {
        using var chain = TraceChain.Start(TraceSamples.Key);
        chain.Invoking(open => open.Append(TraceSamples.Small(1))).Should().Throw<InvalidOperationException>();
        chain.Header("test-chain");
        chain.Invoking(open => open.Header("again")).Should().Throw<InvalidOperationException>();
        chain.Close();
        chain.Invoking(open => open.Append(TraceSamples.Small(1))).Should().Throw<InvalidOperationException>();
    }
}
