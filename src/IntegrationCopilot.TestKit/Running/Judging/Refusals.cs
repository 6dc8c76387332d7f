using System.Globalization;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>Which statuses can mean that a rule was broken (RFC 9110, section 15.5).</summary>
internal static class Refusals
{
    public static bool MeansCredentials(int status) => status is 401 or 403 or 404 or 407;

    /// <summary>
    /// Whether a refusal with that status can be because of a rule. A path that holds no value of its form leads to nothing, and a precondition that is wanted
    /// has a status of its own (RFC 6585, section 3).
    /// </summary>
    public static bool CanMean(BrokenRule rule, int status) => CanMean(rule.Kind, status) || (status == 404 && rule.In == ParameterPlace.Path)
        || (status == 428 && rule is { Kind: RuleKind.Required, In: ParameterPlace.Header, Place: { } name }
            && name.StartsWith("If-", StringComparison.OrdinalIgnoreCase));

    private static bool CanMean(RuleKind kind, int status) => kind switch
    {
        RuleKind.Credentials => MeansCredentials(status),
        RuleKind.CredentialsForm => MeansCredentials(status) || status == 400,
        RuleKind.OtherCaller => status is 403 or 404 or 410,
        RuleKind.Method => status is 405 or 501 or 404,
        RuleKind.Accept => status is 406 or 415,
        RuleKind.Precondition => status is 412 or 428,
        RuleKind.ContentType or RuleKind.ContentTypeMissing => status is 415 or 400 or 422,
        RuleKind.UnknownIdentifier => status is 404 or 410 or 400 or 422,
        RuleKind.OverlongIdentifier => status is 404 or 400 or 414 or 422 or 431,
        RuleKind.Business => status is 400 or 402 or 403 or 404 or 409 or 422,
        RuleKind.Length => status is 400 or 413 or 414 or 422,
        _ => status is 400 or 411 or 422,
    };

    /// <summary>Whether a status that a document describes is the one to expect: a request may be too large without any rule being broken.</summary>
    public static bool IsMeant(BrokenRule rule, int status) => CanMean(rule, status) && !(rule.Kind == RuleKind.Length && status is 413 or 414);

    /// <summary>Whether a status says of itself that this kind of rule was broken, so that a document need not describe it.</summary>
    public static bool IsStandard(RuleKind kind, int status) => (kind, status) switch
    {
        (RuleKind.Method, 405) or (RuleKind.Accept, 406) or (RuleKind.Precondition, 412) => true,
        (RuleKind.ContentType or RuleKind.ContentTypeMissing, 415) => true,
        (RuleKind.OtherCaller, 403 or 404 or 410) => true,
        (RuleKind.UnknownIdentifier, 404) or (RuleKind.OverlongIdentifier, 404 or 414) => true,
        _ => false,
    };

    /// <summary>The statuses that are expected: those that the document describes and that can mean the rule, else the usual ones.</summary>
    public static IReadOnlyList<string> Expected(RefusedAssertion assertion)
    {
        var described = assertion.Described.Where(code =>
            !int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) || IsMeant(assertion.Rule, status)).ToList();
        return described.Exists(code => !code.Equals("default", StringComparison.OrdinalIgnoreCase))
            ? described : [.. Usual(assertion.Rule.Kind).Select(status => status.ToString(CultureInfo.InvariantCulture))];
    }

    /// <summary>What is expected where the document describes no refusal.</summary>
    private static IReadOnlyList<int> Usual(RuleKind kind) => kind switch
    {
        RuleKind.Credentials or RuleKind.CredentialsForm => [401, 403],
        RuleKind.OtherCaller => [403, 404],
        RuleKind.Method => [405],
        RuleKind.Accept => [406],
        RuleKind.Precondition => [412],
        RuleKind.ContentType or RuleKind.ContentTypeMissing => [415, 400],
        RuleKind.UnknownIdentifier or RuleKind.OverlongIdentifier => [404],
        _ => [400, 422],
    };
}
