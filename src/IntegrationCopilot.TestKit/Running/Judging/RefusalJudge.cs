using System.Globalization;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges whether a request that breaks one rule is refused for it.</summary>
internal static class RefusalJudge
{
    public static string Describe(RefusedAssertion assertion) => $"the request is refused: {RuleText.Of(assertion.Rule)}";

    public static Judgement Judge(RefusedAssertion assertion, Exchange exchange, JudgeContext context)
    {
        if (context.Control is { Succeeded: false } control)
            return Judgement.CannotTell($"the unbroken request did not succeed ({control.Reason}), so a refusal would say nothing");
        if (exchange.Response?.Status is not { } status) return Judgement.CannotTell("no answer came");
        var said = JudgeContext.Describe(exchange);
        if (status is >= 200 and < 300 && assertion.Strength == GroundStrength.Advisory && context.Control is { IsAsDescribed: false })
            return Judgement.CannotTell($"{said}, and the unbroken request was not answered as described either");
        if (status is >= 200 and < 300 && exchange.Operation?.FindResponse(status)?.Content.Any(media => media.IsStream) == true)
            return Judgement.CannotTell($"{said}, and the answer is a stream, whose status is sent before anything is decided");
        if (status is >= 200 and < 300)
            return Judgement.Fails($"expected {RuleText.Statuses(assertion)}, got {status}{StatusHints.Of(exchange, context)}");
        if (status is 501 or 503) return Judgement.CannotTell(said);
        if (status >= 500) return Judgement.Fails($"{said}: the server failed instead of refusing");
        if (status is < 400) return Judgement.CannotTell(said);
        return assertion.Rule.Kind is RuleKind.Credentials or RuleKind.CredentialsForm ? Credentials(assertion, status, said) : Input(assertion, status, said);
    }

    /// <remarks>RFC 9110, sections 15.5.2 to 15.5.5: a server may hide what it forbids behind 404.</remarks>
    private static Judgement Credentials(RefusedAssertion assertion, int status, string said)
    {
        if (IsNamed(assertion, status) || (IsCovered(assertion, status) && Refusals.CanMean(assertion.Rule, status))) return Judgement.Holds;
        if (!Refusals.CanMean(assertion.Rule, status)) return Judgement.CannotTell(said);
        return DescribesAnother(assertion, described => described is 401 or 403 or 407)
            ? Judgement.Doubts($"{said}, which the document does not describe; it describes {RuleText.Statuses(assertion)}") : Judgement.Holds;
    }

    private static Judgement Input(RefusedAssertion assertion, int status, string said)
    {
        if (!Refusals.CanMean(assertion.Rule, status)) return Judgement.CannotTell($"{said}, which says nothing about {RuleText.Place(assertion.Rule)}");
        if (Refusals.IsStandard(assertion.Rule.Kind, status) || IsNamed(assertion, status) || IsCovered(assertion, status)) return Judgement.Holds;
        return DescribesAnother(assertion, described => Refusals.IsMeant(assertion.Rule, described))
            ? Judgement.Doubts($"{said}, which the document does not describe; it describes {RuleText.Statuses(assertion)}") : Judgement.Holds;
    }

    private static bool IsNamed(RefusedAssertion assertion, int status) => assertion.Described.Contains(status.ToString(CultureInfo.InvariantCulture));

    private static bool IsCovered(RefusedAssertion assertion, int status) =>
        StatusJudge.Covers(assertion.Described, status) || assertion.Described.Contains("default", StringComparer.OrdinalIgnoreCase);

    private static bool DescribesAnother(RefusedAssertion assertion, Func<int, bool> means) =>
        assertion.Described.Any(code => int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var described) && means(described));
}
