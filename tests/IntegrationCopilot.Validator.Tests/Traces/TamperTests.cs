namespace IntegrationCopilot.Validator.Tests;

/// <summary>Whatever is done to a signed file is found.</summary>
/// <remarks>
/// The lines before a tamper are untouched, so verification of a tampered file goes through the same states up to it as that of the whole file.
/// The states are kept, and each tampered file is verified from the last state before the tamper; a sample is verified from the beginning through the public
/// method as well.
/// </remarks>
public sealed class TamperTests
{
    private const int Traces = 1_000;
    private const int LeastTampers = 20_000;

    [Fact]
    public async Task VerifyAsync_EveryTamperOfAThousandTraces_IsFound()
    {
        var signed = await SignedFile.CreateAsync(Traces);
        var random = new Random(20260301);
        var tried = 0;
        foreach (var tamper in signed.Tampers(random))
        {
            tried++;
            var fault = await signed.VerifyAsync(tamper);
            if (fault is null) Assert.Fail($"not found: {tamper}");
            if (tried % 500 != 0) continue;
            var fromStart = (await TraceSamples.VerifyAsync(signed.Apply(tamper))).FirstFault!;
            fromStart.Kind.Should().Be(fault.Kind, tamper.ToString());
            fromStart.Line.Should().Be(fault.Line + tamper.Line, tamper.ToString());
        }

        tried.Should().BeGreaterThan(LeastTampers);
    }

    [Fact]
    public async Task VerifyAsync_EveryOtherValueOfEveryByte_IsFound()
    {
        var signed = await SignedFile.CreateAsync(2);
        for (var at = 0; at < signed.Content.Length; at++)
        {
            for (var value = 0; value < 256; value++)
            {
                if (value == signed.Content[at]) continue;
                var tamper = signed.Replace(at, 1, [(byte)value]);
                if (await signed.VerifyAsync(tamper) is null) Assert.Fail($"not found: {tamper}");
            }
        }
    }

    private sealed record Tamper(int Line, int Start, int Length, byte[] Replacement)
    {
        public override string ToString() =>
            $"line {Line + 1}: {Length} bytes at {Start} replaced by {Replacement.Length}: {Convert.ToHexString(Replacement.AsSpan(0, Math.Min(16, Replacement.Length)))}";
    }

    private sealed class SignedFile
    {
        private readonly VerificationKeys keys = new([TraceSamples.Key]);
        private readonly List<int> starts = [];
        private readonly List<ChainState> states = [];

        private SignedFile(byte[] content) => Content = content;

        public byte[] Content { get; }

        public static async Task<SignedFile> CreateAsync(int traces)
        {
            var file = new SignedFile(await TraceSamples.FileAsync(Enumerable.Range(1, traces).Select(TraceSamples.Small)));
            var state = new ChainState();
            using var reader = new LineReader(new MemoryStream(file.Content));
            var verifier = new ChainVerifier(reader, file.keys, state);
            var start = 0;
            foreach (var line in TraceSamples.Lines(file.Content))
            {
                file.starts.Add(start);
                file.states.Add(state.Copy());
                start += line.Length;
                (await verifier.StepAsync(default)).Fault.Should().BeNull();
            }

            (await verifier.StepAsync(default)).Should().Be((true, null));
            return file;
        }

        /// <summary>The tampered file, verified from the line where the tamper is.</summary>
        public async Task<TraceFault?> VerifyAsync(Tamper tamper)
        {
            using var lines = new LineReader(new MemoryStream(Apply(tamper, starts[tamper.Line])));
            return (await new ChainVerifier(lines, keys, states[tamper.Line].Copy()).RunAsync(default)).FirstFault;
        }

        public byte[] Apply(Tamper tamper, int from = 0) =>
            [.. Content.AsSpan(from, tamper.Start - from), .. tamper.Replacement, .. Content.AsSpan(tamper.Start + tamper.Length)];

        public Tamper Replace(int start, int length, byte[] replacement)
        {
            var line = starts.BinarySearch(start);
            return new(line >= 0 ? line : ~line - 1, start, length, replacement);
        }

        public IEnumerable<Tamper> Tampers(Random random) => Bytes(random).Concat(Lines(random)).Concat(Cuts(random));

        /// <summary>Six tampers at bytes all over the file: another value, another case, removal, insertion, doubling, swap with the next.</summary>
        private IEnumerable<Tamper> Bytes(Random random)
        {
            for (var i = 0; i < 3_000; i++)
            {
                var at = random.Next(Content.Length - 1);
                var value = Content[at];
                yield return Replace(at, 1, [(byte)(value ^ (1 << random.Next(8)))]);
                if (char.IsAsciiLetter((char)value)) yield return Replace(at, 1, [(byte)(value ^ 0x20)]);
                yield return Replace(at, 1, []);
                yield return Replace(at, 0, [" \r\n\t0"u8[random.Next(5)]]);
                yield return Replace(at, 0, [value]);
                if (value != Content[at + 1]) yield return Replace(at, 2, [Content[at + 1], value]);
            }
        }

        /// <summary>Lines removed, doubled, copied elsewhere and swapped, and line ends changed.</summary>
        private IEnumerable<Tamper> Lines(Random random)
        {
            for (var i = 0; i < starts.Count; i++)
            {
                var length = End(i) - starts[i];
                var other = random.Next(starts.Count);
                yield return Replace(starts[i], length, []);
                yield return Replace(starts[i], 0, Content[starts[i]..End(i)]);
                yield return Replace(End(i) - 1, 1, "\r\n"u8.ToArray());
                yield return Replace(End(i) - 1, 0, " "u8.ToArray());
                if (other != i) yield return Replace(starts[i], length, Content[starts[other]..End(other)]);
                if (i + 1 < starts.Count)
                    yield return Replace(starts[i], End(i + 1) - starts[i], [.. Content[starts[i + 1]..End(i + 1)], .. Content[starts[i]..End(i)]]);
            }
        }

        private IEnumerable<Tamper> Cuts(Random random)
        {
            for (var i = 0; i < 2_000; i++)
            {
                var at = i < starts.Count ? starts[i] : random.Next(Content.Length);
                yield return Replace(at, Content.Length - at, []);
            }
        }

        private int End(int line) => line + 1 < starts.Count ? starts[line + 1] : Content.Length;
    }
}
