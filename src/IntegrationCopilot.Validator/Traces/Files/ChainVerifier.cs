using System.Buffers;
using System.Text;

namespace IntegrationCopilot.Validator;

/// <summary>Follows a chain of entries from a given state to its end or its first fault.</summary>
internal sealed class ChainVerifier(LineReader lines, VerificationKeys keys, ChainState state)
{
    private readonly ArrayBufferWriter<byte> expectedClose = new();

    private enum Verdict
    {
        /// <summary>Genuine, and in its place.</summary>
        Holds,

        /// <summary>Genuine, but another entry belongs here.</summary>
        OutOfPlace,
        Changed,
        UnknownKey,
        UnknownVersion,
        Malformed,
    }

    /// <summary>The state after the entries that hold.</summary>
    public ChainState State => state;

    public async Task<TraceVerification> RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var (isEnd, fault) = await StepAsync(cancellationToken);
            if (fault is not null || isEnd) return new(state.Traces, fault);
        }
    }

    /// <summary>Verifies one line.</summary>
    public async Task<(bool IsEnd, TraceFault? Fault)> StepAsync(CancellationToken cancellationToken)
    {
        switch (await lines.ReadAsync(cancellationToken))
        {
            case LineEnd.NoLine:
                return (true, state.IsClosed ? null : MissingEnd());
            case LineEnd.EndOfFile:
                return (true, Fault(TraceFaultKind.Truncated, "The file ends inside this line."));
            case LineEnd.TooLong:
                return (true, Fault(TraceFaultKind.Malformed, "The line is too long for an entry."));
            default:
                return (false, await CheckAsync(cancellationToken));
        }
    }

    private TraceFault MissingEnd() => state.Sequence == 0
        ? new(1, null, TraceFaultKind.Truncated, "The file is empty.")
        : new(lines.Number + 1, null, TraceFaultKind.NotClosed,
            $"The closing entry is missing after {state.Traces} traces that hold: the file is still being written, its writer was stopped, or its end was cut off.");

    private async ValueTask<TraceFault?> CheckAsync(CancellationToken cancellationToken)
    {
        if (state.IsClosed) return Fault(TraceFaultKind.Inserted, "The line stands after the closing entry.");
        var verdict = Judge(lines.Line.Span, out var sequence);
        if (verdict == Verdict.Holds)
        {
            Advance();
            return null;
        }

        var (line, id) = (lines.Number, TraceEntry.TryFindTraceId(lines.Line.Span));
        var (kind, message) = verdict == Verdict.OutOfPlace
            ? await ExplainOutOfPlaceAsync(sequence, cancellationToken)
            : await ExplainNotGenuineAsync(verdict, cancellationToken);
        return new(line, id, kind, message);
    }

    private Verdict Judge(ReadOnlySpan<byte> line, out long sequence)
    {
        sequence = -1;
        if (!TraceEntry.TryParse(line, out var entry)) return Verdict.Malformed;
        sequence = entry.Sequence;
        if (!entry.IsKnownVersion) return Verdict.UnknownVersion;
        if (keys.Find(entry.KeyId) is not { } mac) return Verdict.UnknownKey;
        if (!mac.Verify(entry)) return Verdict.Changed;
        if (!state.Expects(entry)) return Verdict.OutOfPlace;
        return HasRightContent(entry) ? Verdict.Holds : Verdict.Malformed;
    }

    /// <summary>Whether an entry in its place says what an entry in that place must say.</summary>
    private bool HasRightContent(TraceEntry entry)
    {
        if ((entry.Kind == EntryKind.Header) != (entry.Sequence == 0)) return false;
        if (entry.Kind != EntryKind.Close) return true;
        expectedClose.ResetWrittenCount();
        EntryWriter.WriteClose(state, expectedClose);
        return entry.Data.SequenceEqual(expectedClose.WrittenSpan);
    }

    private void Advance()
    {
        if (TraceEntry.TryParse(lines.Line.Span, out var entry)) state.Advance(entry.Signature, entry.Kind);
    }

    /// <summary>Tells a removal from a move by looking for the missing entry in the rest of the file.</summary>
    private async ValueTask<(TraceFaultKind Kind, string Message)> ExplainOutOfPlaceAsync(long sequence, CancellationToken cancellationToken)
    {
        if (sequence < state.Sequence) return (TraceFaultKind.Inserted, $"Entry {sequence} stands here a second time; entry {state.Sequence} belongs here.");
        if (sequence == state.Sequence) return (TraceFaultKind.Inserted, $"Entry {sequence} is not linked to the entry before: it comes from another file.");
        while (await lines.ReadAsync(cancellationToken) == LineEnd.LineFeed)
        {
            if (Judge(lines.Line.Span, out _) == Verdict.Holds)
                return (TraceFaultKind.Reordered, $"Entry {sequence} stands here; entry {state.Sequence}, which belongs here, stands in line {lines.Number}.");
        }

        var missing = sequence - state.Sequence == 1 ? $"Entry {state.Sequence} is" : $"Entries {state.Sequence} to {sequence - 1} are";
        return (TraceFaultKind.Removed, $"{missing} missing before this line.");
    }

    /// <summary>Tells a change from an addition by whether the next line is the entry that belongs here.</summary>
    private async ValueTask<(TraceFaultKind Kind, string Message)> ExplainNotGenuineAsync(Verdict verdict, CancellationToken cancellationToken)
    {
        var keyId = verdict == Verdict.UnknownKey ? KeyIdOf(lines.Line.Span) : "";
        if (await lines.ReadAsync(cancellationToken) == LineEnd.LineFeed && Judge(lines.Line.Span, out _) == Verdict.Holds)
        {
            return (TraceFaultKind.Inserted, $"The line is not part of the chain: entry {state.Sequence}, which belongs here, follows it.");
        }

        return verdict switch
        {
            Verdict.UnknownKey => (TraceFaultKind.UnknownKey, $"Entry {state.Sequence} is signed with key '{keyId}', which was not given."),
            Verdict.UnknownVersion => (TraceFaultKind.UnknownVersion,
                $"Entry {state.Sequence} is of a later version of the format than {TraceEntry.NewestVersion}, which is the newest that is known here."),
            Verdict.Changed => (TraceFaultKind.Changed, $"Entry {state.Sequence} is not what was signed."),
            _ => (TraceFaultKind.Malformed,
                state.Sequence == 0
                ? "The line is not the header of a trace file."
                : $"The line has not the form of an entry; entry {state.Sequence} belongs here."),
        };
    }

    private static string KeyIdOf(ReadOnlySpan<byte> line) => TraceEntry.TryParse(line, out var entry) ? Encoding.UTF8.GetString(entry.KeyId) : "";

    private TraceFault Fault(TraceFaultKind kind, string message) => new(lines.Number, TraceEntry.TryFindTraceId(lines.Line.Span), kind, message);
}
