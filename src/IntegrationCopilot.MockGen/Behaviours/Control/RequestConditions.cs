using System.Text;
using System.Text.Json;
using System.Web;
using IntegrationCopilot.Validator;

namespace IntegrationCopilot.MockGen;

/// <summary>
/// Conditions on requests given as JSON: header fields and query parameters by value, a JSON body by the members it must have, any body by a text it must hold.
/// </summary>
internal static class RequestConditions
{
    private static readonly string[] Members = ["headers", "query", "body", "bodyContains"];

    /// <summary>The condition under <c>when</c>; null for none.</summary>
    /// <exception cref="FormatException">It is not a condition.</exception>
    public static Func<RecordedRequest, bool>? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("when", out var when)) return null;
        if (when.ValueKind != JsonValueKind.Object) throw new FormatException("The member 'when' is an object.");
        var parts = when.EnumerateObject().Select(Part).ToList();
        return request => parts.TrueForAll(part => part(request));
    }

    private static Func<RecordedRequest, bool> Part(JsonProperty member) => member.Name switch
    {
        "headers" => Pairs(member, (request, name) => request.Headers.Combined(name)),
        "query" => Pairs(member, (request, name) => HttpUtility.ParseQueryString(QueryOf(request.Url))[name]),
        "body" => Body(member.Value.Clone()),
        "bodyContains" => BodyContains(member.Value),
        _ => throw new FormatException($"There is no condition '{member.Name}'; there are: {string.Join(", ", Members)}."),
    };

    private static Func<RecordedRequest, bool> Pairs(JsonProperty member, Func<RecordedRequest, string, string?> valueOf)
    {
        if (member.Value.ValueKind != JsonValueKind.Object) throw new FormatException($"The member '{member.Name}' is an object of names and values.");
        var wanted = member.Value.EnumerateObject().Select(p => (p.Name, Value: BodyContent.TextOf(p.Value))).ToList();
        return request => wanted.TrueForAll(pair => valueOf(request, pair.Name) == pair.Value);
    }

    private static Func<RecordedRequest, bool> BodyContains(JsonElement wanted)
    {
        if (wanted.ValueKind != JsonValueKind.String) throw new FormatException("The member 'bodyContains' is a string.");
        var text = Encoding.UTF8.GetBytes(wanted.GetString()!);
        return request => request.Body.Span.IndexOf(text) >= 0;
    }

    private static Func<RecordedRequest, bool> Body(JsonElement wanted) => request =>
    {
        try
        {
            return Holds(JsonElement.Parse(request.Body.Span), wanted);
        }
        catch (JsonException)
        {
            return false;
        }
    };

    /// <summary>Objects need the members that are wanted and may have more; anything else is equal.</summary>
    private static bool Holds(JsonElement value, JsonElement wanted) =>
        wanted.ValueKind == JsonValueKind.Object && value.ValueKind == JsonValueKind.Object
            ? wanted.EnumerateObject().All(m => value.TryGetProperty(m.Name, out var own) && Holds(own, m.Value))
            : JsonElement.DeepEquals(value, wanted);

    public static string QueryOf(string url) => url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? url[mark..] : "";
}
