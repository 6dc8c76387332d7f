using System.Globalization;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

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

    /// <summary>What the request does wrong, for example <c>sent weightGrams = 30001, maximum 30000, line 150</c>.</summary>
    public static string Told(BrokenRule rule, StepCredentials credentials)
    {
        var sent = Credentials(credentials) ?? Sent(rule, rule is { In: null, Place: { Length: > 0 } pointer } ? Dotted(pointer) : Place(rule));
        return string.Join(", ", new[] { sent, rule.Allowed, rule.Line is { } line ? string.Create(CultureInfo.InvariantCulture, $"line {line}") : null }
            .OfType<string>());
    }

    private static string? Credentials(StepCredentials credentials) => credentials switch
    {
        StepCredentials.None => "sent no credentials",
        StepCredentials.Wrong => "sent credentials that are nobody's",
        StepCredentials.Malformed => "sent credentials that are not of their form",
        StepCredentials.Short => "sent credentials of one character",
        StepCredentials.OtherCaller => "asked with the credentials of another caller",
        StepCredentials.Expired => "sent a token past its time",
        _ => null,
    };

    /// <summary>What was sent, or left out.</summary>
    public static string Sent(BrokenRule rule) => Sent(rule, Place(rule));

    private static string Sent(BrokenRule rule, string place) => rule.Kind switch
    {
        RuleKind.Credentials => "the credentials let nobody in",
        RuleKind.CredentialsForm => "the credentials are not of their form",
        RuleKind.OtherCaller => $"{place} names something of another caller",
        RuleKind.Method => "the method is not described for this path",
        RuleKind.Accept => "the answer was asked for in a media type that is not described",
        RuleKind.Precondition => "the precondition does not hold",
        RuleKind.ContentTypeMissing => "sent the body without Content-Type",
        RuleKind.ContentType => $"sent the body as {Value(rule)}",
        RuleKind.MalformedBody => "sent a body that is not well-formed",
        RuleKind.TruncatedBody => "sent a body that breaks off",
        _ => rule.Sent is null ? $"left out {place}" : $"sent {place} = {Value(rule)}",
    };

    /// <summary>Where the rule is broken.</summary>
    public static string Place(BrokenRule rule) => rule switch
    {
        { In: { } place } => $"the {place.ToString().ToLowerInvariant()} parameter '{OneLine(rule.Place)}'",
        { Place: { Length: > 0 } pointer } => OneLine(pointer),
        _ => "the body",
    };

    /// <summary>The statuses that are expected.</summary>
    public static string Statuses(RefusedAssertion assertion) => string.Join(" or ", Refusals.Expected(assertion));

    /// <summary>A place in a body as people write it: <c>items[0].amount</c>.</summary>
    private static string Dotted(string pointer) => !NodePointer.TryParse(pointer, out var way) ? pointer
        : string.Concat(way.Tokens.Select(token => token.All(char.IsAsciiDigit) ? $"[{token}]" : $".{token}")).TrimStart('.');

    /// <summary>Names come from documents: no line of a report may begin with what they say.</summary>
    private static string OneLine(string? text) => string.Concat((text ?? "").Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? '\uFFFD' : c));

    private static string Value(BrokenRule rule) => rule.Sent is { } sent ? JudgeContext.Short(sent) : "nothing";
}
