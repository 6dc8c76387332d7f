using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IntegrationCopilot.MockGen;
using IntegrationCopilot.SpecEngine;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.TestKit;

/// <summary>
/// Makes smaller requests of one that an API refused for its values: first with nothing but what the document requires, then with what the refusals name
/// besides, then with empty lists. Servers have rules between fields that documents do not tell.
/// </summary>
internal sealed class SmallerBody(ApiSpec spec, StepRequest whole)
{
    private const int MaxTries = 5;
    private const int LongestRead = 4_000;

    /// <summary>A server that fails at the whole may do with less.</summary>
    private const int Failed = 500;

    private static readonly JsonElement NoItems = AsJson.Element(new JsonArray());

    private readonly HashSet<string> kept = new(StringComparer.Ordinal);
    private int tries;
    private bool isEmptied;

    /// <summary>The request to send after a refusal; null when there is none that has not been tried.</summary>
    public StepRequest? After(Exchange refused)
    {
        if (refused.Response is not { Status: 400 or 422 or Failed } response || refused.Operation is not { } operation) return null;
        if (whole.Body is not { Json: { ValueKind: JsonValueKind.Object } body } template || ++tries > MaxTries) return null;
        var before = tries == 1 ? -1 : kept.Count;
        var names = body.EnumerateObject().Select(member => member.Name).ToList();
        if (tries == 1) kept.UnionWith(RequiredMembers.Of(spec, operation, template.MediaType));
        else kept.UnionWith(names.Where(name => IsNamed(name, response.Body)));
        var left = names.Where(kept.Contains).ToList();
        var isNew = left.Count < names.Count && kept.Count > before;
        if (!isNew && (isEmptied || !left.Exists(name => MayBeEmpty(operation, template, name, body)))) return null;
        isEmptied |= !isNew;
        var smaller = AsJson.Element(left.ToDictionary(name => name,
            name => isEmptied && MayBeEmpty(operation, template, name, body) ? NoItems : body.GetProperty(name)));
        return whole with { Body = template with { Json = smaller } };
    }

    /// <summary>Whether a member is a list that holds something and need not.</summary>
    private bool MayBeEmpty(ApiOperation operation, StepBody template, string name, JsonElement body)
    {
        if (body.GetProperty(name) is not { ValueKind: JsonValueKind.Array } items || items.GetArrayLength() == 0) return false;
        if (ContentNegotiation.Select(operation.RequestBody!.Content, template.MediaType) is not { } media) return false;
        var list = spec.Resolve(spec.Resolve(media.Schema)["properties"][name]);
        return list.IsDefined && !list["minItems"].IsDefined && !list["contains"].IsDefined && !list["allOf"].IsDefined;
    }

    private static bool IsNamed(string name, ReadOnlyMemory<byte> body) =>
        Regex.IsMatch(Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, LongestRead)]), $@"\b{Regex.Escape(name)}\b",
            RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
