namespace IntegrationCopilot.SpecEngine;

/// <summary>What reading a description gave: the API, or problems, or both when the problems do not stop us.</summary>
/// <param name="Spec">The API; null when the document cannot be understood as OpenAPI at all.</param>
/// <param name="Problems">What is wrong, in document order; empty when nothing is.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SpecReadResult(ApiSpec? Spec, IReadOnlyList<SpecProblem> Problems)
{
    /// <summary>Whether any problem is an error.</summary>
    public bool HasErrors => Problems.Any(p => p.Severity == ProblemSeverity.Error);

    /// <summary>How many problems are kept.</summary>
    internal int MaxProblems { get; init; } = new ReadLimits().MaxProblems;

    /// <summary>How many were left out.</summary>
    internal int OmittedProblems { get; init; }

    internal static SpecReadResult Of(ApiSpec? spec, ProblemLog problems, IEnumerable<RawDocument> documents) =>
        new(spec, problems.ToList(documents)) { MaxProblems = problems.Limit, OmittedProblems = problems.Omitted };

    /// <summary>The result with problems that somebody else found in the same description, in document order, within the limit of the reading.</summary>
    /// <param name="further">What was found.</param>
    public SpecReadResult With(IEnumerable<SpecProblem> further)
    {
        ArgumentNullException.ThrowIfNull(further);
        var log = new ProblemLog(MaxProblems, OmittedProblems);
        log.AddRange(Problems.Where(p => p.Id != SpecRules.MoreProblems.Id).Concat(further).Distinct());
        return Of(Spec, log, Spec?.Documents.All ?? []);
    }
}

/// <summary>Reads OpenAPI 2.0, 3.0, 3.1 and 3.2 descriptions. Reading never throws because of what a document says.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class ApiSpecReader
{
    /// <summary>Reads a description from bytes.</summary>
    /// <param name="content">The bytes of the entry document. The memory must not change afterwards.</param>
    /// <param name="name">The name it will carry in locations, and against which references to other documents are made absolute: a path or an absolute
    /// URI.</param>
    /// <param name="options">Limits and where further documents come from; the defaults when null.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="OperationCanceledException">Reading was cancelled.</exception>
    public static SpecReadResult Read(ReadOnlyMemory<byte> content, string name, SpecReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SpecReadOptions();
        return Read(content, name, options.Limits, options.Source, cancellationToken);
    }

    private static SpecReadResult Read(ReadOnlyMemory<byte> content, string name, ReadLimits limits, DocumentSource? source,
        CancellationToken cancellationToken)
    {
        var problems = new ProblemLog(limits.MaxProblems);
        var raw = RawDocumentReader.Read(content, name, limits, cancellationToken);
        problems.AddRange(raw.Problems);
        if (raw.Document is not { } document) return SpecReadResult.Of(null, problems, []);
        if (EditionDetector.Detect(document, problems) is not { } edition) return SpecReadResult.Of(null, problems, [document]);
        var documents = new RawDocumentSet(document, []);
        var loader = new DocumentLoader(documents, source, limits, problems, cancellationToken);
        new DescriptionChecker(new CheckContext(documents, edition, problems), loader, cancellationToken).Check();
        var spec = CapabilityDetector.Detect(new SpecBuilder(new SpecContext(documents, edition, cancellationToken)).Build(), cancellationToken);
        OperationModelChecks.Check(spec, problems);
        return SpecReadResult.Of(spec, problems, documents.All);
    }

    /// <summary>Reads a description from a file, and by default the files beneath its folder that it refers to.</summary>
    /// <param name="path">Path of the entry document; locations carry it as given.</param>
    /// <param name="options">Limits and where further documents come from; the defaults when null.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    /// <exception cref="IOException">The entry document cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The entry document may not be read.</exception>
    /// <exception cref="OperationCanceledException">Reading was cancelled.</exception>
    public static async Task<SpecReadResult> ReadFileAsync(string path, SpecReadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        options ??= new SpecReadOptions();
        var limit = options.Limits.MaxDocumentBytes;
        if (new FileInfo(path) is { Exists: true } file && file.Length > limit)
            return new SpecReadResult(null, [SpecRules.TooLarge.At(new SourceLocation(path, "", 1, 1), limit)]);
        var content = await File.ReadAllBytesAsync(path, cancellationToken);
        var source = options.Source ?? new FolderSource(Path.GetDirectoryName(Path.GetFullPath(path))!, limit).Read;
        return await Task.Run(() => Read(content, path, options.Limits, source, cancellationToken), cancellationToken);
    }
}
