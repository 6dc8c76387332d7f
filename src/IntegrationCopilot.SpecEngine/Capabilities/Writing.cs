namespace IntegrationCopilot.SpecEngine;

/// <summary>Tells operations that change something from those that only read, also where vendors read with POST.</summary>
internal static class Writing
{
    /// <summary>First words of names under which vendors read with POST because the question is too long for a URL.</summary>
    private static readonly HashSet<string> Reading = new(StringComparer.Ordinal)
    {
        "get", "list", "describe", "search", "query", "find", "lookup", "read", "fetch", "count", "scan", "select", "filter", "browse", "view", "show",
        "calculate", "estimate", "preview", "validate", "check", "simulate", "quote", "compare", "suggest", "autocomplete", "introspect", "explain", "head",
        "test",
    };

    /// <summary>Last words of paths and names that ask something or let somebody in.</summary>
    private static readonly HashSet<string> Asking = new(StringComparer.Ordinal)
    {
        "search", "query", "queries", "lookup", "find", "filter", "count", "list", "get", "token", "tokens", "login", "signin", "authenticate", "introspect",
        "graphql", "validate", "calculate", "estimate", "preview",
    };

    /// <summary>Whether an operation writes, or may.</summary>
    public static bool Is(ApiOperation operation) => Certainty(operation) > 0;

    /// <summary>0 for reading; otherwise how sure we are that it writes.</summary>
    public static double Certainty(ApiOperation operation) => operation.Method switch
    {
        "GET" or "HEAD" or "OPTIONS" or "TRACE" or "QUERY" => 0,
        "PUT" or "PATCH" or "DELETE" => 1,
        "POST" when operation.Responses.Any(r => r.Status == "201") => 1,
        "POST" => ReadsByName(operation) ? 0 : 0.9,
        _ => 0.6,
    };

    private static bool ReadsByName(ApiOperation operation)
    {
        if (operation.OperationId is { } name && Words.Of(name) is { Count: > 0 } words
            && (Reading.Contains(words[0]) || IsBatchOfReads(words) || PerformsRead(words)))
            return true;
        var segments = Words.Segments(operation.Path);
        if (segments.Count == 0) return false;
        var last = Words.Of(ActionOf(segments[^1]));
        return last.Count > 0 && (Asking.Contains(last[^1]) || Reading.Contains(last[0]));
    }

    /// <summary>Remote procedure calls dressed as paths name the procedure in a fragment: <c>#X-Amz-Target=Service.ListThings</c>.</summary>
    private static string ActionOf(string segment) => segment[0] == '#' ? segment[(segment.LastIndexOfAny(['.', '=']) + 1)..] : segment;

    private static bool PerformsRead(List<string> words) => words is ["perform" or "do" or "run" or "execute", .., "search" or "query" or "lookup"];

    private static bool IsBatchOfReads(List<string> words) => words.Count > 1 && words[0] is "batch" or "bulk" && Reading.Contains(words[1]);
}
