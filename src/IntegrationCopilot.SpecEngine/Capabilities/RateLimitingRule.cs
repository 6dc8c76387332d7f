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

    private static double Strength(ApiResponse response)
    {
        if (response.Status == "429") return 1;
        return response.Status.Length == 3 && response.Status[0] is '4' or '5' && response.Description is { } text
            && Telling.Any(t => text.Contains(t, StringComparison.OrdinalIgnoreCase)) ? 0.8 : 0;
    }

    private static bool IsLimit(string header) =>
        header.Contains("RateLimit", StringComparison.OrdinalIgnoreCase) || header.Contains("Rate-Limit", StringComparison.OrdinalIgnoreCase);
}
