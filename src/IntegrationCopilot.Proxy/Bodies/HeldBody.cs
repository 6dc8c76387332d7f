using System.Buffers;

namespace IntegrationCopilot.Proxy;

/// <summary>A body of which the beginning was read ahead, and which is given whole.</summary>
/// <param name="Beginning">What was read.</param>
/// <param name="IsWhole">Whether that is all of it.</param>
/// <param name="Rest">Where the rest comes from.</param>
internal sealed record HeldBody(ReadOnlyMemory<byte> Beginning, bool IsWhole, Stream Rest)
{
    private const int ReadAtOnce = 16 * 1024;

    /// <summary>Reads ahead, until the end or until there is more than may be held.</summary>
    public static async Task<HeldBody> ReadAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        var held = new ArrayBufferWriter<byte>();
        while (held.WrittenCount <= maxBytes)
        {
            var read = await body.ReadAsync(held.GetMemory(ReadAtOnce), cancellationToken);
            held.Advance(read);
            if (read == 0) return new(held.WrittenMemory, IsWhole: true, Stream.Null);
        }

        return new(held.WrittenMemory, IsWhole: false, body);
    }

    /// <summary>All of it, from its beginning.</summary>
    public Stream ToStream() => new Replayed(this);

    private sealed class Replayed(HeldBody body) : Stream
    {
        private int given;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer) => given < body.Beginning.Length ? Give(buffer) : body.Rest.Read(buffer);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            given < body.Beginning.Length ? ValueTask.FromResult(Give(buffer.Span)) : body.Rest.ReadAsync(buffer, cancellationToken);

        public override void Flush()
        {
            // Nothing is written.
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) body.Rest.Dispose();
            base.Dispose(disposing);
        }

        private int Give(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, body.Beginning.Length - given);
            body.Beginning.Span.Slice(given, count).CopyTo(buffer);
            given += count;
            return count;
        }
    }
}
