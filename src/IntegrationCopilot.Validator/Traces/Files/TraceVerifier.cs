namespace IntegrationCopilot.Validator;

/// <summary>Checks a trace file offline: every signature, and that no entry is missing, added or out of place.</summary>
/// <remarks>
/// <para>The bytes themselves are what is signed, so another spelling of the same JSON, other white space or another line end is a change too. The file is read
/// once, forwards, in memory bounded by its longest line; a line of more than 64 MiB is refused.</para>
/// <para>What cannot be seen from one file: that it was replaced by an earlier, properly closed state of itself, or by another file signed with the same key.
/// Compare the chain identifier in its header, and keep the last signature of a file elsewhere where that matters.</para>
/// </remarks>
/// <threadsafety>Static and stateless.</threadsafety>
public static class TraceVerifier
{
    /// <summary>Verifies a trace file.</summary>
    /// <param name="file">The file from its beginning; read to the first fault, or to its end.</param>
    /// <param name="keys">Every key the file may be signed with.</param>
    /// <param name="cancellationToken">Stops verifying.</param>
    /// <exception cref="ArgumentException">Two keys have the same identifier.</exception>
    public static async Task<TraceVerification> VerifyAsync(Stream file, IEnumerable<TraceKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(keys);
        using var known = new VerificationKeys(keys);
        using var lines = new LineReader(file);
        return await new ChainVerifier(lines, known, new ChainState()).RunAsync(cancellationToken);
    }
}
