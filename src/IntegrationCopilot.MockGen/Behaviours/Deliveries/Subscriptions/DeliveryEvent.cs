using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Something a webhook tells.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="Type">Which of its events; null when it has no types.</param>
internal sealed record DeliveryEvent(ApiOperation Webhook, string? Type)
{
    /// <summary>Whether it tells what usually becomes of a thing, rather than what an operation does to it.</summary>
    public bool IsOutcome { get; init; }

    /// <summary>What subscribers may call it.</summary>
    public IEnumerable<string> Names => new[] { Type, Webhook.Path, Webhook.OperationId }.OfType<string>();

    /// <summary>Whether a subscriber's word means it: its name whatever the spelling, the beginning of its name before an asterisk, or all.</summary>
    public bool IsMeantBy(string filter)
    {
        if (filter is "*" or "all" or "ALL") return true;
        var wanted = Folded(filter.TrimEnd('*'));
        return Names.Any(name => filter.EndsWith('*') ? Folded(name).StartsWith(wanted, StringComparison.Ordinal) : Folded(name) == wanted);
    }

    private static string Folded(string name) => string.Join(' ', EventWords.Of(name));
}
