namespace IntegrationCopilot.SpecEngine;

/// <summary>Names of fields that wrap things, and of those that stand beside them.</summary>
internal static class EnvelopeNames
{
    private static readonly HashSet<string> Wrappers = LooseNames.Set(
        "data", "result", "results", "response", "payload", "content", "contents", "item", "items", "object", "objects", "attributes", "value", "values",
        "list", "records", "record", "entries", "entry", "rows", "hits", "resources", "resource",
        "elements", "element", "collection", "docs", "documents", "embedded", "body", "page", "output", "members", "member", "set", "all", "array", "children");

    private static readonly HashSet<string> Beside = LooseNames.Set(
        "status", "success", "message", "code", "error", "errors", "ok", "kind", "etag", "self", "href", "object", "url", "type", "request-id", "timestamp",
        "warnings", "version", "pagination", "links", "meta", "info", "included",
        "status-code", "jsonapi", "result-info", "messages", "response-metadata", "took", "summary", "facets", "aggregations", "stat", "limit", "offset",
        "size", "page", "per-page", "count", "query", "filters", "sort", "cursor", "context", "user", "author", "copyright", "id");

    public static bool IsWrapper(string name) => Wrappers.Contains(name);

    /// <summary>Whether a field says something about the answer or the page, not about a thing.</summary>
    public static bool IsBeside(string name) => Beside.Contains(name) || PageNames.OfOutput(name) != PagePart.None;

    /// <summary>Objects that are never the thing of an answer.</summary>
    public static bool IsNeverThing(string name) => Never.Contains(name);

    private static readonly HashSet<string> Never = LooseNames.Set("error", "errors", "meta", "metadata", "links", "link", "pagination", "paging", "user",
        "author", "owner", "included", "jsonapi", "result-info", "response-metadata", "status", "info");
}
