using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// Makes smaller requests of one that an API refused for its values: first with nothing but what the document requires, then with what the refusals name
/// besides. Servers have rules between fields that documents do not tell.
/// </summary>
internal sealed class SmallerBody(ApiSpec spec, StepRequest whole)
{
    private const int MaxTries = 5;
    private const int LongestRead = 4_000;

    private readonly HashSet<string> kept = new(StringComparer.Ordinal);
    private int tries;

    /// <summary>The request to send after a refusal; null when there is none that has not been tried.</summary>
    public StepRequest? After(Exchange refused)
    {
        if (refused.Response is not { Status: 400 or 422 } response || refused.Operation is not { } operation) return null;
        if (whole.Body is not { Json: { ValueKind: JsonValueKind.Object } body } template || ++tries > MaxTries) return null;
        var before = tries == 1 ? -1 : kept.Count;
        var names = body.EnumerateObject().Select(member => member.Name).ToList();
        if (tries == 1) kept.UnionWith(RequiredMembers.Of(spec, operation, template.MediaType));
        else kept.UnionWith(names.Where(name => IsNamed(name, response.Body)));
        var left = names.Where(kept.Contains).ToList();
        if (left.Count == names.Count || kept.Count == before) return null;
        var smaller = JsonSerializer.SerializeToElement(left.ToDictionary(name => name, name => body.GetProperty(name)));
        return whole with { Body = template with { Json = smaller } };
    }

    private static bool IsNamed(string name, ReadOnlyMemory<byte> body) =>
        Regex.IsMatch(Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, LongestRead)]), $@"\b{Regex.Escape(name)}\b",
            RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
