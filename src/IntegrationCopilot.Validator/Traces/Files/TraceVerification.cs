namespace IntegrationCopilot.Validator;

/// <summary>In what way a trace file does not hold.</summary>
public enum TraceFaultKind
{
    /// <summary>An entry is in its place but is not what was signed.</summary>
    Changed,

    /// <summary>An entry is missing before the line.</summary>
    Removed,

    /// <summary>An entry stands in another place than where it was written.</summary>
    Reordered,

    /// <summary>The file ends inside a line, or is empty.</summary>
    Truncated,

    /// <summary>A line was added: a copy of an entry, an entry of another file, or something else.</summary>
    Inserted,

    /// <summary>An entry names a signing key that was not given.</summary>
    UnknownKey,

    /// <summary>A line has not the form of an entry, or the file is not a trace file.</summary>
    Malformed,

    /// <summary>
    /// Every entry there is holds, but the closing entry is missing: the file is still being written, its writer was stopped, or entries were cut off its end.
    /// </summary>
    NotClosed,

    /// <summary>An entry is of a version of the format that is not known: a newer release of this product can verify it.</summary>
    UnknownVersion,
}

/// <summary>The first thing in a trace file that does not hold.</summary>
/// <param name="Line">The line, 1-based; one past the last line when something is missing at the end.</param>
/// <param name="EntryId">Identifier of the trace on that line; null when there is none or it cannot be made out.</param>
/// <param name="Kind">In what way it does not hold.</param>
/// <param name="Message">One or two sentences that say what was found.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TraceFault(int Line, string? EntryId, TraceFaultKind Kind, string Message);

/// <summary>What a verifier found.</summary>
/// <param name="EntryCount">How many traces hold, counted from the beginning to the first fault.</param>
/// <param name="FirstFault">The first fault; null when the whole file holds and is closed.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record TraceVerification(long EntryCount, TraceFault? FirstFault)
{
    /// <summary>Whether the whole file is what its writer wrote, from its header to its closing entry.</summary>
    public bool IsValid => FirstFault is null;
}
