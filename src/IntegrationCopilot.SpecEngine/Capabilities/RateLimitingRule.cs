namespace IntegrationCopilot.SpecEngine;

/// <summary>Limits on callers: status 429 (RFC 6585, section 4), RateLimit headers (draft-ietf-httpapi-ratelimit-headers) and their older spellings, and errors that say so.</summary>
internal sealed class RateLimitingRule : CapabilityRule
{
    private static readonly string[] Telling = ["rate limit", "rate-limit", "ratelimit", "too many requests", "toomanyrequests", "throttl", "enhance your calm", "error limited"];

    public override string Id => CapabilityIds.RateLimiting;

    public override double AbsentConfidence => 0.5;

    public override void Look(ApiOperation operation, CapabilityFindings findings)
    {
        var answered = false;
        var counted = false;
        foreach (var response in operation.Responses)
        {
            if (!answered && Strength(response) is > 0 and var strength)
            {
                answered = true;
                findings.Add(operation, response.Node, strength, $"response {response.Status}");
            }
            foreach (var header in response.Headers)
            {
                if (counted || !IsLimit(header.Name)) continue;
                counted = true;
                findings.Add(operation, header.Node, 1, $"header {header.Name}");
            }
        }
    }

    /// <summary>Vendors often tell of limits once, in the introduction or under a tag.</summary>
    public override void Look(ApiSpec spec, CapabilityFindings findings)
    {
        var root = spec.Document.Root;
        var introduction = root.FindMember("info"u8).FindMember("description"u8);
        if (IsTold(introduction.GetString())) findings.Add(null, introduction, 0.7, "introduction");
        foreach (var tag in root.FindMember("tags"u8).Children)
            if (IsTold(tag.FindMember("description"u8).GetString())) findings.Add(null, tag, 0.7, $"tag {Excerpt.Of(tag.FindMember("name"u8).GetString() ?? "")}");
    }

    private static double Strength(ApiResponse response)
    {
        if (response.Status == "429") return 1;
        return IsTold(response.Description) ? 0.8 : 0;
    }

    private static bool IsTold(string? text) => text is not null && Telling.Any(t => text.Contains(t, StringComparison.OrdinalIgnoreCase)) && !text.Contains("no rate limit", StringComparison.OrdinalIgnoreCase);

    private static bool IsLimit(string header) =>
        header.Contains("RateLimit", StringComparison.OrdinalIgnoreCase) || header.Contains("Rate-Limit", StringComparison.OrdinalIgnoreCase);
}
