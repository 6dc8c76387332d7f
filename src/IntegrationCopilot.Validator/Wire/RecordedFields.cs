using System.Net.Http.Headers;

namespace IntegrationCopilot.Validator;

/// <summary>Header fields of the platform's messages, each value as it was given.</summary>
internal static class RecordedFields
{
    public static List<KeyValuePair<string, string>> Of(HttpHeaders headers, HttpHeaders? contentHeaders)
    {
        IEnumerable<KeyValuePair<string, HeaderStringValues>> all = contentHeaders is null
            ? headers.NonValidated
            : headers.NonValidated.Concat(contentHeaders.NonValidated);
        return [.. from header in all from value in header.Value select KeyValuePair.Create(header.Key, value)];
    }
}
