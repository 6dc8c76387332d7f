using System.Security.Cryptography;
using System.Text;

namespace IntegrationCopilot.SpecEngine;

/// <summary>What reading a document gave: a tree, or problems, or both when the problems do not stop us.</summary>
/// <param name="Document">The tree; null when the text cannot be read at all.</param>
/// <param name="Problems">What is wrong with the text, in document order; empty when nothing is.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record RawReadResult(RawDocument? Document, IReadOnlyList<SpecProblem> Problems)
{
    internal static RawReadResult Success(RawDocument document) => new(document, []);

    internal static RawReadResult Failed(SpecProblem problem) => new(null, [problem]);
}

/// <summary>Reads JSON and YAML text into <see cref="RawDocument"/>s. Reading never throws because of the text.</summary>
/// <threadsafety>Safe for any number of threads.</threadsafety>
public static class RawDocumentReader
{
    /// <summary>Reads one document; references are not followed. Whether it is JSON or YAML is told from the text, not from the name.</summary>
    /// <param name="content">The bytes of the document: UTF-8 with or without a byte order mark, or UTF-16. The memory must not change afterwards.</param>
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
        if (TextDecoder.Decode(content, name, out var problem) is not { } utf8) return RawReadResult.Failed(problem!);
        if (TextSniffer.Refuse(utf8, name) is { } refused) return RawReadResult.Failed(refused);
        var read = TextSniffer.LooksLikeJson(utf8.Span) ? ReadJson(utf8, name, limits, cancellationToken) : ReadYaml(utf8, name, limits, cancellationToken);
        if (read.Document is { } document) document.Sha256 = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        return read;
    }

    /// <summary>YAML may begin as JSON does (flow style); text that is named YAML gets that second chance.</summary>
    private static RawReadResult ReadJson(ReadOnlyMemory<byte> utf8, string name, ReadLimits limits, CancellationToken cancellationToken)
    {
        var json = JsonTreeReader.Read(utf8, name, limits, cancellationToken);
        if (json.Document is not null || !EndsWith(name, ".yaml", ".yml") || json.Problems[0].Id != SpecRules.JsonSyntax.Id) return json;
        var yaml = ReadYaml(utf8, name, limits, cancellationToken);
        return yaml.Document is null ? json : yaml;
    }

    private static RawReadResult ReadYaml(ReadOnlyMemory<byte> utf8, string name, ReadLimits limits, CancellationToken cancellationToken)
    {
        var read = YamlTreeReader.Read(Encoding.UTF8.GetString(utf8.Span), name, limits, cancellationToken);
        if (read.Document is null && read.Problems.Count == 0) return RawReadResult.Failed(SpecRules.Empty.At(Start(name), ": it holds nothing but comments"));
        return read.Document is { Root.IsObject: true } && EndsWith(name, ".json")
            ? new RawReadResult(read.Document, [SpecRules.YamlNamedJson.At(Start(name)), .. read.Problems])
            : read;
    }

    private static bool EndsWith(string name, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static SourceLocation Start(string name) => new(name, "", 1, 1);
}
