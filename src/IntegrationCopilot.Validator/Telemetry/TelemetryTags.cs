namespace IntegrationCopilot.Validator;

/// <summary>
/// Names and values of the tags that these packages put on measurements, activities and log lines: those of OpenTelemetry's semantic conventions for HTTP where
/// they fit. Values are few and hold nothing of a message: the path is the template of the description, never that of a request.
/// </summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class TelemetryTags
{
    /// <summary>The method, or <c>_OTHER</c>.</summary>
    public const string Method = "http.request.method";

    /// <summary>The template of the path, where a request is received.</summary>
    public const string Route = "http.route";

    /// <summary>The template of the path, where a request is sent.</summary>
    public const string Template = "url.template";

    /// <summary>The status of the response; absent where there is none.</summary>
    public const string Status = "http.response.status_code";

    /// <summary>The kind of error: a status, or the name of an exception's type; absent where there is none.</summary>
    public const string Error = "error.type";

    /// <summary>What became of it: a word of a short list.</summary>
    public const string Outcome = "integration_copilot.outcome";

    /// <summary>A <see cref="FindingCodes">code of a finding</see>.</summary>
    public const string Finding = "integration_copilot.finding";

    /// <summary>Which message: <c>request</c> or <c>response</c>.</summary>
    public const string Direction = "integration_copilot.direction";

    private const int MaxLength = 200;
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "QUERY"];

    /// <summary>A method as the conventions have it: <c>_OTHER</c> when it is none of the usual ones.</summary>
    /// <param name="method">The method.</param>
    public static string MethodOf(string method) => Array.Find(Methods, known => known.Equals(method, StringComparison.OrdinalIgnoreCase)) ?? "_OTHER";

    /// <summary>
    /// A text of a description on one line: what is not visible ASCII becomes <c>?</c>, and at most 200 characters are kept.
    /// </summary>
    /// <param name="text">The text; null for none.</param>
    public static string? TextOf(string? text)
    {
        if (text is null) return null;
        if (text.Length > MaxLength) text = text[..MaxLength];
        return text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = from[i] is >= ' ' and <= '~' ? from[i] : '?';
        });
    }
}
