namespace IntegrationCopilot.SpecEngine;

/// <summary>
/// Limits on callers: status 429 (RFC 6585, section 4), RateLimit headers (draft-ietf-httpapi-ratelimit-headers) and their older spellings, and errors that say
/// so.
/// </summary>
internal sealed class RateLimitingRule : CapabilityRule
{
    private static readonly string[] Telling =
        ["rate limit", "rate-limit", "ratelimit", "too many requests", "toomanyrequests", "throttl", "enhance your calm", "error limited"];

    public override string Id => CapabilityIds.RateLimiting;

    public override double AbsentConfidence => 0.5;

    public override void Look(ApiOperation operation, CapabilityFindings findings)
    {
        if (operation.Responses.FirstOrDefault(response => Strength(response) > 0) is { } refused)
            findings.Add(operation, refused.Node, Strength(refused), new RateLimitAnswerFact(refused.Status, refused.Describes("Retry-After")));
        foreach (var family in operation.Responses.SelectMany(response => response.Headers).Where(header => IsLimit(header.Name))
            .GroupBy(header => FamilyOf(header.Name)))
            findings.Add(operation, family.First().Node, 1,
                new RateLimitHeadersFact(family.Key, [.. family.Select(header => header.Name).Distinct(StringComparer.OrdinalIgnoreCase)]));
    }

    /// <summary>Vendors often tell of limits once, in the introduction or under a tag.</summary>
    public override void Look(ApiSpec spec, CapabilityFindings findings)
    {
        var root = spec.Document.Root;
        var introduction = root.FindMember("info"u8).FindMember("description"u8);
        if (IsTold(introduction.GetString())) findings.Add(null, introduction, 0.7, new RateLimitTextFact(Tag: null));
        foreach (var tag in root.FindMember("tags"u8).Children)
            if (IsTold(tag.FindMember("description"u8).GetString()))
                findings.Add(null, tag, 0.7, new RateLimitTextFact(tag.FindMember("name"u8).GetString() ?? ""));
    }

    private static double Strength(ApiResponse response)
    {
        if (response.Status == "429") return 1;
        return IsTold(response.Description) ? 0.8 : 0;
    }

    private static bool IsTold(string? text) => text is not null && Telling.Any(t => text.Contains(t, StringComparison.OrdinalIgnoreCase))
        && !text.Contains("no rate limit", StringComparison.OrdinalIgnoreCase);

    private static bool IsLimit(string header) =>
        header.Contains("RateLimit", StringComparison.OrdinalIgnoreCase) || header.Contains("Rate-Limit", StringComparison.OrdinalIgnoreCase);

    private static RateLimitHeaderFamily FamilyOf(string header) => header.ToUpperInvariant() switch
    {
        "RATELIMIT" or "RATELIMIT-POLICY" => RateLimitHeaderFamily.Structured,
        "RATELIMIT-LIMIT" or "RATELIMIT-REMAINING" or "RATELIMIT-RESET" => RateLimitHeaderFamily.RateLimit,
        var name when name.StartsWith("X-RATELIMIT-", StringComparison.Ordinal) || name.StartsWith("X-RATE-LIMIT-", StringComparison.Ordinal) =>
            RateLimitHeaderFamily.XRateLimit,
        _ => RateLimitHeaderFamily.Vendor,
    };
}
