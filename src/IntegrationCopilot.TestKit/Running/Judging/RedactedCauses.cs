using System.Text.Json;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Takes the secrets of a case out of its cause, and cuts what is too long to show.</summary>
internal static class RedactedCauses
{
    private const int LongestSent = 200;

    public static CaseCause Of(CaseCause cause, TraceRedactor redactor) => cause with
    {
        Text = redactor.Redact(cause.Text),
        Subject = redactor.Redact(cause.Subject),
        Rule = cause.Rule is { } rule ? Of(rule, redactor) : null,
    };

    private static BrokenRule Of(BrokenRule rule, TraceRedactor redactor)
    {
        if (rule.Sent is not { } sent) return rule;
        var text = sent.GetRawText();
        var redacted = redactor.Redact(text);
        if (redacted.Length > LongestSent) redacted = $"{redacted[..LongestSent]}…";
        return redacted == text ? rule : rule with { Sent = AsJson.Element(redacted) };
    }
}
