using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationCopilot.SpecEngine;

namespace IntegrationCopilot.MockGen;

/// <summary>Tells from a request's path which things of a resource it is about.</summary>
/// <remarks>
/// What all paths of the resource have before its own identifier makes the collection. What only some have is the owner: it narrows lists, and belongs to the
/// identifier where the thing's own path has it.
/// </remarks>
internal sealed class ThingScope
{
    /// <summary>Stands between the parts of a key.</summary>
    public const char Separator = '\u001F';

    private const int MaxKeyLength = 400;
    private readonly ApiResource resource;
    private readonly int itemParameters;
    private readonly int itemParents;
    private readonly int shared;

    public ThingScope(ApiResource resource)
    {
        this.resource = resource;
        Own = resource.Identifier?.Parts.Count ?? 0;
        itemParameters = PathNames.Of(resource.ItemPath).Count;
        itemParents = Math.Max(0, itemParameters - Own);
        shared = Shared();
    }

    /// <summary>How many parts the own identifier has.</summary>
    public int Own { get; }

    /// <summary>How many parameters of the item's path there are; 0 for calls.</summary>
    public int ItemParameters => itemParameters;

    /// <summary>Whether an operation's path names one thing.</summary>
    public bool IsItem(ApiOperation operation)
    {
        if (resource.Kind == ResourceKind.Singleton || itemParameters == 0 || PathNames.Of(operation.Path).Count < itemParameters
            || ReferenceEquals(operation, resource.List))
            return false;
        return !ReferenceEquals(operation, resource.Create) || operation.Path.TrimEnd('/').EndsWith('}') || operation.Path == resource.ItemPath;
    }

    /// <summary>The things beneath a parent.</summary>
    /// <param name="values">Values of the operation's path, decoded.</param>
    public ThingKey All(IReadOnlyList<string> values) => new(CollectionOf(values), Join(values, shared, values.Count), "", []);

    /// <summary>One thing, named by the path.</summary>
    /// <param name="values">Values of the operation's path, decoded.</param>
    public ThingKey One(IReadOnlyList<string> values)
    {
        if (resource.Kind == ResourceKind.Singleton) return new ThingKey(CollectionOf(values), "", "", []);
        var end = Math.Min(itemParents + Own, values.Count);
        string[] own = new string[Math.Max(0, end - itemParents)];
        for (var i = 0; i < own.Length; i++) own[i] = values[itemParents + i];
        var owner = Join(values, shared, itemParents);
        return new ThingKey(CollectionOf(values), owner, IdOf(owner, own), own);
    }

    /// <summary>One thing beneath the parents of a path that does not name it.</summary>
    public ThingKey One(IReadOnlyList<string> values, IReadOnlyList<string> own)
    {
        var all = All(values);
        return all with { Id = IdOf(Join(values, shared, itemParents), own), Own = own };
    }

    /// <summary>The identifier that a call has in its query or body; null when it has none.</summary>
    public IReadOnlyList<string>? OwnOf(MockRequest request, JsonNode? body)
    {
        if (resource.Identifier is not { } identifier) return null;
        var own = new List<string>(Own);
        foreach (var part in identifier.Parts)
        {
            var value = request.PathValue(part.Parameter) ?? request.Query(part.Parameter) ?? Member(body, part.Parameter);
            if (string.IsNullOrEmpty(value)) return null;
            own.Add(value);
        }
        return own;
    }

    /// <summary>What a body says under a name, or at a JSON Pointer.</summary>
    public static string? Member(JsonNode? body, string name)
    {
        if (name.StartsWith('/')) return body.Find(FieldNames.Way(name)).ScalarText();
        return body is not JsonObject members
            ? null
            : (members.FirstOrDefault(m => m.Key == name).Value ?? members.FirstOrDefault(m => FieldNames.Same(m.Key, name)).Value).ScalarText();
    }

    private string CollectionOf(IReadOnlyList<string> values) => shared == 0 ? resource.Name : Bounded($"{resource.Name}{Separator}{Join(values, 0, shared)}");

    private int Shared()
    {
        var least = resource.ItemPath is null ? int.MaxValue : itemParents;
        foreach (var operation in (ApiOperation?[])[resource.List, resource.Create])
            if (operation is not null && !IsItem(operation)) least = Math.Min(least, PathNames.Of(operation.Path).Count);
        return least == int.MaxValue ? PathNames.Of(resource.CollectionPath).Count : least;
    }

    private static string IdOf(string owner, IReadOnlyList<string> own) =>
        Bounded(owner.Length == 0 ? Join(own, 0, own.Count) : $"{owner}{Separator}{Join(own, 0, own.Count)}");

    private static string Join(IReadOnlyList<string> values, int from, int end)
    {
        end = Math.Min(end, values.Count);
        if (end - from <= 1) return end <= from ? "" : values[from];
        return string.Join(Separator, values.Skip(from).Take(end - from));
    }

    private static string Bounded(string key) => key.Length <= MaxKeyLength ? key : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
