using System.Globalization;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges statuses.</summary>
internal static class StatusJudge
{
    public static string Describe(StatusAssertion assertion) =>
        $"the status is {string.Join(" or ", assertion.OneOf)}{(assertion.Except.Count == 0 ? "" : $" but not {string.Join(" or ", assertion.Except)}")}";

    public static Judgement Judge(StatusAssertion assertion, Exchange exchange, JudgeContext context) =>
        Judgement.Of(exchange.Response is { } response && Covers(assertion.OneOf, response.Status) && !Covers(assertion.Except, response.Status),
            JudgeContext.Describe(exchange) + StatusHints.Of(exchange, context));

    public static bool Covers(IReadOnlyList<string> codes, int status)
    {
        var text = status.ToString(CultureInfo.InvariantCulture);
        return codes.Any(code =>
            code.Equals(text, StringComparison.Ordinal) || (code.EndsWith("XX", StringComparison.OrdinalIgnoreCase) && code[0] == text[0]));
    }
}
