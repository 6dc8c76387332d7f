using System.Buffers;
using System.Text.Json;

namespace IntegrationCopilot.Validator;

/// <summary>Finds the entries of an HTTP archive in a stream, one after the other, in a buffer that grows to the longest of them.</summary>
internal sealed class HarScanner(Stream stream) : IDisposable
{
    private const int InitialBytes = 64 * 1024;

    /// <summary>Of an entry. Above it nobody wrote an archive for people.</summary>
    private const int MaxEntryBytes = 512 * 1024 * 1024;

    /// <summary>Chrome nests the call stacks of asynchronous scripts.</summary>
    private const int MaxDepth = 4096;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
    private int start;
    private int end;
    private bool isEnd;
    private bool isBegun;
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = MaxDepth, CommentHandling = JsonCommentHandling.Skip });
    private bool isInLog;
    private bool isInEntries;
    private string section = "";
    private bool isName;

    private enum Step
    {
        Entry,
        MoreBytes,
        End,
    }

    /// <summary>Name of the program that wrote the archive; empty when it stands behind the entries or nowhere.</summary>
    public string Creator { get; private set; } = "";

    /// <summary>Whether the list of entries was found.</summary>
    public bool HasEntries { get; private set; }

    /// <summary>The line that was read last, 1-based.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The next entry, which the caller disposes; null behind the last.</summary>
    /// <exception cref="JsonException">This is no JSON, or it breaks off.</exception>
    public async ValueTask<JsonDocument?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var step = isBegun ? Next(out var entry) : Begin(out entry);
            if (step == Step.Entry) return entry;
            if (step == Step.End) return null;
            await FillAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }

    private Step Begin(out JsonDocument? entry)
    {
        entry = null;
        if (end - start < 3 && !isEnd) return Step.MoreBytes;
        if (buffer.AsSpan(start, end - start).StartsWith("\uFEFF"u8)) start += 3;
        isBegun = true;
        return end == start && !isEnd ? Step.MoreBytes : Next(out entry);
    }

    private Step Next(out JsonDocument? entry)
    {
        entry = null;
        var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isEnd, state);
        while (true)
        {
            var before = reader;
            if (!reader.Read())
            {
                Consume(reader);
                return isEnd ? Step.End : Step.MoreBytes;
            }

            if (isInEntries && reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 3)
            {
                var offset = (int)reader.TokenStartIndex;
                if (!JsonDocument.TryParseValue(ref reader, out entry))
                {
                    Consume(before);
                    return Step.MoreBytes;
                }

                Consume(reader, offset);
                return Step.Entry;
            }

            Follow(reader);
        }
    }

    /// <summary>Where in the archive the reader is.</summary>
    private void Follow(in Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            if (depth == 1) isInLog = reader.ValueTextEquals("log"u8);
            else if (depth == 2 && isInLog) section = reader.ValueTextEquals("entries"u8) ? "entries" : reader.ValueTextEquals("creator"u8) ? "creator" : "";
            isName = depth == 3 && section == "creator" && reader.ValueTextEquals("name"u8);
        }
        else if (isName && reader.TokenType == JsonTokenType.String)
        {
            Creator = reader.ValueIsEscaped ? "" : System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
            isName = false;
        }
        else if (depth == 2 && isInLog && section == "entries" && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.EndArray)
        {
            isInEntries = reader.TokenType == JsonTokenType.StartArray;
            HasEntries = true;
        }
    }

    /// <param name="reader">What was read is what it consumed.</param>
    /// <param name="counted">Where the line to tell is; the end of what was read when negative.</param>
    private void Consume(in Utf8JsonReader reader, int counted = -1)
    {
        var consumed = (int)reader.BytesConsumed;
        var read = buffer.AsSpan(start, consumed);
        var head = counted < 0 ? consumed : counted;
        Line += pendingLines + read[..head].Count((byte)'\n');
        pendingLines = read[head..].Count((byte)'\n');
        start += consumed;
        state = reader.CurrentState;
    }

    /// <summary>Lines of the entry that was read last.</summary>
    private int pendingLines;

    /// <summary>Reads until what waits is twice as much, so that an entry is looked at a few times only, however long it is.</summary>
    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var wanted = Math.Max(InitialBytes, 2 * (end - start));
        if (wanted > MaxEntryBytes) throw new JsonException($"An entry is larger than {MaxEntryBytes / 2 / 1024 / 1024} MiB.", null, Line - 1, null);
        MakeRoom(wanted);
        while (end - start < wanted && !isEnd)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
            end += read;
            isEnd = read == 0;
        }
    }

    private void MakeRoom(int wanted)
    {
        var pending = end - start;
        var target = buffer.Length >= wanted ? buffer : ArrayPool<byte>.Shared.Rent(wanted);
        buffer.AsSpan(start, pending).CopyTo(target);
        if (target != buffer)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = target;
        }

        (start, end) = (0, pending);
    }
}
