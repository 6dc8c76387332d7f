namespace IntegrationCopilot.SpecEngine;

/// <summary>Reads the documents that references lead to, each once, from where the caller allows.</summary>
internal sealed class DocumentLoader(RawDocumentSet documents, DocumentSource? source, ReadLimits limits, ProblemLog problems,
    CancellationToken cancellationToken)
{
    private readonly Dictionary<string, string?> outcomes = new(StringComparer.Ordinal);
    private int loaded = 1;

    public ReadLimits Limits { get; } = limits;

    /// <summary>Whether a reference leads to a document that nobody allowed to read, so that it may be right nevertheless.</summary>
    public bool IsBeyondReach(RawNode holder, string reference) =>
        RawDocumentSet.Split(reference).Document is { Length: > 0 } target
            && (source is null || DocumentNames.Combine(holder.Document!.Name, target).Contains("://", StringComparison.Ordinal));

    /// <summary>Makes the document a reference leads to part of the set.</summary>
    /// <returns>Why that cannot be; null when it is there now.</returns>
    public string? LoadFor(RawNode holder, string reference)
    {
        var target = RawDocumentSet.Split(reference).Document;
        if (target.Length == 0) return null;
        var name = DocumentNames.Combine(holder.Document!.Name, target);
        if (documents.Find(name) is not null) return null;
        if (!outcomes.TryGetValue(name, out var reason)) outcomes[name] = reason = Load(name);
        return reason;
    }

    private string? Load(string name)
    {
        if (source is null)
            return $"'{Excerpt.Of(name)}' is another document, and none is read when a description is given as bytes. Read the file instead, or set SpecReadOptions.Source.";
        if (loaded >= Limits.MaxDocuments) return $"the description has more than {Limits.MaxDocuments} documents. Raise the limit, or bundle it.";
        // A null array converts to an empty memory, so a source that meant null may give one.
        if (source(name) is not { IsEmpty: false } content) return Refusal(name);
        loaded++;
        var read = RawDocumentReader.Read(content, name, Limits, cancellationToken);
        problems.AddRange(read.Problems);
        if (read.Document is null) return $"'{Excerpt.Of(name)}' cannot be read.";
        documents.Add(read.Document);
        return null;
    }

    private string Refusal(string name)
    {
        var shown = Excerpt.Of(name);
        if (name.Contains("://", StringComparison.Ordinal))
            return $"documents are not fetched from '{shown}'. Save it beside the description and refer to the file, or set SpecReadOptions.Source.";
        if (source?.Target is not FolderSource folder) return $"there is no document '{shown}' with anything in it.";
        return folder.Covers(name)
            ? $"there is no file '{shown}' with anything in it beneath '{Excerpt.Of(folder.Name)}', which is all that may be read."
            : $"'{shown}' is not beneath '{Excerpt.Of(folder.Name)}', which is all that may be read. Name a folder that holds both: --root DIR on the command line, SpecReadOptions.Source in code.";
    }
}
