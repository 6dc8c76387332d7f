using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>How our own mock delivers.</summary>
/// <param name="Problem">Why it delivers nothing; null when it does.</param>
/// <param name="Address">Where deliveries go that nobody has subscribed to; null for nowhere.</param>
/// <param name="Secret">What they are signed with unless another secret is agreed.</param>
internal sealed record MockDeliverySetting(string? Problem, Uri? Address, string? Secret)
{
    public static MockDeliverySetting Of(MockServer mock) =>
        new(mock.Engine.Deliveries.Problem, mock.Options.Deliveries.Address, mock.Options.Deliveries.Secrets is [var secret, ..] ? secret : null);
}
