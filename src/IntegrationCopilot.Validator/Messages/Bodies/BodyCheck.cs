using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>The representations a body may have; finds the one a message uses and checks it.</summary>
internal sealed class BodyCheck(IReadOnlyList<ApiMediaType> content, PlanContext context)
{
    private readonly BodyPlan[] plans = [.. content.Select(media => new BodyPlan(media, context))];

    /// <summary>Whether any representation is described.</summary>
    public bool IsDescribed => plans.Length > 0;

    /// <summary>Whether the only representations are JSON, so that an empty body cannot be one.</summary>
    public bool IsJsonOnly => plans.Length > 0 && Array.TrueForAll(plans, p => p.Name.IsJson);

    public void Check(IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body, FindingReport report)
    {
        var type = headers.First("Content-Type");
        var sent = string.IsNullOrWhiteSpace(type) ? Assumed(report) : MediaTypeName.Parse(type);
        if (sent is null || Choose(sent, report) is not { } plan) return;
        if (Decoded(headers, body, report) is { } bytes) plan.Check(sent, bytes, report);
    }

    private MediaTypeName? Assumed(FindingReport report)
    {
        report.Deviation(FindingCodes.MissingContentType, "header.Content-Type", "The body comes without a Content-Type header.", expected: Described(), actual: "absent");
        return plans.Length == 1 && !plans[0].Name.IsRange ? plans[0].Name : Array.Find(plans, p => p.Name.IsJson)?.Name;
    }

    private BodyPlan? Choose(MediaTypeName sent, FindingReport report)
    {
        if (plans.MaxBy(p => p.Name.Covers(sent)) is { } best && best.Name.Covers(sent) > 0) return best;
        var source = plans.Length > 0 ? plans[0].Media.Node : default;
        var message = $"The media type '{sent.Essence}' is not described here.";
        // Problem details for plain JSON, vendor types for plain JSON and the reverse: the value is the same.
        if (report.Lenient && sent.IsJson && Array.Find(plans, p => p.Name.IsJson) is { } kin)
        {
            report.Deviation(FindingCodes.UndocumentedContentType, "header.Content-Type", message, source, Described(), sent.Essence);
            return kin;
        }
        report.Error(FindingCodes.UndocumentedContentType, "header.Content-Type", message, source, Described(), sent.Essence);
        return null;
    }

    private static ReadOnlyMemory<byte>? Decoded(IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body, FindingReport report)
    {
        var max = report.Options.MaxBodyBytes;
        var fault = ContentCoding.Decode(body, headers.First("Content-Encoding"), max, out var decoded);
        if (fault is null) return decoded;
        // Many HTTP stacks decode the body and keep the header.
        if (report.Lenient && JsonTexts.FaultIn(body.Span) is null) return body;
        report.Deviation(FindingCodes.MalformedBody, "body", $"The body cannot be decoded: {fault}.", expected: "decodable", actual: fault);
        return null;
    }

    private string Described() => string.Join(", ", plans.Select(p => p.Media.Name));
}
