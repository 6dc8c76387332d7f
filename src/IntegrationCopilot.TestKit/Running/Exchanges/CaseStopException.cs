namespace IntegrationCopilot.TestKit;

/// <summary>Ends a case without a verdict about the API.</summary>
/// <param name="reason">Why, in a sentence.</param>
internal sealed class CaseStopException(string reason) : Exception(reason)
{
    /// <summary>What becomes of the case. Default <see cref="CaseStatus.Error"/>.</summary>
    public CaseStatus Status { get; init; } = CaseStatus.Error;

    /// <summary>The exchange that told; null when none did.</summary>
    public Exchange? Exchange { get; init; }

    /// <summary>What tells its cause from others; null for the answer of <see cref="Exchange"/>, else the message.</summary>
    public string? Subject { get; init; }

    /// <summary>The values that are missing or of the wrong form; empty when it is about something else.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; init; } = [];

    /// <summary>The same once more: what is shared between cases ends each of them.</summary>
    public CaseStopException Again() => new(Message) { Status = Status, Exchange = Exchange, Subject = Subject, Problems = Problems };

    /// <summary>Values that nobody gave, or of the wrong form.</summary>
    public static CaseStopException Missing(IReadOnlyList<TemplateProblem> problems) =>
        new(string.Join(' ', problems.Select(problem => problem.Message).Distinct())) { Problems = problems };

    /// <summary>A request that got no answer.</summary>
    public static CaseStopException Unanswered(Exchange exchange) =>
        new($"{exchange.Request.Method} {exchange.Request.Url.Split('?')[0]} did not answer: {exchange.Failure}.") { Exchange = exchange,
            Subject = exchange.Failure };
}
