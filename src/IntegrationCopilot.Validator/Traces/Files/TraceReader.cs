using System.Runtime.CompilerServices;

namespace IntegrationCopilot.Validator;

/// <summary>One line of a trace file that holds a trace, or should. Exactly one of trace and problem is there.</summary>
/// <param name="Line">The line, 1-based.</param>
/// <param name="Trace">The trace; null when there is a problem.</param>
/// <param name="Problem">Why the line cannot be read; null when it can.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TraceLine(int Line, ApiTrace? Trace, string? Problem);

/// <summary>Reads the traces of a file without checking signatures: <see cref="TraceVerifier"/> does that.</summary>
/// <threadsafety>Static and stateless.</threadsafety>
public static class TraceReader
{
    /// <summary>Reads a trace file line by line; header and closing entry are passed over.</summary>
    /// <param name="file">The file from its beginning.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The traces in the order of the file, and a problem for each line that is none; reading goes on after it.</returns>
    public static async IAsyncEnumerable<TraceLine> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        using var lines = new LineReader(file);
        while (await lines.ReadAsync(cancellationToken) is var end && end != LineEnd.NoLine)
        {
            if (Read(lines) is { } line) yield return line;
            if (end == LineEnd.TooLong) yield break;
        }
    }

    private static TraceLine? Read(LineReader lines)
    {
        if (!TraceEntry.TryParse(lines.Line.Span, out var entry)) return new(lines.Number, null, "The line has not the form of an entry.");
        if (entry.Kind != EntryKind.Trace) return null;
        if (!entry.IsKnownVersion) return new(lines.Number, null, $"The line is of version {entry.Version} of the format, which is not known here.");
        var data = lines.Line.Slice(TraceEntry.DataName.Length, entry.Data.Length);
        return TraceJson.TryParse(data, out var trace, out var problem) ? new(lines.Number, trace, null) : new(lines.Number, null, problem);
    }
}
