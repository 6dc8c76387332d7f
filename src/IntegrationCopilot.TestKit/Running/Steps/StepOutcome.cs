using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>What a step did and what came of it.</summary>
internal sealed record StepOutcome
{
    public required TestStep Step { get; init; }

    /// <summary>The exchanges: one for each copy, or one for each page; empty for deliveries.</summary>
    public IReadOnlyList<Exchange> Exchanges { get; init; } = [];

    /// <summary>The values of a shared exchange, which was sent with others than those of the case; null when it is the case's own.</summary>
    public TemplateValues? Values { get; init; }

    /// <summary>From its first request to its last answer, waiting included.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Why the walk went no further although the list may be right; null when nothing stopped it.</summary>
    public string? WalkStop { get; init; }

    /// <summary>Why the walk through the pages stopped early; null when it did not, or there was none.</summary>
    public string? WalkProblem { get; init; }

    /// <summary>What became of the delivery that the step waits for; null for requests.</summary>
    public DeliveryOutcome? Delivery { get; init; }

    /// <summary>What its <c>Location</c> leads to; null when nobody wants to know, or there was none.</summary>
    public LocatedPlace? Located { get; init; }

    /// <summary>What is odd about how the walk ended; null when nothing is.</summary>
    public string? WalkDoubt { get; init; }

    /// <summary>Whether the walk went as far as it may, and the list goes on.</summary>
    public bool WalkIsCut { get; init; }

    /// <summary>The exchanges assertions about one answer are about: every copy, but of pages only the first.</summary>
    public IReadOnlyList<Exchange> Answers => Step.Walk is null ? Exchanges : [.. Exchanges.Take(1)];

    /// <summary>The exchange that tells most: an answer, else what was not answered; null when nothing was sent.</summary>
    public Exchange? Told => Main ?? (Exchanges.Count > 0 ? Exchanges[0] : null);

    /// <summary>The answer other steps refer to: the first success among copies, else the first answer.</summary>
    public Exchange? Main => Exchanges.FirstOrDefault(exchange => exchange.Succeeded)
        ?? Exchanges.FirstOrDefault(exchange => exchange.Response is not null);
}
