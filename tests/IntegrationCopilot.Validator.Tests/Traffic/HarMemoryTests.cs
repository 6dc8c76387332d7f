using System.Text;

namespace IntegrationCopilot.Validator.Tests.Traffic;

[Collection(nameof(Memory))]
public sealed class HarMemoryTests
{
    private const string Url = "https://api.example.com/v1/things/1";

    [Fact]
    public async Task Read_ManyEntries_HoldsNoneOfThem()
    {
        await using var endless = new EndlessHar(4000, Har.Entry(Url, response: Har.Json(Har.Quoted(new string('x', 20_000)))));
        var (read, most) = (0, 0L);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await foreach (var _ in TrafficReader.ReadAsync(endless, "a.har", TestContext.Current.CancellationToken))
            if (++read % 500 == 0) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        read.Should().Be(4000);
        most.Should().BeLessThan(16 * 1024 * 1024, "the archive has 80 MB");
    }

    /// <summary>An archive of many entries that is nowhere.</summary>
    private sealed class EndlessHar(int entries, string entry) : Stream
    {
        private readonly byte[] one = Encoding.UTF8.GetBytes(entry);
        private byte[] rest = """{"log":{"entries":["""u8.ToArray();
        private int given;
        private int offset;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (offset == rest.Length)
            {
                if (given > entries) return 0;
                rest = given == entries ? "]}}"u8.ToArray() : given == 0 ? one : [.. ","u8, .. one];
                (given, offset) = (given + 1, 0);
            }

            var count = Math.Min(buffer.Length, rest.Length - offset);
            rest.AsSpan(offset, count).CopyTo(buffer);
            offset += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
