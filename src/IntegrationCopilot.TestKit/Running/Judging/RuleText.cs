using System.Globalization;
using IntegrationCopilot.MockGen;

namespace IntegrationCopilot.TestKit;

/// <summary>Words for the rule that a request breaks.</summary>
internal static class RuleText
{
    /// <summary>What the request does wrong, for example <c>sent weightGrams = 30001 (maximum 30000, line 150)</c>.</summary>
    public static string Of(BrokenRule rule)
    {
        var limits = string.Join(", ", new[] { rule.Allowed, rule.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"line {line}") : null }
            .OfType<string>());
        return limits.Length == 0 ? Sent(rule) : $"{Sent(rule)} ({limits})";
    }

    /// <summary>What was sent, or left out.</summary>
    public static string Sent(BrokenRule rule) => rule.Kind switch
    {
        RuleKind.Credentials => "the credentials let nobody in",
        RuleKind.CredentialsForm => "the credentials are not of their form",
        RuleKind.Method => "the method is not described for this path",
        RuleKind.Accept => "the answer was asked for in a media type that is not described",
        RuleKind.Precondition => "the precondition does not hold",
        RuleKind.ContentTypeMissing => "sent the body without Content-Type",
        RuleKind.ContentType => $"sent the body as {Value(rule)}",
        RuleKind.MalformedBody => "sent a body that is not well-formed",
        RuleKind.TruncatedBody => "sent a body that breaks off",
        _ => rule.Sent is null ? $"left out {Place(rule)}" : $"sent {Place(rule)} = {Value(rule)}",
    };

    /// <summary>Where the rule is broken.</summary>
    public static string Place(BrokenRule rule) => rule switch
    {
        { In: { } place } => $"the {place.ToString().ToLowerInvariant()} parameter '{OneLine(rule.Place)}'",
        { Place: { Length: > 0 } pointer } => OneLine(pointer),
        _ => "the body",
    };

    /// <summary>The statuses that are expected.</summary>
    public static string Statuses(RefusedAssertion assertion) => assertion.Described.Count > 0
        ? string.Join(" or ", assertion.Described)
        : string.Join(" or ", Refusals.Usual(assertion.Rule.Kind));

    /// <summary>Names come from documents: no line of a report may begin with what they say.</summary>
    private static string OneLine(string? text) => string.Concat((text ?? "").Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? '\uFFFD' : c));

    private static string Value(BrokenRule rule) => rule.Sent is { } sent ? JudgeContext.Short(sent) : "nothing";
}
