using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Where a thing is found, from a request that has to do with it: paths lie under the server's base path that the client uses.</summary>
internal static class ThingAddress
{
    /// <summary>Path of one thing; null when the resource gives its things none.</summary>
    /// <param name="kind">The resource.</param>
    /// <param name="operation">The operation called.</param>
    /// <param name="path">The path called, without a query.</param>
    /// <param name="values">Values of that path, decoded.</param>
    /// <param name="own">The thing's identifier.</param>
    public static string? Of(ThingKind kind, ApiOperation operation, string path, IReadOnlyList<string> values, IReadOnlyList<string> own)
    {
        if (kind.Resource.ItemPath is not { } item) return null;
        var collection = operation.Path.TrimEnd('/');
        var isBeneath = item.TrimEnd('/').StartsWith($"{collection}/{{", StringComparison.Ordinal)
            && !item.TrimEnd('/')[(collection.Length + 1)..].Contains('/');
        if (isBeneath) return $"{path.TrimEnd('/')}/{string.Join('/', own.Select(Uri.EscapeDataString))}";
        var names = PathNames.Of(item);
        string[] all = [.. values.Take(Math.Max(0, names.Count - own.Count)), .. own];
        if (all.Length != names.Count) return null;
        for (var i = 0; i < names.Count; i++) item = item.Replace($"{{{names[i]}}}", Uri.EscapeDataString(all[i]), StringComparison.Ordinal);
        return item.Contains('{') ? null : BaseOf(operation, path) + item;
    }

    /// <summary>What stands in a path before what the operation's template describes.</summary>
    public static string BaseOf(ApiOperation operation, string path)
    {
        var template = operation.Path.Trim('/').Split('/').Length;
        var sent = path.Trim('/').Split('/');
        return sent.Length <= template ? "" : $"/{string.Join('/', sent.Take(sent.Length - template))}";
    }
}
