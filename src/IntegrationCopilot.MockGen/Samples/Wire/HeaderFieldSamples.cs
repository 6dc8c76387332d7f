using System.Collections.Frozen;

namespace IntegrationCopilot.MockGen;

/// <summary>Values of fields whose grammar is standardised: a table from field name to what makes one, with the section that defines it.</summary>
internal static class HeaderFieldSamples
{
    private static readonly FrozenDictionary<string, Func<SamplePlace, string>> Makers =
        new Dictionary<string, Func<SamplePlace, string>>(StringComparer.OrdinalIgnoreCase)
    {
        // RFC 9110, section 8.8.3: quoted.
        ["ETag"] = p => $"\"{p.Random.NextBits():x16}\"",
        ["If-Match"] = p => $"\"{p.Random.NextBits():x16}\"",
        ["If-None-Match"] = p => $"\"{p.Random.NextBits():x16}\"",
        // RFC 9110, section 5.6.7: IMF-fixdate.
        ["Date"] = DateTexts.HttpDate,
        ["Last-Modified"] = p => DateTexts.HttpDate(p with { Rank = DateRank.Updated }),
        ["Expires"] = p => DateTexts.HttpDate(p with { Rank = DateRank.Expires }),
        ["If-Modified-Since"] = p => DateTexts.HttpDate(p with { Rank = DateRank.Since }),
        ["If-Unmodified-Since"] = p => DateTexts.HttpDate(p with { Rank = DateRank.Before }),
        // RFC 9745 (a structured date) and RFC 8594.
        ["Deprecation"] = p => $"@{DateMoments.Of(p with { Rank = DateRank.Created }).ToUnixTimeSeconds()}",
        ["Sunset"] = p => DateTexts.HttpDate(p with { Rank = DateRank.Expires }),
        // RFC 9110, sections 10.2.2 and 8.7: URI references.
        ["Location"] = p => FormatSamples.Url(p.Random),
        ["Content-Location"] = p => FormatSamples.Url(p.Random),
        ["Referer"] = p => FormatSamples.Url(p.Random),
        ["Operation-Location"] = p => FormatSamples.Url(p.Random),
        // RFC 8288, section 3.
        ["Link"] = p => $"<{FormatSamples.Url(p.Random)}?page=2>; rel=\"next\"",
        // RFC 9110, section 10.2.3: seconds, or a date.
        ["Retry-After"] = p => $"{p.Random.Next(1, 60)}",
        ["Age"] = p => $"{p.Random.Next(1, 600)}",
        ["Content-Length"] = p => $"{p.Random.Next(1, 600)}",
        ["Access-Control-Max-Age"] = _ => "600",
        // RFC 9110, sections 8.3 to 8.6 and 12.5.
        ["Content-Type"] = _ => "application/json",
        ["Accept"] = _ => "application/json",
        ["Content-Language"] = _ => "en",
        ["Accept-Language"] = _ => "en",
        ["Accept-Encoding"] = _ => "gzip",
        ["Content-Encoding"] = _ => "gzip",
        ["Transfer-Encoding"] = _ => "chunked",
        ["Accept-Charset"] = _ => "utf-8",
        // RFC 9110, section 14.
        ["Accept-Ranges"] = _ => "bytes",
        ["Content-Range"] = _ => "bytes 0-99/200",
        ["Range"] = _ => "bytes=0-99",
        // RFC 9110, sections 10.2.1 and 12.5.5.
        ["Allow"] = _ => "GET, POST",
        ["Vary"] = _ => "Accept",
        ["Server"] = _ => "example/1.0",
        ["User-Agent"] = _ => "example-client/1.0",
        ["From"] = p => FormatSamples.Email(p.Random),
        ["Host"] = _ => "api.example.com",
        ["Via"] = _ => "1.1 proxy.example.com",
        // RFC 9111, sections 5.2 and 5.4.
        ["Cache-Control"] = _ => "no-cache",
        ["Pragma"] = _ => "no-cache",
        // RFC 9110, sections 11.6.1 and 11.6.2.
        ["WWW-Authenticate"] = _ => "Bearer realm=\"example\"",
        ["Proxy-Authenticate"] = _ => "Basic realm=\"example\"",
        ["Authorization"] = _ => "Bearer example-token",
        // RFC 6265, sections 4.1.1 and 4.2.1.
        ["Set-Cookie"] = p => $"session={p.Random.NextBits():x16}; Path=/; HttpOnly",
        ["Cookie"] = p => $"session={p.Random.NextBits():x16}",
        // RFC 6266, section 4.1.
        ["Content-Disposition"] = p => $"attachment; filename=\"document-{p.Random.Next(1, 99)}.pdf\"",
        // RFC 7240, section 2.
        ["Prefer"] = _ => "return=representation",
        ["Preference-Applied"] = _ => "return=representation",
        // RFC 6797, RFC 9110 section 10.1.1, WHATWG Fetch, RFC 6454.
        ["Strict-Transport-Security"] = _ => "max-age=31536000",
        ["Expect"] = _ => "100-continue",
        ["Origin"] = _ => "https://example.com",
        ["Access-Control-Allow-Origin"] = _ => "*",
        ["Access-Control-Allow-Credentials"] = _ => "true",
        ["Access-Control-Allow-Methods"] = _ => "GET, POST",
        ["Access-Control-Allow-Headers"] = _ => "Content-Type",
        ["Access-Control-Expose-Headers"] = _ => "ETag",
        ["X-Content-Type-Options"] = _ => "nosniff",
        ["X-Frame-Options"] = _ => "DENY",
        ["Content-Security-Policy"] = _ => "default-src 'none'",
        // RFC 9530 and its forerunners.
        ["Digest"] = _ => "SHA-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        ["Content-Digest"] = _ => "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:",
        ["Content-MD5"] = _ => "1B2M2Y8AsgTpgAmY7PhCfg==",
        // draft-ietf-httpapi-ratelimit-headers-10 (structured fields), and the spellings before it.
        ["RateLimit"] = p => $"\"default\";r={p.Random.Next(1, 99)};t={p.Random.Next(1, 60)}",
        ["RateLimit-Policy"] = _ => "\"default\";q=100;w=60",
        ["RateLimit-Limit"] = _ => "100",
        ["RateLimit-Remaining"] = p => $"{p.Random.Next(1, 99)}",
        ["RateLimit-Reset"] = p => $"{p.Random.Next(1, 60)}",
        ["X-RateLimit-Limit"] = _ => "100",
        ["X-RateLimit-Remaining"] = p => $"{p.Random.Next(1, 99)}",
        ["X-RateLimit-Reset"] = p => $"{DateMoments.Of(p with { Rank = DateRank.Starts }).ToUnixTimeSeconds()}",
        // Trace Context (W3C), and identifiers of requests.
        ["traceparent"] = p => $"00-{p.Random.NextBits():x16}{p.Random.NextBits():x16}-{p.Random.NextBits():x16}-01",
        ["X-Request-Id"] = p => FormatSamples.Uuid(p.Random),
        ["X-Correlation-Id"] = p => FormatSamples.Uuid(p.Random),
        ["Idempotency-Key"] = p => FormatSamples.Uuid(p.Random),
        ["X-Total-Count"] = p => $"{p.Random.Next(1, 500)}",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A value of that field; null when its grammar is not known here.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="place">Where it is made.</param>
    public static string? Make(string name, SamplePlace place) => Makers.TryGetValue(name, out var make) ? make(place) : null;
}
