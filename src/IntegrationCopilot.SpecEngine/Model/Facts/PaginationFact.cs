namespace IntegrationCopilot.SpecEngine;

/// <summary>How the pages of a list are told apart.</summary>
public enum PaginationStyle
{
    /// <summary>The document shows that there are pages, but not how one asks for the next.</summary>
    Unknown,

    /// <summary>By their number.</summary>
    Page,

    /// <summary>By how many items to leave out.</summary>
    Offset,

    /// <summary>By a place in the list: a cursor, or the item to begin after.</summary>
    Cursor,

    /// <summary>By a token of the page before.</summary>
    Token,

    /// <summary>By an address that the page before gives, in its body or in a <c>Link</c> header (RFC 8288).</summary>
    Link,
}

/// <summary>An operation gives its list in pages. An operation that offers several ways has one fact for each.</summary>
/// <param name="Style">How pages are told apart.</param>
/// <param name="ShownBy">The parameter, or the field or header of the answer, that shows it.</param>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record PaginationFact(PaginationStyle Style, MessageField ShownBy) : CapabilityFact
{
    /// <inheritdoc />
    public override string Capability => CapabilityIds.Pagination;

    /// <inheritdoc />
    public override string? Kind => FactKinds.Of(Style);

    /// <summary>
    /// What the caller sends to get a certain page: its number, offset, cursor or token; null when nothing is sent but the address the answer gave.
    /// </summary>
    public MessageField? Position { get; init; }

    /// <summary>Number of the first page: 0 or 1 (the default). Of no meaning unless <see cref="Style"/> is <see cref="PaginationStyle.Page"/>.</summary>
    public int FirstPage { get; init; } = 1;

    /// <summary>What the caller sends to say how many items a page holds; null when it cannot.</summary>
    public MessageField? Size { get; init; }

    /// <summary>Where the answer gives the next cursor or token; null when it does not.</summary>
    public MessageField? NextCursor { get; init; }

    /// <summary>Where the answer gives the address of the next page, a field of its body or the header <c>Link</c>; null when it does not.</summary>
    public MessageField? NextLink { get; init; }

    /// <summary>Where the answer says whether there are more, as a boolean; null when it does not.</summary>
    public MessageField? More { get; init; }

    /// <summary>Where the answer says how many items there are in all; null when it does not.</summary>
    public MessageField? Total { get; init; }

    /// <summary>The array of items in the answer's body, the whole body when it is that array; null when none is described.</summary>
    public NodePointer? Items { get; init; }
}
