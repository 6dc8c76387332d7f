namespace IntegrationCopilot.MockGen.Tests;

/// <summary>
/// Everything a value can travel in: descriptions of one operation around a schema, as JSON texts. Forms have it as members too, each encoded in another way.
/// </summary>
internal static class AnyCarrier
{
    private static readonly string[] Requests =
    [
        "application/json", "application/merge-patch+json", "application/x-www-form-urlencoded", "multipart/form-data", "application/xml", "text/plain",
        "application/octet-stream", "text/event-stream", "application/x-ndjson",
    ];

    private static readonly string[] Answers = ["application/json", "application/xml", "text/plain", "text/csv", "text/event-stream", "application/x-ndjson",
        "application/json-seq", "multipart/mixed"];

    private static readonly string[] Queries =
    [
        "", "\"explode\":false,", "\"style\":\"deepObject\",\"explode\":true,", "\"style\":\"spaceDelimited\",\"explode\":false,",
        "\"style\":\"pipeDelimited\",\"explode\":false,", "\"allowReserved\":true,",
    ];

    private static readonly string[] Paths =
    [
        "", "\"explode\":true,", "\"style\":\"label\",", "\"style\":\"label\",\"explode\":true,", "\"style\":\"matrix\",",
        "\"style\":\"matrix\",\"explode\":true,",
    ];

    private static readonly string[] Encodings =
        ["{}", """{"a":{"contentType":"application/json"},"name":{"contentType":"application/json"}}""",
        """{"a":{"style":"deepObject","explode":true},"id":{"style":"pipeDelimited"},"data":{"explode":false}}"""];

    /// <summary>Of each kind every variety.</summary>
    public static string[] All { get; } =
    [
        .. Requests.Select(type => $"request {type}"), .. Answers.Select(type => $"answer {type}"), .. Queries.Select(style => $"query {style}"),
        .. Paths.Select(style => $"path {style}"),
        "header ", "header \"explode\":true,", "cookie ", "cookie \"explode\":false,", "field ", "field \"explode\":true,", "content ",
        .. Encodings.SelectMany(encoding => (string[])[$"form {encoding}", $"parts {encoding}"]),
    ];

    /// <summary>A description in which a schema travels so.</summary>
    public static string Document(string carrier, string schema, string version)
    {
        var (kind, variety) = (carrier[..carrier.IndexOf(' ', StringComparison.Ordinal)], carrier[(carrier.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        var path = kind == "path" ? "/a/{p}" : "/a";
        return """{"openapi":"@version","info":{"title":"t","version":"1"},"paths":{"@path":{"post":{"responses":{"200":{"description":"ok"@answer}}@input}}}}"""
            .Replace("@input", InputOf(kind), StringComparison.Ordinal).Replace("@answer", AnswerOf(kind), StringComparison.Ordinal)
            .Replace("@members", """{"type":"object","required":["a"],"properties":{"a":@schema,"name":@schema,"id":@schema,"data":{"type":"array","items":@schema}}}""", StringComparison.Ordinal)
            .Replace("@path", path, StringComparison.Ordinal).Replace("@version", version, StringComparison.Ordinal)
            .Replace("@place", kind, StringComparison.Ordinal).Replace("@variety", variety, StringComparison.Ordinal)
                .Replace("@schema", schema, StringComparison.Ordinal);
    }

    /// <summary>Whether only objects can travel so.</summary>
    public static bool IsNamed(string carrier) => carrier == "request application/x-www-form-urlencoded";

    private static string InputOf(string kind) => kind switch
    {
        "request" => ""","requestBody":{"required":true,"content":{"@variety":{"schema":@schema}}}""",
        "form" => ""","requestBody":{"required":true,"content":{"application/x-www-form-urlencoded":{"schema":@members,"encoding":@variety}}}""",
        "parts" => ""","requestBody":{"required":true,"content":{"multipart/form-data":{"schema":@members,"encoding":@variety}}}""",
        "content" => ""","parameters":[{"name":"p","in":"query","required":true,"content":{"application/json":{"schema":@schema}}}]""",
        "answer" or "field" => "",
        _ => ""","parameters":[{"name":"p","in":"@place","required":true,@variety"schema":@schema}]""",
    };

    private static string AnswerOf(string kind) => kind switch
    {
        "answer" => ""","content":{"@variety":{"schema":@schema}}""",
        "field" => ""","headers":{"X-F":{"required":true,@variety"schema":@schema}}""",
        _ => "",
    };
}
