using System.Text.Unicode;

namespace IntegrationCopilot.SpecEngine;

/// <summary>What reading a document gave: a tree, or problems, or both when the problems do not stop us.</summary>
/// <param name="Document">The tree; null when the text cannot be read at all.</param>
/// <param name="Problems">What is wrong with the text, in document order; empty when nothing is.</param>
public sealed record RawReadResult(RawDocument? Document, IReadOnlyList<SpecProblem> Problems)
{
    internal static RawReadResult Success(RawDocument document) => new(document, []);

    internal static RawReadResult Failed(SpecProblem problem) => new(null, [problem]);
}

/// <summary>Reads JSON and YAML text into <see cref="RawDocument"/>s. Reading never throws because of the text.</summary>
public static class RawDocumentReader
{
    /// <summary>Reads one document; references are not followed.</summary>
    /// <param name="content">The bytes of the document: UTF-8, with or without a byte order mark. The memory must not change afterwards.</param>
    /// <param name="name">The name it will carry in locations: a path or an absolute URI.</param>
    /// <param name="limits">Limits; the defaults when null.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="OperationCanceledException">Reading was cancelled.</exception>
    public static RawReadResult Read(ReadOnlyMemory<byte> content, string name, ReadLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        limits ??= new ReadLimits();
        if (content.Length > limits.MaxDocumentBytes) return RawReadResult.Failed(SpecRules.TooLarge.At(Start(name), limits.MaxDocumentBytes));
        if (content.Span.StartsWith("\uFEFF"u8)) content = content[3..];
        if (!Utf8.IsValid(content.Span)) return RawReadResult.Failed(SpecRules.NotUtf8.At(Start(name)));
        return JsonTreeReader.Read(content, name, limits, cancellationToken);
    }

    private static SourceLocation Start(string name) => new(name, "", 1, 1);
}
