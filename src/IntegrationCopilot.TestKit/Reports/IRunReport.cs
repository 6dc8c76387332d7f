namespace IntegrationCopilot.TestKit;

/// <summary>A form in which the outcome of a run is written. <see cref="RunReports.All"/> lists those that come with the package.</summary>
/// <remarks>
/// What documents and APIs say is foreign text: a report writes it so that it stays text. Results hold no secrets any more.
/// </remarks>
/// <threadsafety>Implementations hold no state and may be used by any number of threads at once.</threadsafety>
public interface IRunReport
{
    /// <summary>Names it where a report is asked for, in lower case, for example <c>junit</c>.</summary>
    string Id { get; }

    /// <summary>How its files end, without the first dot, for example <c>xml</c>. No two reports have the same.</summary>
    string Extension { get; }

    /// <summary>The media type (RFC 9110, section 8.3.1) that it is sent with.</summary>
    string MediaType { get; }

    /// <summary>Whether it shows what was sent and answered, so that a run should keep it, see <see cref="RunOptions.KeepsExchanges"/>. Default not.</summary>
    bool ShowsExchanges => false;

    /// <summary>Writes the report.</summary>
    /// <param name="result">The run.</param>
    /// <param name="output">Where to; left open.</param>
    void Write(RunResult result, Stream output);
}
