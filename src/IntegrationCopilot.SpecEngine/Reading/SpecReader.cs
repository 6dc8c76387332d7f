namespace IntegrationCopilot.SpecEngine;

/// <summary>
/// <see cref="ApiSpecReader"/> with options fixed, for code that has its reader injected; see <see cref="SpecEngineServices.AddSpecEngine"/>.
/// </summary>
/// <remarks>Code that takes one can be tested with a real one: it reads from memory, and touches no network.</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed class SpecReader
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="options">Limits and where further documents come from; the defaults when null.</param>
    public SpecReader(SpecReadOptions? options = null) => Options = options ?? new SpecReadOptions();

    /// <summary>Limits and where further documents come from.</summary>
    public SpecReadOptions Options { get; }

    /// <summary>Reads a description from bytes.</summary>
    /// <param name="content">The bytes of the entry document. The memory must not change afterwards.</param>
    /// <param name="name">The name it will carry in locations, and against which references to other documents are made absolute: a path or an absolute
    /// URI.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="OperationCanceledException">Reading was cancelled.</exception>
    public SpecReadResult Read(ReadOnlyMemory<byte> content, string name, CancellationToken cancellationToken = default) =>
        ApiSpecReader.Read(content, name, Options, cancellationToken);

    /// <summary>Reads a description from a file, and by default the files beneath its folder that it refers to.</summary>
    /// <param name="path">Path of the entry document; locations carry it as given.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank.</exception>
    /// <exception cref="IOException">The entry document cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The entry document may not be read.</exception>
    /// <exception cref="OperationCanceledException">Reading was cancelled.</exception>
    public Task<SpecReadResult> ReadFileAsync(string path, CancellationToken cancellationToken = default) =>
        ApiSpecReader.ReadFileAsync(path, Options, cancellationToken);
}
