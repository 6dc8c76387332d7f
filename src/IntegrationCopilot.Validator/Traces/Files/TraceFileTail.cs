namespace IntegrationCopilot.Validator;

/// <summary>Prepares an existing trace file for further entries.</summary>
internal static class TraceFileTail
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>Drops a partial last line and a closing entry, leaves the file positioned at its end, and gives the state of the chain there.</summary>
    /// <exception cref="InvalidDataException">The last entry does not hold.</exception>
    public static async Task<ChainState> PrepareAsync(FileStream file, VerificationKeys keys, CancellationToken cancellationToken)
    {
        var end = await FindLineFeedBeforeAsync(file, file.Length, cancellationToken) + 1;
        var state = new ChainState();
        if (end > 0)
        {
            var start = await FindLineFeedBeforeAsync(file, end - 1, cancellationToken) + 1;
            var line = await ReadAsync(file, start, end - 1, cancellationToken);
            state = StateAfter(line, keys, out var isClose);
            if (isClose) end = start;
        }
        else if (file.Length > 0 && !await StartsLikeAnEntryAsync(file, cancellationToken)) throw new InvalidDataException("The file is not a trace file.");

        file.SetLength(end);
        file.Position = end;
        return state;
    }

    private static ChainState StateAfter(ReadOnlySpan<byte> line, VerificationKeys keys, out bool isClose)
    {
        isClose = false;
        if (!TraceEntry.TryParse(line, out var entry)) throw new InvalidDataException("The file is not a trace file, or its last line was changed.");
        if (!entry.IsKnownVersion) throw new InvalidDataException("The last entry of the file is of a later version of the format than is known here.");
        if (keys.Find(entry.KeyId) is not { } mac) throw new InvalidDataException("The last entry of the file is signed with a key that was not given.");
        if (!mac.Verify(entry))
            throw new InvalidDataException("The last entry of the file was changed, or the key is another one of the same id.");
        isClose = entry.Kind == EntryKind.Close;
        return isClose ? new ChainState(entry.Sequence, entry.Previous) : new ChainState(entry.Sequence + 1, entry.Signature);
    }

    /// <summary>Position of the last line feed before a position; -1 when there is none.</summary>
    private static async Task<long> FindLineFeedBeforeAsync(FileStream file, long before, CancellationToken cancellationToken)
    {
        while (before > 0)
        {
            var start = Math.Max(0, before - ChunkBytes);
            var found = (await ReadAsync(file, start, before, cancellationToken)).AsSpan().LastIndexOf((byte)'\n');
            if (found >= 0) return start + found;
            before = start;
        }

        return -1;
    }

    private static async Task<byte[]> ReadAsync(FileStream file, long start, long end, CancellationToken cancellationToken)
    {
        if (end - start > LineReader.DefaultMaxLineBytes) throw new InvalidDataException("The last line of the file is too long for an entry.");
        var bytes = new byte[end - start];
        file.Position = start;
        await file.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    private static async Task<bool> StartsLikeAnEntryAsync(FileStream file, CancellationToken cancellationToken)
    {
        var start = await ReadAsync(file, 0, Math.Min(file.Length, TraceEntry.DataName.Length), cancellationToken);
        return TraceEntry.DataName.StartsWith(start);
    }
}
