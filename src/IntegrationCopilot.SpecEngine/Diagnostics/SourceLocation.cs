namespace IntegrationCopilot.SpecEngine;

/// <summary>A place in a source document: which document, which node, and where that node starts in the text.</summary>
/// <remarks>
/// <para>Every finding carries one, so a report line can be walked back to the text that caused it.</para>
/// <para>Source: pointer syntax and escaping follow RFC 6901, sections 3 and 4; the URI fragment form of section 6 is refused.</para>
/// </remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record SourceLocation
{
    /// <summary>Initializes a new instance.</summary>
    /// <param name="document">The name the document was read under: a path or an absolute URI.</param>
    /// <param name="pointer">A JSON Pointer; empty means the whole document.</param>
    /// <param name="line">First line of the node, 1-based; 0 (the default) when no position is known.</param>
    /// <param name="column">First column of the node, 1-based, in UTF-16 code units; 0 exactly when <paramref name="line"/> is 0.</param>
    /// <exception cref="ArgumentException"><paramref name="document"/> is blank, <paramref name="pointer"/> is not a JSON Pointer, or only one of line and
    /// column is 0.</exception>
    public SourceLocation(string document, string pointer, int line = 0, int column = 0)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(document);
        ArgumentNullException.ThrowIfNull(pointer);
        if (pointer.Length > 0 && pointer[0] != '/') throw new ArgumentException("A JSON Pointer is empty or starts with '/'.", nameof(pointer));
        if (line < 0 || column < 0 || (line == 0) != (column == 0)) throw new ArgumentException("Line and column are both 0 or both 1 or more.", nameof(line));
        Document = document;
        Pointer = pointer;
        Line = line;
        Column = column;
    }

    /// <summary>The name the document was read under: a path or an absolute URI.</summary>
    public string Document { get; }

    /// <summary>JSON Pointer of the node (RFC 6901); empty means the whole document.</summary>
    public string Pointer { get; }

    /// <summary>First line of the node, 1-based; 0 when no position is known.</summary>
    public int Line { get; }

    /// <summary>First column of the node, 1-based, in UTF-16 code units; 0 when no position is known.</summary>
    public int Column { get; }

    /// <summary>The form editors and terminals make clickable: <c>document:line:column</c>, or <c>document#pointer</c> without a position.</summary>
    public override string ToString() => Line == 0 ? $"{Document}#{Pointer}" : $"{Document}:{Line}:{Column}";
}
