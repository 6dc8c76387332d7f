using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.Validator;

/// <summary>One part of a multipart body.</summary>
/// <param name="Name">The field's name; empty when the part does not say.</param>
/// <param name="HasFileName">Whether it says it is a file.</param>
/// <param name="Headers">Its header fields.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record MultipartPart(string Name, bool HasFileName, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Content)
{
    /// <summary>The default of every part (RFC 2046, section 5.1; RFC 7578, section 4.4).</summary>
    private static readonly MediaTypeName PlainText = MediaTypeName.Parse("text/plain");

    public string? ContentType => Headers.First("Content-Type");

    /// <summary>Its media type, plain text when it says nothing.</summary>
    public MediaTypeName MediaType => ContentType is { } type ? MediaTypeName.Parse(type) : PlainText;
}
