using System.Net.Http.Headers;
using System.Text;

namespace IntegrationCopilot.TestKit;

/// <summary>Header fields in a form that compares.</summary>
internal static class FieldText
{
    public static string Of(params IEnumerable<HttpHeaders> headers)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in headers.SelectMany(MessageFields.Of).Where(field => !IsOurs(field.Key))
            .OrderBy(field => field.Key, StringComparer.Ordinal).ThenBy(field => field.Value, StringComparer.Ordinal))
            text.Append(name).Append(": ").Append(value).Append('\n');
        return text.ToString();
    }

    /// <summary>What the mock says of itself is no answer of the API.</summary>
    private static bool IsOurs(string name) => name.StartsWith("Mock-", StringComparison.OrdinalIgnoreCase);
}
