namespace IntegrationCopilot.MockGen;

/// <summary>How a list tells where its next page is.</summary>
public enum PageStyle
{
    /// <summary>A number of the page, one more each time.</summary>
    Page,

    /// <summary>A number of items to leave out, more by the number received each time.</summary>
    Offset,

    /// <summary>A value of the answer that goes into a parameter of the next request.</summary>
    Cursor,

    /// <summary>The URL of the next page, in the body or in a <c>Link</c> header (RFC 8288).</summary>
    Link,
}

/// <summary>
/// How to walk through a list, page by page: the step's request is sent again with its place moved on, until the list ends or <see cref="MaxPages"/> is
/// reached.
/// </summary>
/// <remarks>The list ends at an empty page, or where <see cref="NextPointer"/> leads to nothing, null, an empty string or <c>false</c>.</remarks>
/// <threadsafety>Immutable. Instances may be shared between threads.</threadsafety>
public sealed record PageWalk
{
    /// <summary>How the next page is told.</summary>
    public required PageStyle Style { get; init; }

    /// <summary>JSON Pointer to the array of items; empty when the body is the array.</summary>
    public required string ItemsPointer { get; init; }

    /// <summary>Query parameter that takes the page, offset or cursor; null for links.</summary>
    public string? Parameter { get; init; }

    /// <summary>JSON Pointer to the next cursor or URL; null for numbered pages, and for links of the <c>Link</c> header.</summary>
    public string? NextPointer { get; init; }

    /// <summary>JSON Pointer, within an item, to what tells items apart; null when the whole item does.</summary>
    public string? KeyPointer { get; init; }

    /// <summary>The first page's number or offset.</summary>
    public int Start { get; init; }

    /// <summary>Pages after which the walk stops and says so. Default 5; what is below 1 is no number of pages and taken as the default.</summary>
    public int MaxPages { get; init => field = value < 1 ? 5 : value; } = 5;
}
