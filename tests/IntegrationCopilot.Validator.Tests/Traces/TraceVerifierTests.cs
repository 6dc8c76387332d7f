namespace IntegrationCopilot.Validator.Tests;

public sealed class TraceVerifierTests
{
    private static readonly ApiTrace[] Three = [TraceSamples.Small(1), TraceSamples.Small(2), TraceSamples.Small(3)];

    [Fact]
    public async Task VerifyAsync_UntouchedFile_IsValidWhateverTheChunks()
    {
        var file = await TraceSamples.FileAsync(
            [.. Three, TraceSamples.Full() with { Request = new() { Method = "PUT", Url = "/", Body = TraceBody.Capture(new byte[200_000]) } }]);
        (await TraceSamples.VerifyAsync(file)).Should().Be(new TraceVerification(4, null));
        (await TraceVerifier.VerifyAsync(new OneByteStream(file), [TraceSamples.Key])).IsValid.Should().BeTrue();
    }

    [Fact]
    public async Task VerifyAsync_NoTraces_IsValid() =>
        (await TraceSamples.VerifyAsync(await TraceSamples.FileAsync([]))).Should().Be(new TraceVerification(0, null));

    public static TheoryData<string, TraceFaultKind, int, int> Tampers => new()
    {
        { "1 2 3 4", TraceFaultKind.Removed, 1, 1 },
        { "0 2 3 4", TraceFaultKind.Removed, 2, 2 },
        { "0 1 4", TraceFaultKind.Removed, 3, 0 },
        { "0 1 2 3", TraceFaultKind.NotClosed, 5, 0 },
        { "0", TraceFaultKind.NotClosed, 2, 0 },
        { "", TraceFaultKind.Truncated, 1, 0 },
        { "0 2 1 3 4", TraceFaultKind.Reordered, 2, 2 },
        { "0 1 2 4 3", TraceFaultKind.Reordered, 4, 0 },
        { "0 1 1 2 3 4", TraceFaultKind.Inserted, 3, 1 },
        { "0 1 2 3 4 4", TraceFaultKind.Inserted, 6, 0 },
        { "0 1 2 3 4 0 1 2 3 4", TraceFaultKind.Inserted, 6, 0 },
    };

    [Theory]
    [MemberData(nameof(Tampers))]
    public async Task VerifyAsync_LinesMoved_NamesKindLineAndEntry(string order, TraceFaultKind kind, int line, int trace)
    {
        var lines = TraceSamples.Lines(await TraceSamples.FileAsync(Three));
        byte[] file = [.. order.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(i => lines[int.Parse(i)])];
        var fault = (await TraceSamples.VerifyAsync(file)).FirstFault!;
        (fault.Kind, fault.Line, fault.EntryId).Should().Be((kind, line, trace == 0 ? null : TraceSamples.Small(trace).Id));
    }

    [Fact]
    public async Task VerifyAsync_ChangedStatus_NamesTheEntryAndCountsThoseBefore()
    {
        var lines = TraceSamples.Lines(await TraceSamples.FileAsync(Three));
        var at = lines[2].AsSpan().IndexOf("\"status\":200"u8);
        lines[2][at + 9] = (byte)'5';
        var verification = await TraceSamples.VerifyAsync([.. lines.SelectMany(line => line)]);
        verification.Should().Be(new TraceVerification(1, new(3, TraceSamples.Small(2).Id, TraceFaultKind.Changed, "Entry 2 is not what was signed.")));
    }

    [Fact]
    public async Task VerifyAsync_LineOfAnotherFile_IsInsertedOrReplaced()
    {
        var lines = TraceSamples.Lines(await TraceSamples.FileAsync(Three));
        var others = TraceSamples.Lines(await TraceSamples.FileAsync([TraceSamples.Small(9), TraceSamples.Small(8)]));
        byte[] inserted = [.. lines[0], .. lines[1], .. "free text\n"u8, .. lines[2], .. lines[3], .. lines[4]];
        (await TraceSamples.VerifyAsync(inserted)).FirstFault!.Should().Match<TraceFault>(fault => fault.Kind == TraceFaultKind.Inserted && fault.Line == 3);
        byte[] replaced = [.. lines[0], .. lines[1], .. others[2], .. lines[3], .. lines[4]];
        (await TraceSamples.VerifyAsync(replaced)).FirstFault!.Should().Match<TraceFault>(fault => fault.Kind == TraceFaultKind.Inserted && fault.Line == 3);
    }

    [Fact]
    public async Task VerifyAsync_WrongSecretUnderTheSameId_IsChanged()
    {
        var impostor = new TraceKey("k1", TraceSamples.OtherKey.Secret);
        (await TraceSamples.VerifyAsync(await TraceSamples.FileAsync(Three), impostor)).FirstFault!.Should()
            .Match<TraceFault>(fault => fault.Kind == TraceFaultKind.Changed && fault.Line == 1);
    }

    [Fact]
    public async Task VerifyAsync_TwoKeysOfOneId_IsACallersMistake() =>
        await FluentActions.Awaiting(() => TraceSamples.VerifyAsync([], TraceSamples.Key, TraceSamples.Key)).Should().ThrowAsync<ArgumentException>();

    [Theory]
    [InlineData("hello\n", TraceFaultKind.Malformed)]
    [InlineData("hello", TraceFaultKind.Truncated)]
    [InlineData("\n\n\n", TraceFaultKind.Malformed)]
    public async Task VerifyAsync_NotATraceFile_SaysSo(string content, TraceFaultKind kind) =>
        (await TraceSamples.VerifyAsync(System.Text.Encoding.UTF8.GetBytes(content))).Should()
            .Match<TraceVerification>(v => v.EntryCount == 0 && v.FirstFault!.Kind == kind && v.FirstFault.Line == 1);

    [Fact]
    public async Task VerifyAsync_EndlessLine_EndsInBoundedMemory() =>
        (await TraceVerifier.VerifyAsync(new EndlessStream(), [TraceSamples.Key])).FirstFault!.Kind.Should().Be(TraceFaultKind.Malformed);

    private sealed class OneByteStream(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'x');
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
