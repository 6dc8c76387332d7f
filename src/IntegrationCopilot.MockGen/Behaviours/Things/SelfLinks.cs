using System.Text.Json.Nodes;

namespace IntegrationCopilot.MockGen;

/// <summary>Addresses within a thing that are its own.</summary>
internal static class SelfLinks
{
    private const int MaxDepth = 4;
    private static readonly HashSet<string> Names =
        new(StringComparer.Ordinal) { "url", "uri", "href", "self", "selflink", "selfurl", "link", "location", "resourceurl", "apiurl" };
    private static readonly HashSet<string> Holders = new(StringComparer.Ordinal) { "links", "link", "self", "meta", "hal" };

    /// <summary>Whether things of a kind have such addresses.</summary>
    public static bool In(ThingKind kind)
    {
        if (kind.OwnOf(kind.Sample) is not { } shown) return false;
        var any = false;
        Visit(kind.Sample,
            text => { any |= text.EndsWith($"/{shown[^1]}", StringComparison.Ordinal)
            || (kind.Resource.ItemPath is { } template && template.EndsWith('}') && IsAt(text, template)); return null; }, 0);
        return any;
    }

    /// <summary>
    /// Puts a new thing's own address in place of the sample's: that at which the mock has it where the sample's has the form of the thing's path, else its
    /// identifier in place of the sample's.
    /// </summary>
    /// <param name="kind">The resource.</param>
    /// <param name="thing">The thing, which has its identifier.</param>
    /// <param name="address">Where the mock has it; null when nowhere of its own.</param>
    /// <param name="request">The request that made it.</param>
    public static void Set(ThingKind kind, JsonObject thing, string? address, MockRequest request)
    {
        if (kind.OwnOf(thing) is not { } own || kind.OwnOf(kind.Sample) is not { } shown) return;
        Visit(thing, text => Own(text, kind.Resource.ItemPath, shown[^1], own[^1], address, request), 0);
    }

    private static void Visit(JsonObject holder, Func<string, string?> own, int depth)
    {
        foreach (var (name, value) in holder.ToList())
        {
            var folded = FieldNames.Fold(name);
            if (value is JsonObject inner && depth < MaxDepth && Holders.Contains(folded)) Visit(inner, own, depth + 1);
            else if (value is JsonValue scalar && Names.Contains(folded) && scalar.TryGetValue<string>(out var text) && own(text) is { } mine)
                holder[name] = mine;
        }
    }

    private static string? Own(string text, string? template, string shown, string own, string? address, MockRequest request)
    {
        if (address is not null && template is not null && template.EndsWith('}') && IsAt(text, template))
            return text.StartsWith('/') ? request.PathBase + address : request.AddressOf(address);
        return text.EndsWith($"/{shown}", StringComparison.Ordinal) ? text[..^shown.Length] + own : null;
    }

    /// <summary>Whether an address ends as a template does, literal by literal.</summary>
    private static bool IsAt(string text, string template)
    {
        var (wanted, given) = (template.Trim('/').Split('/'), text.Split('/'));
        for (var i = 1; i <= wanted.Length; i++)
            if (i > given.Length || (!wanted[^i].Contains('{') && wanted[^i] != given[^i])) return false;
        return true;
    }
}
