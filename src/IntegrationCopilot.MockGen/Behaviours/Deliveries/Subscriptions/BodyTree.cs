using System.Text;
using System.Text.Json.Nodes;
using IntegrationCopilot.Validator;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationCopilot.MockGen;

/// <summary>A request's body as a tree: JSON, or the fields of an urlencoded form.</summary>
internal static class BodyTree
{
    public static JsonNode? Of(RecordedRequest request)
    {
        if (request.Body.IsEmpty) return null;
        var type = request.Headers.Combined("Content-Type") ?? "";
        return type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ? OfForm(request.Body) : JsonTrees.Parse(request.Body);
    }

    /// <summary>Fields by name; one given several times, or with <c>[]</c> behind its name, is a list.</summary>
    private static JsonObject? OfForm(ReadOnlyMemory<byte> body)
    {
        try
        {
            var tree = new JsonObject();
            foreach (var (name, values) in new FormReader(Encoding.UTF8.GetString(body.Span)).ReadForm())
            {
                var isList = name.EndsWith("[]", StringComparison.Ordinal) || values.Count > 1;
                tree[isList ? name.Replace("[]", "", StringComparison.Ordinal) : name] = isList ? new JsonArray([.. values.Select(v => JsonValue.Create(v))])
                    : values.ToString();
            }
            return tree;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
