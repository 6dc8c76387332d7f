using System.Collections.Concurrent;

namespace IntegrationCopilot.Validator;

/// <summary>Secrets that came to light by where they stood. Callers send the same ones again and again, so what finds them is made once.</summary>
/// <threadsafety>Safe for use by several threads at once.</threadsafety>
internal sealed class FoundSecrets
{
    private const int MostKept = 64;
    private readonly ConcurrentDictionary<string, RedactionRules> known = new(StringComparer.Ordinal);

    /// <summary>The rules that know these secrets, too.</summary>
    public RedactionRules Rules(RedactionRules rules, IReadOnlySet<string> secrets)
    {
        var key = string.Join('\0', secrets);
        if (known.TryGetValue(key, out var made)) return made;
        if (known.Count >= MostKept) known.Clear();
        return known.GetOrAdd(key, static (_, given) => given.rules.With(given.secrets), (rules, secrets));
    }

    /// <summary>Whether a secret may stand somewhere in a trace: it does, or a body cannot be looked through here.</summary>
    public static bool MayStandIn(ApiTrace trace, SecretValues values)
    {
        if (Holds(trace.Request.Url, values) || Holds(trace.Error, values) || Holds(trace.ErrorCode, values)) return true;
        if (Holds(trace.Request.Headers, values) || MayHold(trace.Request.Body, values)) return true;
        if (trace.Response is { } response && (Holds(response.Headers, values) || MayHold(response.Body, values))) return true;
        return trace.Findings.Any(finding => Holds(finding.Message, values) || Holds(finding.Expected, values) || Holds(finding.Actual, values));
    }

    private static bool Holds(IReadOnlyList<KeyValuePair<string, string>> headers, SecretValues values)
    {
        for (var i = 0; i < headers.Count; i++)
            if (Holds(headers[i].Value, values)) return true;
        return false;
    }

    private static bool MayHold(TraceBody body, SecretValues values) => body.Length > 0 && (body.IsTruncated || !body.IsText || Holds(body.Text, values));

    private static bool Holds(string? text, SecretValues values) => text is not null && values.TryFind(text, out _, out _, out _);
}
