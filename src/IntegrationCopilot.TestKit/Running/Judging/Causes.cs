using System.Globalization;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Makes causes: what is the same defect gets the same subject, whatever test showed it and whatever values it was sent.</summary>
internal static class Causes
{
    /// <summary>Why an assertion does not hold, or cannot be told.</summary>
    public static CaseCause Of(string description, TestAssertion assertion, Judgement judgement, StepCredentials credentials)
    {
        var cause = judgement.Findings.Count > 0 && judgement.Verdict != AssertionVerdict.Unjudged ? OfFinding(judgement, judgement.Findings[0])
            : assertion is RefusedAssertion refused ? OfRefusal(refused, judgement, credentials)
            : OfOther(description, assertion, judgement);
        return cause with
        {
            Operation = OperationOf(judgement.Exchange),
            Status = judgement.Exchange?.Response?.Status,
            Ground = cause.Ground ?? assertion.Ground?.TrimEnd('.'),
            Curl = CurlOf(judgement.Exchange),
        };
    }

    /// <summary>Why a case ended without a verdict.</summary>
    public static CaseCause? Of(CaseStopException stop, GoldenTest test) => stop.Status is not (CaseStatus.NoVerdict or CaseStatus.Error) ? null : new()
    {
        Kind = stop.Status == CaseStatus.NoVerdict ? CauseKind.NotJudged : CauseKind.NotTested,
        Text = stop.Message.TrimEnd('.'),
        Operation = stop.Exchange is null ? test.Operation : OperationOf(stop.Exchange),
        Subject = stop.Subject ?? (stop.Exchange is { Response: { } response } exchange ? Refused(exchange, response.Status) : stop.Message),
        Status = stop.Exchange?.Response?.Status,
        Curl = CurlOf(stop.Exchange),
    };

    /// <remarks>Credentials that one operation does not know are not known to the others either.</remarks>
    private static string Refused(Exchange exchange, int status) => status == 401 ? HttpStatusText.Of(status) : At(exchange, status);

    /// <remarks>Who lets strangers in at one place mostly does at others.</remarks>
    private static CaseCause OfRefusal(RefusedAssertion assertion, Judgement judgement, StepCredentials credentials)
    {
        var (rule, status) = (assertion.Rule, judgement.Exchange?.Response?.Status);
        var kind = judgement.Verdict switch
        {
            AssertionVerdict.Unjudged => CauseKind.NotJudged,
            AssertionVerdict.Doubted => CauseKind.RefusedOtherwise,
            _ => status >= 500 ? CauseKind.ServerFailed : CauseKind.NotRefused,
        };
        var subject = kind switch
        {
            CauseKind.NotRefused when credentials != StepCredentials.Valid => $"{rule.Kind} {credentials}",
            CauseKind.NotRefused => $"{At(judgement.Exchange, null)} {rule.Kind} {rule.In} {PlaceOf(rule)}",
            CauseKind.ServerFailed => $"{At(judgement.Exchange, null)} {rule.In} {rule.Place}",
            _ => At(judgement.Exchange, status),
        };
        return new()
        {
            Kind = kind,
            Subject = subject,
            Text = kind is CauseKind.NotRefused or CauseKind.ServerFailed
                ? $"{RuleText.Told(rule, credentials)}; expected {string.Join(" or ", Refusals.Expected(assertion))}, got {status}" : judgement.Problem!,
            Rule = rule,
            Line = rule.Line,
            Expected = Refusals.Expected(assertion),
        };
    }

    /// <summary>Who does not look at the type of one member mostly looks at none.</summary>
    private static string? PlaceOf(BrokenRule rule) => rule.Kind is RuleKind.Type or RuleKind.NotNull ? null : rule.Place;

    /// <remarks>What one place of the document asks for is one defect, however many operations show it.</remarks>
    private static CaseCause OfFinding(Judgement judgement, Finding finding) => new()
    {
        Kind = CauseKind.NotAsDescribed,
        Text = judgement.Problem!,
        Subject = finding.Source is { } source
            ? $"{finding.Code} {source.Pointer} {Member(finding)}{(finding.Code == FindingCodes.UndocumentedStatus ? At(judgement.Exchange, judgement.Exchange?.Response?.Status) : "")}"
            : $"{At(judgement.Exchange, judgement.Exchange?.Response?.Status)} {finding.Code} {Member(finding)}",
        Ground = finding.Source is { } ground ? GroundOf(ground) : null,
        Line = finding.Source?.Line is > 0 and var line ? line : null,
        Place = finding.Source,
    };

    private static CaseCause OfOther(string description, TestAssertion assertion, Judgement judgement)
    {
        var status = judgement.Exchange?.Response?.Status;
        var kind = judgement.Verdict == AssertionVerdict.Unjudged ? CauseKind.NotJudged : status >= 500 ? CauseKind.ServerFailed : CauseKind.NotAsExpected;
        return new()
        {
            Kind = kind,
            Subject = kind == CauseKind.NotAsExpected ? $"{At(judgement.Exchange, null)} {description}" : At(judgement.Exchange, status),
            Text = $"{description}: {judgement.Problem}",
            Expected = assertion is StatusAssertion expected ? expected.OneOf : [],
        };
    }

    private static string GroundOf(SourceLocation source) => source.Line > 0
        ? string.Create(CultureInfo.InvariantCulture, $"#{source.Pointer} of the document, line {source.Line}") : $"#{source.Pointer} of the document";

    /// <summary>The name of the member or parameter, without the way to it.</summary>
    private static string Member(Finding finding)
    {
        var name = finding.Pointer.Length > 0 ? finding.Pointer[(finding.Pointer.LastIndexOf('/') + 1)..] : finding.Where;
        return name.All(char.IsAsciiDigit) ? "" : name;
    }

    private static string At(Exchange? exchange, int? status) => string.Create(CultureInfo.InvariantCulture, $"{OperationOf(exchange)} {status}");

    private static string? OperationOf(Exchange? exchange) => exchange is null ? null : exchange.Operation?.Id ?? $"{exchange.Request.Method} (not described)";

    private static string? CurlOf(Exchange? exchange) => exchange?.Traced is { } request ? CurlCommand.Of(request) : null;
}
