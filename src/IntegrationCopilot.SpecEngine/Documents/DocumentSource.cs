namespace IntegrationCopilot.SpecEngine;

/// <summary>Gives the bytes of a document another document refers to.</summary>
/// <param name="documentName">The name of the document wanted: the reference made absolute against the name of the document that holds it.</param>
/// <returns>The bytes, which must not change afterwards; null when there is no such document or it may not be read.</returns>
public delegate ReadOnlyMemory<byte>? DocumentSource(string documentName);

/// <summary>Ready-made sources of documents.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class DocumentSources
{
    /// <summary>Files beneath a folder and nothing else: no path and no link leads out of it, and nothing is fetched.</summary>
    /// <param name="folder">The folder, for descriptions whose files lie beside rather than beneath the entry document.</param>
    /// <param name="maxDocumentBytes">Larger files are taken for absent. Default 64 MiB.</param>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is blank.</exception>
    public static DocumentSource Folder(string folder, int maxDocumentBytes = 64 * 1024 * 1024)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        return new FolderSource(folder, maxDocumentBytes).Read;
    }
}
