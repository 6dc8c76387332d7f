using System.Collections.Concurrent;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>The standard meta-schemas, which references may lead to without a registry.</summary>
internal static class MetaSchemas
{
    private static readonly ConcurrentDictionary<string, RawDocument> Loaded = new(StringComparer.Ordinal);

    public static RawDocument? Find(string uri)
    {
        if (ResourceName(uri) is not { } name) return null;
        using var stream = typeof(MetaSchemas).Assembly.GetManifestResourceStream(name);
        return stream is null ? null : Loaded.GetOrAdd(uri, static (key, source) => Load(key, source), stream);
    }

    private static string? ResourceName(string uri)
    {
        const string drafts = "http://json-schema.org/draft-0";
        const string editions = "https://json-schema.org/draft/20";
        if (uri.StartsWith(drafts, StringComparison.Ordinal) && uri.EndsWith("/schema", StringComparison.Ordinal))
            return $"MetaSchemas/draft-0{uri[drafts.Length..^7]}.json";
        return uri.StartsWith(editions, StringComparison.Ordinal) ? $"MetaSchemas/20{uri[editions.Length..]}.json" : null;
    }

    private static RawDocument Load(string uri, Stream stream)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return RawDocumentReader.Read(bytes, uri).Document!;
    }
}
