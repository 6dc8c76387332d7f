using System.Text.RegularExpressions;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges headers.</summary>
internal static class HeaderJudge
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    public static string Describe(HeaderAssertion assertion) =>
        $"the header {assertion.Name} is present{(assertion.Pattern is { } pattern ? $" and is {pattern}" : "")}";

    public static Judgement Judge(HeaderAssertion assertion, Exchange exchange, JudgeContext context)
    {
        if (exchange.Header(assertion.Name) is not { } value)
            return Judgement.Fails($"the header {assertion.Name} is missing; {JudgeContext.Describe(exchange)}");
        return assertion.Pattern is not { } pattern || Matches(pattern, value) ? Judgement.Holds : Judgement.Fails($"the header {assertion.Name} is '{value}'");
    }

    private static bool Matches(string pattern, string value)
    {
        try
        {
            return Regex.IsMatch(value, $"^(?:{pattern})$", RegexOptions.CultureInvariant, TimeLimit);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
