using System.Text;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IntegrationCopilot.SpecEngine.Tests;

/// <summary>Counts the operations a document writes down, by other means than the product's reader: JsonDocument, and YamlDotNet's events.</summary>
internal static class RawOperations
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    /// <summary>
    /// The operations as <c>METHOD path</c>, and whether a path item is a reference, whose operations are not seen; null when the other parser cannot read the
    /// text.
    /// </summary>
    public static (HashSet<string> Operations, bool HasReferences)? Find(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        try
        {
            return text.TrimStart().StartsWith('{') ? FromJson(text) : FromYaml(text);
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private static (HashSet<string> Operations, bool HasReferences) FromJson(string text)
    {
        HashSet<string> operations = new(StringComparer.Ordinal);
        var hasReferences = false;
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 512 });
        if (!document.RootElement.TryGetProperty("paths", out var paths)) return (operations, false);
        foreach (var path in paths.EnumerateObject().Where(p => !p.Name.StartsWith("x-", StringComparison.Ordinal)))
            foreach (var member in path.Value.EnumerateObject())
                Take(path.Name, member.Name, operations, ref hasReferences);
        return (operations, hasReferences);
    }

    /// <summary>Follows the keys of the first three levels.</summary>
    private static (HashSet<string> Operations, bool HasReferences) FromYaml(string text)
    {
        HashSet<string> operations = new(StringComparer.Ordinal);
        var hasReferences = false;
        var keys = new List<string?>();
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart: Complete(keys); keys.Add(null); break;
                case SequenceStart: Complete(keys); keys.Add("[]"); break;
                case MappingEnd or SequenceEnd: keys.RemoveAt(keys.Count - 1); Next(keys); break;
                case Scalar scalar when keys.Count > 0 && keys[^1] is null:
                    keys[^1] = scalar.Value;
                    if (keys.Count == 3 && keys[0] == "paths" && keys[1] is { } path && !path.StartsWith("x-", StringComparison.Ordinal))
                        Take(path, scalar.Value, operations, ref hasReferences);
                    break;
                case Scalar or AnchorAlias: Next(keys); break;
            }
        }
        return (operations, hasReferences);
    }

    private static void Complete(List<string?> keys)
    {
        if (keys.Count > 0) keys[^1] ??= "";
    }

    /// <summary>After a value a mapping waits for its next key.</summary>
    private static void Next(List<string?> keys)
    {
        if (keys.Count > 0 && keys[^1] != "[]") keys[^1] = null;
    }

    private static void Take(string path, string member, HashSet<string> operations, ref bool hasReferences)
    {
        if (member == "$ref") hasReferences = true;
        if (Methods.Contains(member)) operations.Add($"{member.ToUpperInvariant()} {path}");
    }
}
