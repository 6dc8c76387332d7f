using System.Text;

namespace IntegrationCopilot.Validator.Tests;

public sealed class TraceFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("traces-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string FilePath => Path.Combine(folder, "run.ndjson");

    [Fact]
    public async Task ReadAsync_WrittenFile_GivesTheTracesBack()
    {
        ApiTrace[] traces = [TraceSamples.Full(), TraceSamples.Small(1), TraceSamples.Small(2)];
        var lines = await TraceReader.ReadAsync(new MemoryStream(await TraceSamples.FileAsync(traces))).ToListAsync();
        lines.Select(line => line.Line).Should().Equal(2, 3, 4);
        lines.Select(line => TraceJson.Serialize(line.Trace!)).Should()
            .BeEquivalentTo(traces.Select(TraceJson.Serialize), options => options.WithStrictOrdering());
    }

    [Fact]
    public async Task ReadAsync_LineThatIsNoEntry_GivesAProblemAndGoesOn()
    {
        var lines = TraceSamples.Lines(await TraceSamples.FileAsync([TraceSamples.Small(1), TraceSamples.Small(2)]));
        lines.Insert(2, "what is this?\n"u8.ToArray());
        var read = await TraceReader.ReadAsync(new MemoryStream([.. lines.SelectMany(line => line)])).ToListAsync();
        read.Select(line => (line.Line, line.Trace is null, line.Problem is null)).Should().Equal((2, false, true), (3, true, false), (4, false, true));
    }

    [Fact]
    public async Task OpenAsync_EveryLengthACrashCanLeave_ContinuesTheChain()
    {
        var whole = await TraceSamples.FileAsync([TraceSamples.Small(1), TraceSamples.Small(2)], close: true);
        for (var length = 0; length <= whole.Length; length += 7)
        {
            await File.WriteAllBytesAsync(FilePath, whole[..length]);
            await using (var writer = await TraceWriter.OpenAsync(FilePath, TraceSamples.Key)) await writer.WriteAsync(TraceSamples.Small(3));
            var verification = await TraceSamples.VerifyAsync(await File.ReadAllBytesAsync(FilePath));
            verification.FirstFault.Should().BeNull($"the file was cut after {length} bytes");
            verification.EntryCount.Should().Be(TraceSamples.Lines(whole[..length]).Count switch { < 2 => 1, 2 => 2, _ => 3 });
        }
    }

    [Fact]
    public async Task OpenAsync_OtherKey_RotatesAndNeedsBothToVerify()
    {
        await using (var writer = await TraceWriter.OpenAsync(FilePath, TraceSamples.Key)) await writer.WriteAsync(TraceSamples.Small(1));
        await using (var writer =
            await TraceWriter.OpenAsync(FilePath, TraceSamples.OtherKey, [TraceSamples.Key])) await writer.WriteAsync(TraceSamples.Small(2));
        var file = await File.ReadAllBytesAsync(FilePath);
        (await TraceSamples.VerifyAsync(file, TraceSamples.Key, TraceSamples.OtherKey)).Should().Be(new TraceVerification(2, null));
        var fault = (await TraceSamples.VerifyAsync(file, TraceSamples.Key)).FirstFault!;
        (fault.Line, fault.Kind, fault.EntryId).Should().Be((3, TraceFaultKind.UnknownKey, TraceSamples.Small(2).Id));
        fault.Message.Should().Contain("'k2'");
    }

    [Fact]
    public async Task OpenAsync_LastEntryIsNotOurs_IsRefusedAndTheFileIsLeftAlone()
    {
        await File.WriteAllTextAsync(FilePath, "a shopping list");
        await FluentActions.Awaiting(() => TraceWriter.OpenAsync(FilePath, TraceSamples.Key)).Should().ThrowAsync<InvalidDataException>();
        (await File.ReadAllTextAsync(FilePath)).Should().Be("a shopping list");
        await File.WriteAllBytesAsync(FilePath, await TraceSamples.FileAsync([TraceSamples.Small(1)], TraceSamples.OtherKey));
        await FluentActions.Awaiting(() => TraceWriter.OpenAsync(FilePath, TraceSamples.Key)).Should().ThrowAsync<InvalidDataException>();
    }

    [Fact]
    public async Task OpenAsync_WhileAnotherWriterHasIt_IsRefused()
    {
        await using var writer = await TraceWriter.OpenAsync(FilePath, TraceSamples.Key);
        await FluentActions.Awaiting(() => TraceWriter.OpenAsync(FilePath, TraceSamples.Key)).Should().ThrowAsync<IOException>();
    }

    [Fact]
    public async Task WriteAsync_ManyAtOnce_MakesOneChain()
    {
        await using (var writer = await TraceWriter.OpenAsync(FilePath, TraceSamples.Key))
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => writer.WriteAsync(TraceSamples.Small(i)))));
            writer.Count.Should().Be(100);
        }

        (await TraceSamples.VerifyAsync(await File.ReadAllBytesAsync(FilePath))).Should().Be(new TraceVerification(100, null));
    }

    [Fact]
    public async Task WriteAsync_AfterAFailedWrite_RefusesToGoOnAndLeavesNoClosingEntry()
    {
        var stream = new FailingStream(failAtWrite: 3);
        var writer = await TraceWriter.StartAsync(stream, TraceSamples.Key);
        await writer.WriteAsync(TraceSamples.Small(1));
        await FluentActions.Awaiting(() => writer.WriteAsync(TraceSamples.Small(2))).Should().ThrowAsync<IOException>();
        await FluentActions.Awaiting(() => writer.WriteAsync(TraceSamples.Small(3))).Should().ThrowAsync<InvalidOperationException>();
        await writer.DisposeAsync();
        (await TraceSamples.VerifyAsync(stream.ToArray())).FirstFault!.Kind.Should().Be(TraceFaultKind.NotClosed);
    }

    [Fact]
    public async Task WriteAsync_TraceNoVerifierWouldRead_IsRefusedAndTheChainGoesOn()
    {
        await using (var writer = await TraceWriter.OpenAsync(FilePath, TraceSamples.Key))
        {
            var huge = TraceSamples.Small(1) with { Request =
                new() { Method = "PUT", Url = "/", Body = TraceBody.Capture(new byte[12_000_000], int.MaxValue) } };
            await writer.Awaiting(w => w.WriteAsync(huge)).Should().ThrowAsync<ArgumentException>();
            await writer.WriteAsync(TraceSamples.Small(2));
        }

        (await TraceSamples.VerifyAsync(await File.ReadAllBytesAsync(FilePath))).Should().Be(new TraceVerification(1, null));
    }

    [Fact]
    public async Task CreateAsync_NewKeyFile_IsPrivateAndReadsBack()
    {
        var path = Path.Combine(folder, "run.ndjson.key");
        var key = TraceKey.Generate();
        await TraceKeyFile.CreateAsync(path, key);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var back = (await TraceKeyFile.ReadAsync(path)).Key!;
        back.Id.Should().Be(key.Id);
        new TraceSigner(back).Sign(TraceSamples.Full()).Should().Be(new TraceSigner(key).Sign(TraceSamples.Full()));
        await FluentActions.Awaiting(() => TraceKeyFile.CreateAsync(path, key)).Should().ThrowAsync<IOException>();
    }

    [Theory]
    [InlineData("not json", "it is not JSON")]
    [InlineData("[]", "it is not a JSON object")]
    [InlineData("""{"keyId":"a b","key":"AAAAAAAAAAAAAAAAAAAAAA=="}""", "'keyId' is missing or not an identifier")]
    [InlineData("""{"keyId":"a"}""", "'key' is missing or not base64")]
    [InlineData("""{"keyId":"a","key":"AAAA"}""", "'key' is shorter than 16 bytes")]
    public async Task ReadAsync_NotAKeyFile_SaysWhy(string content, string reason)
    {
        var path = Path.Combine(folder, "key.json");
        await File.WriteAllTextAsync(path, content);
        var result = await TraceKeyFile.ReadAsync(path);
        result.Key.Should().BeNull();
        result.Problem.Should().Contain(reason);
        (await TraceKeyFile.ReadAsync(path + ".absent")).Problem.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public void Verify_ChangedTraceOrOtherKey_DoesNotHold()
    {
        var signer = new TraceSigner(TraceSamples.Key);
        var signature = signer.Sign(TraceSamples.Full());
        signer.Verify(TraceSamples.Full(), signature).Should().BeTrue();
        signer.Verify(TraceSamples.Full() with { Partner = "x" }, signature).Should().BeFalse();
        signer.Verify(TraceSamples.Full(), signature with { Value = signature.Value.ToUpperInvariant() }).Should().BeFalse();
        new TraceSigner(TraceSamples.OtherKey).Verify(TraceSamples.Full(), signature).Should().BeFalse();
    }

    [Fact]
    public void ToString_Key_DoesNotShowTheSecret() => TraceSamples.Key.ToString().Should().Be("TraceKey k1");

    private sealed class FailingStream(int failAtWrite) : MemoryStream
    {
        private int writes;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            ++writes == failAtWrite ? throw new IOException("The disk is full.") : base.WriteAsync(buffer, cancellationToken);
    }
}
