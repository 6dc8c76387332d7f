using System.Buffers;

namespace IntegrationCopilot.Validator;

internal enum LineEnd
{
    /// <summary>The line ends with a line feed, as every line must.</summary>
    LineFeed,

    /// <summary>The file ends inside the line.</summary>
    EndOfFile,

    /// <summary>There is no further line.</summary>
    NoLine,

    /// <summary>The line is longer than allowed; what was read of it is given, and reading ends.</summary>
    TooLong,
}

/// <summary>Reads a stream line by line into one buffer that grows to the longest line.</summary>
internal sealed class LineReader(Stream stream, int maxLineBytes = LineReader.DefaultMaxLineBytes) : IDisposable
{
    /// <summary>Longer than any entry a writer makes with the default body limit, short enough to be held.</summary>
    public const int DefaultMaxLineBytes = 64 * 1024 * 1024;

    private const int InitialBytes = 64 * 1024;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
    private int start;
    private int end;
    private bool isEnd;

    /// <summary>The line last read, without its line feed; valid until the next read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Number of the line last read, 1-based.</summary>
    public int Number { get; private set; }

    public async ValueTask<LineEnd> ReadAsync(CancellationToken cancellationToken)
    {
        var scanned = start;
        while (true)
        {
            var feed = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
            if (feed >= 0) return Take(scanned + feed, 1, LineEnd.LineFeed);
            if (isEnd) return start == end ? LineEnd.NoLine : Take(end, 0, LineEnd.EndOfFile);
            if (end - start >= maxLineBytes) return Take(end, 0, LineEnd.TooLong);
            var pending = end - start;
            await FillAsync(cancellationToken);
            scanned = start + pending;
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private LineEnd Take(int lineEnd, int feedLength, LineEnd result)
    {
        Line = buffer.AsMemory(start, lineEnd - start);
        start = lineEnd + feedLength;
        Number++;
        return result;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (end == buffer.Length) MakeRoom();
        var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
        isEnd = read == 0;
        end += read;
    }

    private void MakeRoom()
    {
        var length = end - start;
        var target = start > buffer.Length / 2 ? buffer : ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(start, length).CopyTo(target);
        if (target != buffer) ArrayPool<byte>.Shared.Return(buffer);
        buffer = target;
        start = 0;
        end = length;
    }
}
