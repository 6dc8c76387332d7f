namespace IntegrationCopilot.Validator;

/// <summary>One part of a multipart body.</summary>
/// <param name="Name">The field's name; empty when the part does not say.</param>
/// <param name="HasFileName">Whether it says it is a file.</param>
/// <param name="Headers">Its header fields.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record MultipartPart(string Name, bool HasFileName, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Content)
{
    public string? ContentType => Headers.First("Content-Type");
}
