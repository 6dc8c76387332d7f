namespace IntegrationCopilot.MockGen;

/// <summary>What a mock knows of media types.</summary>
internal static class MediaTypes
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=");
    private static readonly byte[] Gif = Convert.FromBase64String("R0lGODlhAQABAAAAACH5BAEAAAAALAAAAAABAAEAAAIBAAA=");
    private static readonly byte[] EmptyZip = [0x50, 0x4B, 0x05, 0x06, .. new byte[18]];
    private static readonly byte[] Pdf = System.Text.Encoding.ASCII.GetBytes("%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    /// <summary>A type that can be sent: the name itself, or a type within a range.</summary>
    public static string Concrete(string name)
    {
        var essence = Essence(name);
        if (essence.Length == 0 || !essence.Contains('/', StringComparison.Ordinal)) return "application/json";
        if (!essence.Contains('*', StringComparison.Ordinal)) return name.Trim();
        return essence[..essence.IndexOf('/', StringComparison.Ordinal)] switch
        {
            "text" => "text/plain",
            "image" => "image/png",
            "audio" => "audio/mpeg",
            "video" => "video/mp4",
            _ => "application/json",
        };
    }

    public static bool IsJson(string name) => Essence(name) is "application/json" or "text/json" || Essence(name).EndsWith("+json", StringComparison.Ordinal);

    public static bool IsXml(string name) => Essence(name) is "application/xml" or "text/xml" || Essence(name).EndsWith("+xml", StringComparison.Ordinal);

    public static bool IsForm(string name) => Essence(name) is "application/x-www-form-urlencoded" or "multipart/form-data";

    public static bool IsEventStream(string name) => Essence(name) == "text/event-stream";

    /// <summary>The smallest content of a binary format; null for formats that are not known.</summary>
    public static byte[]? PlaceholderOf(string name) => Essence(name) switch
    {
        "image/png" => Png,
        "image/gif" => Gif,
        "application/pdf" => Pdf,
        "application/zip" => EmptyZip,
        _ => null,
    };

    /// <summary>Content for a representation the document says nothing more about.</summary>
    public static byte[] Placeholder(string name) => PlaceholderOf(name) ?? (IsXml(name) ? "<sample/>"u8.ToArray() : "sample"u8.ToArray());

    private static string Essence(string name)
    {
        var end = name.IndexOf(';', StringComparison.Ordinal);
        return (end < 0 ? name : name[..end]).Trim().ToLowerInvariant();
    }
}
