namespace IntegrationCopilot.MockGen;

/// <summary>What a mock knows of the names of media types.</summary>
internal static class MediaTypes
{
    public static bool IsJson(string name) => Essence(name) is "application/json" or "text/json" || Essence(name).EndsWith("+json", StringComparison.Ordinal);

    /// <summary>A JSON Merge Patch (RFC 7396).</summary>
    public static bool IsMergePatch(string? name) => name is not null && Essence(name) is "application/merge-patch+json";

    /// <summary>One JSON value a line.</summary>
    public static bool IsJsonLines(string name) =>
        Essence(name) is "application/jsonl" or "application/x-jsonl" or "text/jsonl" or "application/ndjson" or "application/x-ndjson"
            or "application/jsonlines" or "application/x-jsonlines";

    /// <summary>JSON values one after another: lines, or JSON text sequences (RFC 7464).</summary>
    public static bool IsJsonSequence(string name) => IsJsonLines(name) || IsTextSequence(name);

    /// <summary>JSON values each after a record separator (RFC 7464; RFC 8091 for the suffix).</summary>
    public static bool IsTextSequence(string name) => Essence(name) is "application/json-seq" || Essence(name).EndsWith("+json-seq", StringComparison.Ordinal);

    public static bool IsXml(string name) => Essence(name) is "application/xml" or "text/xml" || Essence(name).EndsWith("+xml", StringComparison.Ordinal);

    public static bool IsForm(string name) => Essence(name) is "application/x-www-form-urlencoded" or "multipart/form-data";

    public static bool IsMultipart(string name) => Essence(name).StartsWith("multipart/", StringComparison.Ordinal);

    /// <summary>Type and subtype in lower case, without parameters.</summary>
    public static string Essence(string name)
    {
        var end = name.IndexOf(';', StringComparison.Ordinal);
        return (end < 0 ? name : name[..end]).Trim().ToLowerInvariant();
    }

    /// <summary>Whether the name stands for several types, or for none.</summary>
    public static bool IsRange(string name)
    {
        var essence = Essence(name);
        return essence.Contains('*', StringComparison.Ordinal) || !essence.Contains('/', StringComparison.Ordinal);
    }

    /// <summary>A type within a range of which the mock writes none.</summary>
    public static string ExampleOf(string range) => Essence(range) switch
    {
        "video/*" => "video/mp4",
        "font/*" => "font/woff2",
        "model/*" => "model/gltf-binary",
        var other => other.Replace("*", "vnd.mock", StringComparison.Ordinal),
    };

    /// <summary>Whether a type lies within a range (RFC 9110, section 12.5.1), also one of a suffix such as <c>application/*+json</c>.</summary>
    public static bool IsWithin(string essence, string range)
    {
        var bounds = Essence(range);
        if (bounds is "*/*" || !bounds.Contains('/', StringComparison.Ordinal)) return true;
        var star = bounds.IndexOf('*', StringComparison.Ordinal);
        if (star < 0) return essence == bounds;
        return essence.Length >= bounds.Length && essence.StartsWith(bounds[..star], StringComparison.Ordinal)
            && essence.EndsWith(bounds[(star + 1)..], StringComparison.Ordinal);
    }
}
