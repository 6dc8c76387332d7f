using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>Schemas known by URI: the only remote schemas a reference can lead to.</summary>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class SchemaCatalog
{
    private readonly Dictionary<string, RawDocument> documents = new(StringComparer.Ordinal);

    /// <summary>Initializes a new instance.</summary>
    /// <param name="documents">Absolute URIs (a fragment is ignored) and the documents found there.</param>
    /// <exception cref="ArgumentException">A URI is not absolute.</exception>
    public SchemaCatalog(IEnumerable<KeyValuePair<string, RawDocument>> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        foreach (var (uri, document) in documents)
        {
            if (!Uri.TryCreate(uri, UriKind.Absolute, out var absolute)) throw new ArgumentException($"'{uri}' is no absolute URI.", nameof(documents));
            this.documents[SchemaUri.WithoutFragment(absolute.AbsoluteUri)] = document;
        }
    }

    internal RawDocument? Find(string uri) => documents.GetValueOrDefault(uri);
}
