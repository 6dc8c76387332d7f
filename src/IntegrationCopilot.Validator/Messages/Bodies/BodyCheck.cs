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
        // Sent twice it names no type: which of the two was meant, nobody can know.
        var type = headers.Combined("Content-Type");
        var plan = Array.Find(plans, p => p.Media.Name == type && !p.Name.IsRange);
        var sent = plan?.Name ?? (string.IsNullOrWhiteSpace(type) ? Assumed(report) : MediaTypeName.Parse(type));
        if (sent is null || (plan ?? Choose(sent, type, report)) is not { } chosen) return;
        if (Decoded(headers, body, report) is { } bytes) chosen.Check(sent, bytes, report);
    }

    private MediaTypeName? Assumed(FindingReport report)
    {
        report.Deviation(FindingCodes.MissingContentType, "header.Content-Type", "The body comes without a Content-Type header.", expected: Described(),
            actual: "absent");
        return plans.Length == 1 && !plans[0].Name.IsRange ? plans[0].Name : Array.Find(plans, p => p.Name.IsJson)?.Name;
    }

    private BodyPlan? Choose(MediaTypeName sent, string? type, FindingReport report)
    {
        var source = plans.Length > 0 ? plans[0].Media.Node : default;
        if (!sent.IsWellFormed || sent.IsRange)
        {
            const string malformed = "The Content-Type is no media type, which is a type, a slash and a subtype (RFC 9110, section 8.3.1).";
            report.Error(FindingCodes.UndocumentedContentType, "header.Content-Type", malformed, source, Described(), ValueText.Shorten(type ?? ""));
            return null;
        }
        if (plans.MaxBy(p => p.Name.Covers(sent)) is { } best && best.Name.Covers(sent) > 0) return best;
        var message = $"The media type '{ValueText.Shorten(sent.Essence)}' is not described here.";
        // An answer of problem details for plain JSON, or the reverse, holds the same value.
        // A request is another matter: JSON Patch and merge patch mean different things by the same bytes.
        if (report.Lenient && context.Direction == MessageDirection.Response && sent.IsJson && Array.Find(plans, p => p.Name.IsJson) is { } kin)
        {
            report.Deviation(FindingCodes.UndocumentedContentType, "header.Content-Type", message, source, Described(), sent.Essence);
            return kin;
        }
        report.Error(FindingCodes.UndocumentedContentType, "header.Content-Type", message, source, Described(), ValueText.Shorten(sent.Essence));
        return null;
    }

    private static ReadOnlyMemory<byte>? Decoded(IReadOnlyList<KeyValuePair<string, string>> headers, ReadOnlyMemory<byte> body, FindingReport report)
    {
        var max = report.Options.MaxBodyBytes;
        var coding = headers.First("Content-Encoding");
        var fault = ContentCoding.Decode(body, coding, max, out var decoded);
        if (fault is null) return decoded;
        // Many HTTP stacks decode the body and keep the header.
        var isDecoded = report.Lenient && JsonTexts.FaultIn(body.Span) is null;
        var message = isDecoded ? $"The body is JSON already, although its Content-Encoding is '{coding}'." : $"The body cannot be decoded: {fault}.";
        report.Deviation(FindingCodes.MalformedBody, "body", message, expected: "decodable", actual: fault);
        if (!isDecoded) return null;
        return body;
    }

    private string Described() => string.Join(", ", plans.Select(p => p.Media.Name));
}
