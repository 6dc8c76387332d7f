using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Makes steps that break one rule of a request, with the unbroken request as their control.</summary>
internal static class RefusedStep
{
    /// <param name="whole">The request that breaks nothing.</param>
    /// <param name="broken">The same, but for the rule.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="ground">Where the right to expect a refusal comes from.</param>
    public static TestStep Of(RequestPlan whole, RequestPlan broken, BrokenRule rule, string ground) => new()
    {
        Name = "call",
        Request = broken.Request,
        Control = whole.Request,
        Assertions = [new RefusedAssertion(rule) { Described = DescribedBy(whole.Operation), Ground = ground }, .. whole.ErrorShape],
    };

    /// <summary>The refusals that the document describes for an operation.</summary>
    public static IReadOnlyList<string> DescribedBy(ApiOperation operation) =>
        [.. operation.Responses.Select(response => response.Status).Where(status => status.StartsWith('4') || status == "default")];

    /// <summary>The line of a place in the document; null when the place is unknown.</summary>
    public static int? LineOf(RawNode node) => node.IsDefined ? node.Location.Line : null;
}
