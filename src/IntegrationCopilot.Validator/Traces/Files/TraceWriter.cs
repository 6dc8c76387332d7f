namespace IntegrationCopilot.Validator;

/// <summary>Writes traces to a signed, chained file, one line per entry.</summary>
/// <remarks>
/// <para>The file begins with a header entry and, when the writer is disposed, ends with a closing entry that counts the traces; without it a verifier reports
/// the file as not closed. Every entry is signed with HMAC-SHA256 and carries the signature of the one before.</para>
/// <para>Each trace is handed to the operating system, whole, before <see cref="WriteAsync"/> completes, so a crash loses at most the line being written;
/// <see cref="OpenAsync"/> drops such a partial line and continues the chain.</para>
/// </remarks>
/// <threadsafety>Safe for use by several threads at once; traces are written in the order of the calls.</threadsafety>
public sealed class TraceWriter : IAsyncDisposable
{
    private readonly Stream output;
    private readonly EntryWriter entries;
    private readonly bool ownsOutput;
    private readonly SemaphoreSlim gate = new(1, 1);
    private bool isBroken;
    private bool isDisposed;

    private TraceWriter(Stream output, EntryWriter entries, bool ownsOutput)
    {
        this.output = output;
        this.entries = entries;
        this.ownsOutput = ownsOutput;
    }

    /// <summary>How many traces the file holds.</summary>
    public long Count => entries.Traces;

    /// <summary>
    /// Starts a trace file, or continues one, and keeps it to itself until disposed: a partial last line and a closing entry are dropped, and the chain goes on
    /// from the last entry.
    /// </summary>
    /// <param name="path">The file; created readable by its owner only when it does not exist.</param>
    /// <param name="key">The key to sign with.</param>
    /// <param name="formerKeys">Keys the last entry of an existing file may be signed with, besides <paramref name="key"/>; null (the default) for
    /// none.</param>
    /// <param name="cancellationToken">Stops opening.</param>
    /// <exception cref="IOException">The file cannot be opened, or another writer has it open.</exception>
    /// <exception cref="InvalidDataException">The file is not a trace file, its last entry does not hold, or it is signed with a key that was not
    /// given.</exception>
    public static async Task<TraceWriter> OpenAsync(string path, TraceKey key, IEnumerable<TraceKey>? formerKeys = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(key);
        var file = new FileStream(path, PrivateFile.Options(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        try
        {
            using var keys = new VerificationKeys([key, .. (formerKeys ?? []).Where(former => !string.Equals(former.Id, key.Id, StringComparison.Ordinal))]);
            var state = await TraceFileTail.PrepareAsync(file, keys, cancellationToken);
            return await BeginAsync(file, key, state, chain: null, ownsOutput: true);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a trace file on a stream, which stays open when the writer is disposed.</summary>
    /// <param name="output">Receives the file.</param>
    /// <param name="key">The key to sign with.</param>
    /// <param name="chain">Identifier of the file, which its header carries; null (the default) for a random one.</param>
    public static Task<TraceWriter> StartAsync(Stream output, TraceKey key, string? chain = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(key);
        return BeginAsync(output, key, new ChainState(), chain, ownsOutput: false);
    }

    /// <summary>Appends a trace.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="cancellationToken">Stops waiting for other traces to be written; a line once begun is finished.</param>
    /// <exception cref="ArgumentException">The trace takes more than 64 MiB, which no verifier reads; with bodies of <see cref="TraceBody.DefaultMaxBytes"/>
    /// that cannot be.</exception>
    /// <exception cref="IOException">The trace could not be written. The file is then left as after a crash: open it again to go on.</exception>
    /// <exception cref="InvalidOperationException">An earlier trace could not be written.</exception>
    /// <exception cref="ObjectDisposedException">The writer has been disposed.</exception>
    public async Task WriteAsync(ApiTrace trace, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(trace);
        await gate.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            if (isBroken) throw new InvalidOperationException("An earlier trace could not be written; open the file again to go on.");
            await WriteLineAsync(entries.Trace(trace));
            TraceMeter.Written.Add(1);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Writes the closing entry, unless a trace could not be written before, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (isDisposed) return;
            isDisposed = true;
            if (!isBroken) await WriteLineAsync(entries.Close());
        }
        finally
        {
            entries.Dispose();
            if (ownsOutput) await output.DisposeAsync();
            gate.Release();
        }
    }

    private static async Task<TraceWriter> BeginAsync(Stream output, TraceKey key, ChainState state, string? chain, bool ownsOutput)
    {
        var isNew = state.Sequence == 0;
        var writer = new TraceWriter(output, new EntryWriter(key, state), ownsOutput);
        if (isNew) await writer.WriteLineAsync(writer.entries.Header(chain ?? Guid.NewGuid().ToString("D")));
        return writer;
    }

    /// <remarks>Not cancellable: half a line would have to be cleaned up.</remarks>
    private async Task WriteLineAsync(ReadOnlyMemory<byte> line)
    {
        try
        {
            await output.WriteAsync(line, CancellationToken.None);
            await output.FlushAsync(CancellationToken.None);
            TraceMeter.Bytes.Add(line.Length);
        }
        catch
        {
            isBroken = true;
            TraceMeter.Failures.Add(1);
            throw;
        }
    }
}
