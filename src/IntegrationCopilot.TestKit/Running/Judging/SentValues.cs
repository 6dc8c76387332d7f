using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Puts the value that was sent into the rule that it breaks, where the test only names a variable.</summary>
internal static class SentValues
{
    public static TestAssertion In(TestAssertion assertion, TemplateValues values) =>
        assertion is RefusedAssertion { Rule.Sent: { } template } refused && JsonTemplate.Substitute(template, values) is { IsComplete: true, Value: var sent }
            ? refused with { Rule = refused.Rule with { Sent = sent } } : assertion;
}
