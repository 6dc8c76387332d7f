namespace IntegrationCopilot.TestKit;

/// <summary>Ends a case without a verdict about the API.</summary>
/// <param name="reason">Why, in a sentence.</param>
internal sealed class CaseStopException(string reason) : Exception(reason)
{
    /// <summary>What becomes of the case. Default <see cref="CaseStatus.Error"/>.</summary>
    public CaseStatus Status { get; init; } = CaseStatus.Error;

    /// <summary>Values that nobody gave, or of the wrong form.</summary>
    public static CaseStopException Missing(IReadOnlyList<TemplateProblem> problems) =>
        new(string.Join(' ', problems.Select(problem => problem.Message).Distinct()));

    /// <summary>A request that got no answer.</summary>
    public static CaseStopException Unanswered(Exchange exchange) =>
        new($"{exchange.Request.Method} {exchange.Request.Url.Split('?')[0]} did not answer: {exchange.Failure}.");
}
