using IntegrationCopilot.MockGen;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>Judges whether answers, or a delivery, are as the document describes them.</summary>
internal static class ConformsJudge
{
    private const int QuotedFindings = 3;

    public static Judgement Judge(ConformsAssertion assertion, JudgeContext context)
    {
        if (context.Outcome.Delivery is { } delivery)
            return delivery.Received switch
            {
                null => Judgement.CannotTell(DeliveredJudge.None(delivery)),
                { IsCut: true } => Judgement.CannotTell(DeliveredJudge.Cut),
                _ => Of(delivery.Verdict, "the document describes no such delivery"),
            };
        foreach (var exchange in context.Outcome.Exchanges)
        {
            var judgement =
                Of(exchange.Verdict, exchange.Response is null ? "no answer came" : $"the document has no operation {exchange.Request.Method} for this URL");
            if (judgement.Problem is not null) return judgement with { Exchange = exchange };
        }

        return context.Outcome.Exchanges.SelectMany(exchange => ((Judgement[])[WriteOnlyJudge.Judge(exchange, context), Unnamed(exchange)])
            .Select(judgement => judgement with { Exchange = exchange })).FirstOrDefault(judgement => judgement.Problem is not null) ?? Judgement.Holds;
    }

    /// <summary>An answer should say what its body is (RFC 9110, section 8.3).</summary>
    private static Judgement Unnamed(Exchange exchange)
    {
        var unnamed = exchange.Verdict?.Findings.Where(finding => finding.Code == FindingCodes.MissingContentType).ToList();
        return unnamed is { Count: > 0 } ? OfErrors(unnamed) with { Verdict = AssertionVerdict.Doubted } : Judgement.Holds;
    }

    private static Judgement Of(MessageVerdict? verdict, string whyNone)
    {
        if (verdict is null) return Judgement.Fails(whyNone);
        return verdict.IsValid ? Judgement.Holds : OfErrors([.. verdict.Findings.Where(finding => finding.Severity == FindingSeverity.Error)]);
    }

    public static Judgement OfErrors(IReadOnlyList<Finding> errors)
    {
        // One member may break the same rule by several ways through the schema.
        var texts = errors.Select(finding => $"{(finding.Where.Length > 0 ? $"{finding.Where}: " : "")}{finding.Message.TrimEnd('.')}").Distinct().ToList();
        var quoted = string.Join("; ", texts.Take(QuotedFindings));
        return new(AssertionVerdict.Broken, texts.Count > QuotedFindings ? $"{quoted}; and {texts.Count - QuotedFindings} more" : quoted, errors);
    }
}
